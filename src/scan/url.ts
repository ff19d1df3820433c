import { lookup } from 'node:dns';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { readContent } from '../ingest/content.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { mayAskAddress, mayAskHost } from '../probe/address.ts';
import type { Found } from './found.ts';
import type { Reading } from './log-reader.ts';
import { failed, type Scanned } from './one.ts';
import { createResult } from './result.ts';
import { keptText } from './stored.ts';
import { readAll } from './stream.ts';

const mostBytes = 2 ** 30;
const mostRedirects = 5;
const quietTime = 30_000;
const wholeTime = 600_000;

/** Reads what a server gives for a URL that the user named. Only https, never an address of the link or of a cloud's metadata, no login of ours. */
export async function scanUrl(found: Found, index: number, reading: Reading): Promise<Scanned> {
  const result = createResult(reading, index, { source: keptText(found.path), size: 0, modified: null });
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), wholeTime);
  try {
    const response = await get(found.path, controller.signal, mostRedirects);
    await readAll((notes) => readContent({ stream: limited(response), file: null }, notes), keptText(found.name), reading, result);
    return result.scanned();
  } catch (error) {
    const told = error instanceof ModwhyError ? error : failure(error as NodeJS.ErrnoException);
    return failed({ ...found, path: keptText(found.path) }, index, told, reading);
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

async function get(address: string, signal: AbortSignal, redirects: number): Promise<IncomingMessage> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:')
    throw new ModwhyError(
      'E_USAGE',
      say`only https URLs are read: what comes over plain http can be changed on the way; download it yourself, and name the file`,
    );
  if (!mayAskHost(url.hostname)) throw closed();
  const response = await answer(url, signal);
  const status = response.statusCode ?? 0;
  const next = response.headers.location;
  if (status >= 300 && status < 400 && next !== undefined) {
    response.destroy();
    if (redirects === 0)
      throw new ModwhyError('E_READ', say`the server sends from one URL to the next, more than ${mostRedirects} times; name the last one`);
    const to = new URL(next, url);
    // A login stands for the host that the user named.
    to.username = '';
    to.password = '';
    return get(to.href, signal, redirects - 1);
  }
  if (status === 200) return response;
  response.destroy();
  if (status === 401 || status === 403)
    throw new ModwhyError(
      'E_READ',
      say`the server answered ${status}: it wants a login; download the log with your tool for it, and name the file`,
    );
  if (status === 404 || status === 410)
    throw new ModwhyError('E_NOT_FOUND', say`the server answered ${status}: it has no such log; check the URL`);
  throw new ModwhyError('E_READ', say`the server answered ${status}; try again later, or download the log yourself`);
}

function answer(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked: ClientRequest = request(
      url,
      {
        signal,
        headers: { 'user-agent': 'modwhy', accept: '*/*' },
        // The address that was checked is the one that is asked.
        lookup: (host, options, done) =>
          lookup(host, { ...options, all: true }, (error, addresses) => {
            const open = (addresses ?? []).filter(({ address }) => mayAskAddress(address));
            const [first] = open;
            if (error) done(error, '', 0);
            else if (!first) done(closed() as NodeJS.ErrnoException, '', 0);
            else if (options.all) done(null, open);
            else done(null, first.address, first.family);
          }),
      },
      resolve,
    );
    if (isIP(url.hostname) !== 0 && !mayAskAddress(url.hostname)) asked.destroy(closed());
    asked.setTimeout(quietTime, () =>
      asked.destroy(new ModwhyError('E_READ', say`the server was silent for ${quietTime / 1000} seconds; try again`)),
    );
    asked.on('error', reject);
    asked.end();
  });
}

async function* limited(response: IncomingMessage): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes)
        throw new ModwhyError('E_READ', say`the server sends more than 1 GiB; download it yourself, and name the file`);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ModwhyError ? error : failure(error as NodeJS.ErrnoException);
  }
}

function closed(): ModwhyError {
  return new ModwhyError('E_USAGE', say`this address is one of the link, or gives out a machine's own secrets: it is never asked`);
}

function failure({ name, message }: NodeJS.ErrnoException): ModwhyError {
  if (name === 'AbortError')
    return new ModwhyError('E_READ', say`it took longer than ${wholeTime / 60_000} minutes; download it yourself, and name the file`);
  return new ModwhyError('E_READ', say`the server could not be asked: ${message}; check the URL and the network`);
}
