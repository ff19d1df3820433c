import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { type Listening, listen } from '../lab/listen.ts';

/** What the forward proxy saw, each once, in order. */
export type Note = (text: string) => void;

/**
 * An HTTP and HTTPS proxy that leads every host to the lab's TLS server, breaks off those of `broken`, and answers plain http itself.
 */
export function startForwardProxy(
  tls: number,
  broken: () => ReadonlySet<string>,
  onConnect: Note,
  plain: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listening> {
  const server = createServer(plain);
  server.on('connect', (request, duplex, head) => {
    const socket = duplex as Socket;
    const host = (request.url ?? '').replace(/:\d+$/, '');
    socket.on('error', () => {});
    onConnect(host);
    if (broken().has(host)) return void socket.destroy();
    const target = connect(tls, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(socket);
      socket.pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('close', () => target.destroy());
  });
  return listen(server);
}

/** Runs a program to its end. @returns what it said on standard error */
export function runProgram(program: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stderr!.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', failed);
    child.on('close', () => done(Buffer.concat(chunks).toString()));
  });
}
