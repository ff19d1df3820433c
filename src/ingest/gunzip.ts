import { ModwhyError } from '../model/error.ts';

// What one slice unpacks to is held in memory, and gzip packs up to a thousand to one.
const slice = 16_384;

/** The two bytes that every gzip file starts with. */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/**
 * Unpacks gzip, several members in a row too.
 * @throws ModwhyError E_DECOMPRESS after every good byte was handed out, when the data is cut; when it is damaged, the 16 KiB around the damage are lost
 */
export async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Loaded only here: most logs are not packed, and streams cost a good part of a short run.
  const [{ createGunzip }, { setImmediate }] = await Promise.all([import('node:zlib'), import('node:timers/promises')]);
  const stream = createGunzip();
  const ready: Buffer[] = [];
  let broken: Error | null = null;
  let unpacked = 0;
  stream.on('data', (chunk: Buffer) => {
    unpacked += chunk.length;
    ready.push(chunk);
  });
  stream.on('error', (error) => {
    broken = error;
  });
  const closed = new Promise((resolve) => stream.once('close', resolve));
  try {
    for await (const chunk of source) {
      for (let from = 0; from < chunk.length && broken === null; from += slice) {
        const written = new Promise((resolve) => stream.write(chunk.subarray(from, from + slice), resolve));
        // A stream that breaks does not call back.
        await Promise.race([written, closed]);
        // Bytes that wait inside the stream would be lost with the error that its end may bring.
        await setImmediate();
        yield* ready.splice(0);
      }
    }
    if (broken === null) stream.end();
    await closed;
    yield* ready.splice(0);
  } finally {
    stream.destroy();
  }
  if (broken !== null) throw damaged(broken, unpacked);
}

function damaged(cause: NodeJS.ErrnoException, unpacked: number): ModwhyError {
  const what = cause.code === 'Z_BUF_ERROR' ? 'the gzip data ends too early' : `the gzip data is damaged (${cause.message})`;
  return new ModwhyError('E_DECOMPRESS', `${what}: ${unpacked} bytes could be unpacked; fetch the file again`, { cause });
}
