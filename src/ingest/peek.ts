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
