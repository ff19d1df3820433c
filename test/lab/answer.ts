import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a server of the lab does with one request instead of the right thing. */
export type Answer =
  | { readonly status: number; readonly body?: string; readonly type?: string; readonly headers?: Readonly<Record<string, string>> }
  /** `hang` never answers, `reset` sends RST, `eof` closes without a word. */
  | { readonly act: 'hang' | 'reset' | 'eof' }
  /** Spoils the right body: `cut` stops in the middle of the announced length, `short` is complete but half as long, `stall` sends the half and then nothing, `garbage` is none of it. */
  | { readonly spoil: 'cut' | 'short' | 'stall' | 'garbage' };

/** Where an answer applies: a host (any when left out) and a text that the path with its query contains. */
export interface Override {
  readonly host?: string;
  readonly path: string;
  readonly answer: Answer;
}

/** The body that a healthy server would send; null when it has nothing. */
export interface Body {
  readonly type: string;
  readonly bytes: Buffer;
}

/** The first override for this host and path. */
export function overrideFor(overrides: readonly Override[], host: string, path: string): Answer | undefined {
  return overrides.find((one) => (one.host === undefined || one.host === host) && path.includes(one.path))?.answer;
}

/** Sends what `answer` says, or the right body, or 404. */
export function send(answer: Answer | undefined, right: Body | null, request: IncomingMessage, response: ServerResponse): void {
  if (answer && 'act' in answer) return void act(answer.act, request);
  if (answer && 'status' in answer) {
    response.writeHead(answer.status, { 'content-type': answer.type ?? 'text/plain; charset=utf-8', ...answer.headers });
    return void response.end(answer.body ?? '');
  }
  if (!right) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    return void response.end('not found');
  }
  if (!answer) return void response.writeHead(200, { 'content-type': right.type }).end(right.bytes);
  const half = right.bytes.subarray(0, right.bytes.length >> 1);
  if (answer.spoil === 'garbage') return void response.writeHead(200, { 'content-type': right.type }).end('\u0000garbage');
  if (answer.spoil === 'short') return void response.writeHead(200, { 'content-type': right.type }).end(half);
  response.writeHead(200, { 'content-type': right.type, 'content-length': right.bytes.length });
  response.write(half, () => answer.spoil === 'cut' && request.socket.end());
}

function act(what: 'hang' | 'reset' | 'eof', request: IncomingMessage): void {
  if (what === 'eof') request.socket.destroy();
  // A TLS socket cannot send RST by itself.
  if (what === 'reset') 'encrypted' in request.socket ? request.socket.destroy() : request.socket.resetAndDestroy();
}
