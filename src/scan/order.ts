/** Gives out results in their order, whatever order they come in. */
export interface Order<Item> {
  put(index: number, item: Item): void;
  /** How many wait for one before them. */
  waiting(): number;
  /** Gives out what is left, though some before it never came. */
  rest(): void;
}

export function createOrder<Item>(give: (item: Item) => void): Order<Item> {
  const held = new Map<number, Item>();
  let next = 0;
  return {
    put(index, item) {
      held.set(index, item);
      for (let ready = held.get(next); ready !== undefined; ready = held.get(next)) {
        held.delete(next++);
        give(ready);
      }
    },
    waiting: () => held.size,
    rest() {
      for (const index of [...held.keys()].sort((one, other) => one - other)) {
        const item = held.get(index)!;
        held.delete(index);
        give(item);
      }
    },
  };
}
