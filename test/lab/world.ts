import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { type Override, overrideFor, send } from './answer.ts';
import type { CertificateKind, Certificates } from './certificates.ts';
import { startConnectProxy, type Tunnel } from './connect-proxy.ts';
import { createRepositories, type Repository, serveGit } from './git-server.ts';
import { goProxyBody } from './goproxy-server.ts';
import type { Listening } from './listen.ts';
import type { LabModule } from './module-zip.ts';
import { type SocksConduct, startSocksProxy } from './socks-proxy.ts';
import type { SumdbKeys } from './sumdb-key.ts';
import { createSumdb, forkedHead } from './sumdb-server.ts';
import { startTlsFault, TLS_FAULTS, type TlsFault } from './tls-faults.ts';
import { type Http2Fault, startPlainServer, startTlsServer } from './tls-server.ts';

/** What the internet of one scenario holds. Left out, everything is healthy and empty. */
export interface WorldPlan {
  /** Served by proxy.golang.org and by `{goproxy}`, and recorded by sum.golang.org. */
  readonly modules?: readonly LabModule[];
  /** Served by goproxy.corp.example.com and `{goproxy}` only, unknown to the public servers. */
  readonly privateModules?: readonly LabModule[];
  readonly repositories?: readonly Repository[];
  readonly answers?: readonly Override[];
  readonly certificates?: Readonly<Record<string, CertificateKind>>;
  readonly tunnels?: Readonly<Record<string, Tunnel>>;
  /** Module proxies also pass requests for the checksum database on. */
  readonly proxiesSumdb?: boolean;
  /** What HTTP/2 requests run into; HTTP/1.1 works. */
  readonly http2?: Http2Fault;
  /** `{socks}` leads to a SOCKS5 proxy. @default works */
  readonly socks?: SocksConduct;
  /** The checksum database signs with a key that nobody knows. */
  readonly sumdbSignsWithOtherKey?: boolean;
}

/** A running world, and the texts that `{…}` stands for in files and variables of the scenario. */
export interface World {
  readonly places: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Hosts in the order in which they were first asked, since the start. */
  asked(): readonly string[];
  close(): Promise<void>;
}

/** Starts the servers of a plan on 127.0.0.1; `folder` takes the git repositories. */
export async function startWorld(plan: WorldPlan, folder: string, certificates: Certificates, keys: SumdbKeys): Promise<World> {
  const repositories = join(folder, 'repositories');
  mkdirSync(repositories, { recursive: true });
  createRepositories(repositories, plan.repositories ?? []);
  const asked = new Set<string>();
  const handler = createHandler(plan, repositories, keys, asked);
  const tls = await startTlsServer(certificates, plan.certificates ?? {}, handler, plan.http2);
  const plain = await startPlainServer(handler);
  const faults = new Map<TlsFault, Listening>();
  for (const tunnel of Object.values(plan.tunnels ?? {}))
    if (isFault(tunnel) && !faults.has(tunnel)) faults.set(tunnel, await startTlsFault(tunnel, certificates, handler));
  const faultPorts = Object.fromEntries([...faults].map(([name, { port }]) => [name, port]));
  const proxy = await startConnectProxy(plan.tunnels ?? {}, { tls: tls.port, plain: plain.port, ...faultPorts });
  const socks = await startSocksProxy(plan.socks ?? 'works', tls.port);
  const bridge = join(folder, 'https.sock');
  const bridged = createServer((socket) => {
    const target = connect(tls.port, '127.0.0.1');
    socket.on('error', () => target.destroy());
    target.on('error', () => socket.destroy());
    socket.pipe(target).pipe(socket);
  }).listen(bridge);
  return {
    places: {
      bridge,
      goproxy: `http://127.0.0.1:${plain.port}`,
      directproxy: `https://0.0.0.0:${tls.port}`,
      httpsproxy: `http://127.0.0.1:${proxy.port}`,
      ca: certificates.ca,
      forkedhead: forkedHead(keys),
      socks: `socks5://127.0.0.1:${socks.port}`,
    },
    asked: () => [...asked],
    env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, SSL_CERT_FILE: certificates.ca, GIT_SSL_CAINFO: certificates.ca },
    close: async () => {
      bridged.close();
      await Promise.all([tls, plain, proxy, socks, ...faults.values()].map((server) => server.close()));
    },
  };
}

function isFault(tunnel: Tunnel): tunnel is TlsFault {
  return (TLS_FAULTS as readonly string[]).includes(tunnel);
}

function createHandler(plan: WorldPlan, repositories: string, keys: SumdbKeys, asked: Set<string>) {
  const publicModules = plan.modules ?? [];
  const allModules = [...publicModules, ...(plan.privateModules ?? [])];
  const sumdb = createSumdb(keys, publicModules, plan.sumdbSignsWithOtherKey);
  const right = (host: string, path: string) => {
    if (host === 'sum.golang.org') return sumdb.body(path);
    const prefix = '/sumdb/sum.golang.org';
    // As its maintainers say of it: https://github.com/goproxy/goproxy.cn/issues/183.
    if (path.startsWith(prefix)) return plan.proxiesSumdb || host === 'goproxy.cn' ? sumdb.body(path.slice(prefix.length)) : null;
    if (host === 'proxy.golang.org' || host === 'goproxy.cn') return goProxyBody(publicModules, path);
    return host === '127.0.0.1' || host === '0.0.0.0' || host === 'goproxy.corp.example.com' ? goProxyBody(allModules, path) : null;
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = request.url ?? '/';
    asked.add(host);
    const answer = overrideFor(plan.answers ?? [], host, path);
    if (!answer && serveGit(repositories, plan.repositories ?? [], host, request, response)) return;
    send(answer, right(host, path.replace(/\?.*$/, '')), request, response);
  };
}
