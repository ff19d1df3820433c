/**
 * Joins the first chunks until at least `wanted` bytes are there, since a pipe may hand out single bytes.
 * What breaks the source meanwhile is thrown after the bytes before it were handed out.
 */
export async function* withStart(source: AsyncIterable<Uint8Array>, wanted: number): AsyncGenerator<Uint8Array> {
  const first: Uint8Array[] = [];
  let length = 0;
  let started = false;
  try {
    for await (const chunk of source) {
      if (started) {
        yield chunk;
        continue;
      }
      first.push(chunk);
      length += chunk.length;
      if (length < wanted) continue;
      started = true;
      yield join(first);
    }
  } catch (error) {
    if (!started && length > 0) {
      started = true;
      yield join(first);
    }
    throw error;
  }
  if (!started && length > 0) yield join(first);
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

/** The same bytes in pieces of this size, the last one excepted. */
export async function* inSlices(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of source) {
      let from = 0;
      while (length + chunk.length - from >= size) {
        const to = from + size - length;
        held.push(chunk.subarray(from, to));
        yield join(held.splice(0));
        length = 0;
        from = to;
      }
      if (from === chunk.length) continue;
      held.push(chunk.subarray(from));
      length += chunk.length - from;
    }
  } catch (error) {
    if (length > 0) yield join(held);
    held = [];
    length = 0;
    throw error;
  }
  if (length > 0) yield join(held);
}

/** A chunk that was taken off a source, and the rest of it. */
export async function* chain(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
