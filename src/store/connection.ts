/** What stands in a column. Words and times are numbers; 0 is "no word", NULL "no time". */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** The few things that differ between the two kinds of database. Statements are the same text, with `?` for values. */
export interface Connection {
  readonly kind: 'sqlite' | 'postgres';
  /** As messages name it: without a password. */
  readonly name: string;
  all<R = Row>(sql: string, values?: readonly Value[]): Promise<R[]>;
  /** Statements without values, one after the other. */
  script(sql: string): Promise<void>;
  /** @param head up to VALUES, @param tail what follows the rows, such as ON CONFLICT */
  insert(head: string, rows: readonly (readonly Value[])[], tail?: string): Promise<void>;
  /** All or nothing, and no other writer in between. */
  write<T>(work: () => Promise<T>): Promise<T>;
  /** One state of the data for several questions. */
  read<T>(work: () => Promise<T>): Promise<T>;
  /** Gives back the room of what was removed. */
  shrink(): Promise<void>;
  close(): Promise<void>;
}

/** A whole number as it stands in a statement. */
export function int(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`no whole number: ${value}`);
  return String(value);
}

/** `1,2,3`; a list that nothing is in, where there are none. */
export function ints(values: Iterable<number>): string {
  return [...values].map(int).join(',') || '-1';
}

/** A list in pieces of at most so many. */
export function* pieces<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

// A statement is prepared for each, and kept.
const lengths = [8, 32, 128, 512].map((length) => ({ length, marks: Array(length).fill('?').join(',') }));

/** Lists for `IN (marks)`. They have one of few lengths, since a statement for every length would be prepared anew each time: the last value fills them up. */
export function* listsOf<T extends Value>(values: readonly T[]): Generator<{ readonly marks: string; readonly values: readonly T[] }> {
  for (const some of pieces(values, lengths.at(-1)!.length)) {
    const { length, marks } = lengths.find((one) => one.length >= some.length)!;
    yield { marks, values: [...some, ...Array<T>(length - some.length).fill(some.at(-1)!)] };
  }
}
