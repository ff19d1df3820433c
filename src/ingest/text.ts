import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { encodingAtStart } from './encoding.ts';
import { LegacyText } from './legacy-text.ts';
import type { Notes } from './notes.ts';

/**
 * Text in any encoding that logs have, as UTF-8 without a byte order mark.
 * @param source its first chunk holds the first 8 KiB
 * @throws ModwhyError E_BINARY
 */
export async function* readText(source: AsyncIterable<Uint8Array>, notes: Notes): AsyncGenerator<Uint8Array> {
  let decode: ReturnType<typeof decoderFor> | null = null;
  let failure: { readonly error: unknown } | null = null;
  try {
    for await (const chunk of source) {
      decode ??= decoderFor(chunk, notes);
      for (const text of decode(chunk, false)) if (text.length > 0) yield text;
    }
  } catch (error) {
    failure = { error };
  }
  // What was read before an error was read well.
  for (const rest of decode?.(new Uint8Array(0), true) ?? []) if (rest.length > 0) yield rest;
  if (failure !== null) throw failure.error;
}

/**
 * Makes UTF-8 of the chunks of one text; the last call, with nothing, gives the rest. What it gives may be a part of the chunk.
 * @param start its first bytes
 * @throws ModwhyError E_BINARY
 */
export function decoderFor(start: Uint8Array, notes: Notes): (chunk: Uint8Array, last: boolean) => readonly Uint8Array[] {
  const encoding = encodingAtStart(start);
  if (encoding === 'binary')
    throw new ModwhyError('E_BINARY', say`this is not a text log: it has NUL bytes at its start; unpack it, or name the log file itself`);
  if (encoding === 'bytes') {
    const text = new LegacyText((name) => notes.encoding(name));
    return (chunk, last) => (last ? text.end() : text.push(chunk));
  }
  notes.encoding(encoding);
  const decoder = new TextDecoder(encoding);
  return (chunk, last) => [Buffer.from(decoder.decode(chunk, { stream: !last }))];
}
