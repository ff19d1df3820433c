/** The bytes that a filter has not decided about yet, in memory that is written over again and again. */
export interface HeldBytes {
  /** All of them; a new piece after each call that changes them. */
  all(): Buffer;
  /** Whether so many more find room behind them. */
  hasRoom(more: number): boolean;
  /** Lets the first ones go, and makes room for more behind the others. */
  drop(count: number, more: number): void;
  /** Adds some for which there is room. */
  add(bytes: Uint8Array): void;
  /** Takes the place of all that is held by bytes where they lie: those that are not dropped before their owner writes over them are lost. */
  borrow(bytes: Buffer): void;
  /** Holds nothing any more, and leaves the memory to whoever holds next. */
  leave(): void;
}

const nothing: Buffer = Buffer.alloc(0);

// Of one that has left, for the next one: memories that wait for the collector would be there as well.
let spare = nothing;
const mostSpare = 1 << 20;

export function createHeldBytes(): HeldBytes {
  let room = nothing;
  let held: Buffer = nothing;
  const roomFor = (size: number): Buffer => {
    if (size <= room.length) return room;
    if (size > spare.length) return Buffer.allocUnsafeSlow(Math.max(size, 2 * room.length));
    const taken = spare;
    spare = nothing;
    return taken;
  };
  return {
    all: () => held,
    hasRoom: (more) => held.length + more <= room.length,
    drop(count, more) {
      const rest = held.subarray(count);
      const next = roomFor(rest.length + more);
      rest.copy(next);
      room = next;
      held = room.subarray(0, rest.length);
    },
    add(bytes) {
      room.set(bytes, held.length);
      held = room.subarray(0, held.length + bytes.length);
    },
    borrow(bytes) {
      held = bytes;
    },
    leave() {
      if (room.length > spare.length && room.length <= mostSpare) spare = room;
      room = nothing;
      held = nothing;
    },
  };
}
