/** One file of an archive. */
export interface Entry {
  /** As the archive names it; several archives in each other are joined by `/`. */
  readonly name: string;
  /** What its lines share: `job/step`, or the name of a log that has nothing to do with the others (without a `/`). */
  readonly lane: string;
  /** The job or log that it is a part of: what succeeds in another one says nothing about it. */
  readonly log: string;
}

/** What is told about an input while it is read, between the chunks that it gives out. */
export interface Notes {
  /** The bytes that follow are of this file of the archive. */
  entry(entry: Entry): void;
  /** Text was in this encoding; what is given out is UTF-8. */
  encoding(name: string): void;
  /** A limit has bitten: so much was seen (bytes or files), so much is kept. */
  cut(limit: string, seen: number, kept: number): void;
}

export const noNotes: Notes = { entry() {}, encoding() {}, cut() {} };
