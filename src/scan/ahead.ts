import type { Found, Trouble } from './found.ts';

// As many as a store is asked for at once.
const batchSize = 500;

/** Inputs that were found before the first one is read, so that how many there are is known early. */
export interface Ahead {
  readonly count: number;
  readonly bytes: number;
  /** These in their order, and then those that are found while they are read. To be gone through once. */
  batches(): AsyncGenerator<(Found | Trouble)[]>;
}

/** @param most so many are found at most */
export async function lookAhead(source: AsyncGenerator<Found | Trouble>, most: number): Promise<Ahead> {
  // As text, since fifty thousand objects are 40 MB, and the engine makes the room for new ones as large as what stays of them.
  const waiting: Buffer[] = [];
  let count = 0;
  let bytes = 0;
  for await (const batch of inBatches(source, most)) {
    count += batch.length;
    for (const item of batch) bytes += item.kind === 'trouble' ? 0 : item.size;
    waiting.push(Buffer.from(JSON.stringify(batch)));
  }
  return {
    count,
    bytes,
    async *batches() {
      try {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) yield JSON.parse(next.toString());
        yield* inBatches(source);
      } finally {
        // Who goes no further wants no more of standard input either.
        await source.return(undefined);
      }
    },
  };
}

/** @param most after so many it ends, and the source goes on where it ended */
async function* inBatches<Item>(source: AsyncGenerator<Item>, most = Number.POSITIVE_INFINITY): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for (let count = 0; count < most; count++) {
    const next = await source.next();
    if (next.done) break;
    batch.push(next.value);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
