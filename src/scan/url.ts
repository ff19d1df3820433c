import type { IncomingMessage } from 'node:http';
import { readContent } from '../ingest/content.ts';
import { withStart } from '../ingest/peek.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { keptText } from '../redact/kept-text.ts';
import type { Found } from './found.ts';
import type { Reading } from './log-reader.ts';
import { failed, type Scanned } from './one.ts';
import { createResult } from './result.ts';
import { readAll } from './stream.ts';
import { notAsked, requestUrl, type UrlLimits } from './url-request.ts';
import { isSignIn, isWebPage, pageStart } from './web-page.ts';

const usual: UrlLimits = { bytes: 2 ** 30, quiet: 30_000, whole: 600_000 };
// The others are known by their first bytes, and unpacked.
const unknownPacking = new Set(['br', 'deflate', 'compress', 'x-compress']);

/**
 * Reads what a server gives for a URL that the user named. Only https, or http of this machine itself, through the proxy that is set as for go and curl;
 * never an address of the link or of a cloud's metadata, no login but one that stands in the URL.
 */
export async function scanUrl(found: Found, index: number, reading: Reading, limits: UrlLimits = usual): Promise<Scanned> {
  const place = { source: keptText(found.path), size: 0, modified: null };
  let response: IncomingMessage | null = null;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    response?.destroy();
  }, limits.whole);
  try {
    response = await requestUrl(found.path, process.env, limits);
    if (isLate) throw tooLong(limits);
    const result = createResult(reading, index, place);
    const packing = response.headers['content-encoding'] ?? '';
    if (unknownPacking.has(packing))
      throw new ModwhyError(
        'E_READ',
        say`the server sends it packed as ${packing}, which was not asked for; download it yourself, and name the file`,
      );
    let received = 0;
    const body = limited(
      response,
      limits,
      () => isLate,
      (bytes) => {
        received += bytes;
      },
    );
    const isPage = isWebPage(response.headers['content-type']);
    const stream = isPage ? logInPage(body) : body;
    await readAll((notes) => readContent({ stream, file: null }, notes), keptText(found.name), reading, result);
    const scanned = result.scanned();
    if (isPage && scanned.logs.every(({ verdict }) => verdict === 'no-failure')) throw noLog();
    return { ...scanned, logs: scanned.logs.map((log) => ({ ...log, size: received })) };
  } catch (error) {
    const told = error instanceof ModwhyError ? error : isLate ? tooLong(limits) : notAsked((error as Error).message);
    return failed({ ...found, path: place.source, name: keptText(found.name) }, index, told, reading);
  } finally {
    clearTimeout(timer);
    response?.destroy();
  }
}

async function* limited(
  response: IncomingMessage,
  limits: UrlLimits,
  isLate: () => boolean,
  onBytes: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      onBytes(chunk.length);
      if (bytes > limits.bytes)
        throw new ModwhyError('E_READ', say`the server sends more than 1 GiB; download it yourself, and name the file`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ModwhyError) throw error;
    throw isLate() ? tooLong(limits) : cutOff(error as Error);
  }
  if (isLate()) throw tooLong(limits);
}

/** A page to sign in is no log, whatever its status says. */
async function* logInPage(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of withStart(body, pageStart)) {
    if (isFirst && isSignIn(chunk))
      throw new ModwhyError(
        'E_READ',
        say`the server sent a page to sign in, and no log: it wants a login; download the log with your tool for it, and name the file`,
      );
    isFirst = false;
    yield chunk;
  }
}

function noLog(): ModwhyError {
  return new ModwhyError(
    'E_READ',
    say`the server sent a web page in which no failure stands, and logs are text: name the URL of the raw log, or download it yourself`,
  );
}

function tooLong({ whole }: UrlLimits): ModwhyError {
  return new ModwhyError('E_READ', say`it took longer than ${whole / 60_000} minutes; download it yourself, and name the file`);
}

function cutOff({ message }: Error): ModwhyError {
  return new ModwhyError('E_READ', say`the server stopped in the middle (${message}): only a part of it was read; try again`);
}
