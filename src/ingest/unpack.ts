import type { Transform } from 'node:stream';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { type Budget, partAllows } from './budget.ts';
import type { Packing } from './format.ts';
import { inSlices } from './peek.ts';

const slice = 16_384;
// Pieces of the usual 16 KiB take twice the time.
const outSize = 1 << 16;
// One slice of zstd can unpack to half a gigabyte.
const mostReady = 1 << 20;

/** A limit ended the unpacking; what came before it was handed out. */
export interface UnpackEnd {
  onOver(limit: 'archive-ratio' | 'archive-total', seen: number, kept: number): void;
}

/**
 * Unpacks gzip, zstd or a file of a zip, several members in a row too. The limits bite at the same byte, however the bytes come in.
 * @throws ModwhyError E_DECOMPRESS after every good byte was handed out, when the data is cut; when it is damaged, the 16 KiB around the damage are lost
 */
export async function* unpack(
  source: AsyncIterable<Uint8Array>,
  packing: Packing | 'deflate',
  budget: Budget,
  end: UnpackEnd,
): AsyncGenerator<Uint8Array> {
  // Loaded only here: most logs are not packed, and streams cost a good part of a short run.
  const [zlib, { setImmediate }] = await Promise.all([import('node:zlib'), import('node:timers/promises')]);
  const member = () =>
    openMember(
      { gzip: zlib.createGunzip, zstd: zlib.createZstdDecompress, deflate: zlib.createInflateRaw }[packing]({ chunkSize: outSize }),
    );
  let current = member();
  let read = 0;
  let kept = 0;
  let over = false;
  /** What is ready and allowed. */
  const take = (): Buffer[] => {
    const chunks: Buffer[] = [];
    for (const chunk of current.ready.splice(0)) {
      const wanted = Math.min(chunk.length, Math.max(0, partAllows(budget.limits, read) - kept));
      const length = budget.take(wanted);
      kept += length;
      if (length > 0) chunks.push(length < chunk.length ? chunk.subarray(0, length) : chunk);
      if (length === chunk.length) continue;
      over = true;
      const whole = length < wanted ? budget.over() : null;
      const most = whole?.kept ?? kept;
      end.onOver(whole?.limit ?? 'archive-ratio', most + chunk.length - length, most);
      break;
    }
    return chunks;
  };
  try {
    for await (const chunk of inSlices(source, slice)) {
      read += chunk.length;
      for (let rest: Uint8Array = chunk; rest.length > 0; ) {
        const before = current.stream.bytesWritten;
        const written = new Promise((resolve) => current.stream.write(rest, resolve));
        do {
          current.flow();
          // A stream that breaks or ends does not call back.
          await Promise.race([written, current.closed, current.filled]);
          // Bytes that wait inside the stream would be lost with the error that its end may bring.
          await setImmediate();
          yield* take();
          if (over) return;
        } while (current.full);
        // Node ends a zstd stream with its first frame; files that were joined have more of them.
        const more = packing === 'zstd' && current.ended && current.error === null;
        rest = more ? rest.subarray(current.stream.bytesWritten - before) : rest.subarray(rest.length);
        if (more) current = member();
        if (current.error !== null) break;
      }
      if (current.error !== null) break;
    }
    if (current.error === null && !(packing === 'zstd' && current.stream.bytesWritten === 0 && read > 0)) current.stream.end();
    else current.stream.destroy();
    do {
      current.flow();
      await Promise.race([current.closed, current.filled]);
      yield* take();
      if (over) return;
    } while (current.full);
    await current.closed;
  } finally {
    current.stream.destroy();
  }
  if (current.error !== null) throw damaged(current.error, packing, kept);
}

interface Member {
  readonly stream: Transform & { readonly bytesWritten: number };
  readonly ready: Buffer[];
  readonly closed: Promise<unknown>;
  /** Much is ready, and the stream waits. */
  full: boolean;
  filled: Promise<unknown>;
  ended: boolean;
  error: NodeJS.ErrnoException | null;
  /** Lets the stream go on until much is ready again. */
  flow(): void;
}

function openMember(stream: Member['stream']): Member {
  let waiting = 0;
  let fill = () => {};
  const closed = new Promise((resolve) => stream.once('close', resolve));
  const member: Member = {
    stream,
    ready: [],
    closed,
    full: false,
    filled: closed,
    ended: false,
    error: null,
    flow() {
      waiting = 0;
      member.full = false;
      member.filled = new Promise<void>((resolve) => {
        fill = resolve;
      });
      stream.resume();
    },
  };
  stream.on('data', (chunk: Buffer) => {
    waiting += chunk.length;
    member.ready.push(chunk);
    if (waiting < mostReady) return;
    member.full = true;
    stream.pause();
    fill();
  });
  stream.on('end', () => {
    member.ended = true;
  });
  stream.on('error', (error) => {
    member.error = error;
  });
  return member;
}

const cutShort = new Set(['Z_BUF_ERROR', 'ERR_STREAM_PREMATURE_CLOSE']);

function damaged(cause: NodeJS.ErrnoException, packing: string, unpacked: number): ModwhyError {
  const what = cutShort.has(cause.code ?? '')
    ? say`the ${packing} data ends too early`
    : say`the ${packing} data is damaged (${cause.message})`;
  return new ModwhyError('E_DECOMPRESS', say`${what}: ${unpacked} bytes could be unpacked; fetch the file again`, { cause });
}
