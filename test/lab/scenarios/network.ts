import { HEALTHY, PUBLIC, strutil } from '../modules.ts';
import { type Scenario, scenarios } from '../scenario.ts';
import type { WorldPlan } from '../world.ts';

const download = ['go', 'mod', 'download'];
const host = 'proxy.golang.org';

function tls(
  name: string,
  title: string,
  cause: string,
  certificate: 'unknown-authority' | 'expired' | 'not-yet-valid' | 'wrong-host',
): Scenario {
  const world = { modules: PUBLIC, certificates: { [host]: certificate } };
  const wrong = [{ title: 'GOINSECURE, which is not for proxies', script: 'go env -w GOINSECURE=proxy.golang.org,github.com' }];
  return { name, title, files: HEALTHY, world, goEnv: { GOPROXY: `https://${host}` }, command: download, expect: { cause, host }, wrong };
}

function proxied(name: string, title: string, cause: string, more: Partial<Scenario>): Scenario {
  return { name, title, files: HEALTHY, world: { modules: PUBLIC }, command: download, expect: { cause, module: strutil.path }, ...more };
}

const http2: WorldPlan = { modules: PUBLIC, http2: 'internal-error' };

/** TLS that go refuses, and HTTP proxies that refuse go. */
export const network = scenarios(
  tls('tls-unknown-authority', 'the certificate is signed by a CA that nobody trusts here', 'tls.unknown-authority', 'unknown-authority'),
  tls('tls-expired', 'the certificate has expired', 'tls.certificate-expired', 'expired'),
  tls('tls-not-yet-valid', 'the certificate is for years to come', 'tls.clock-skew', 'not-yet-valid'),
  tls('tls-wrong-host', 'the certificate is for a hotel portal', 'tls.hostname-mismatch', 'wrong-host'),
  {
    name: 'tls-http-on-https-port',
    title: 'the https port speaks http',
    files: HEALTHY,
    world: { modules: PUBLIC, tunnels: { [host]: 'plain' } },
    goEnv: { GOPROXY: `https://${host}` },
    command: download,
    expect: { cause: 'tls.not-tls', host },
  },
  proxied('http2-stream-reset', 'something on the way breaks every HTTP/2 stream', 'network.http2-stream', {
    world: http2,
    heals: ['http1'],
  }),
  proxied('http2-goaway', 'the server ends every HTTP/2 connection with GOAWAY', 'network.http2-stream', {
    world: { modules: PUBLIC, http2: 'goaway' },
    heals: ['http1'],
  }),
  proxied('http2-goaway-calm-down', 'the server says with GOAWAY that go asks too much', 'goproxy.rate-limited', {
    world: { modules: PUBLIC, http2: 'goaway-calm-down' },
  }),
  proxied('http-proxy-auth', 'the HTTP proxy wants a password', 'network.http-proxy-auth', {
    world: { modules: PUBLIC, tunnels: { '*': 'auth' } },
  }),
  proxied('http-proxy-forbidden', 'the HTTP proxy refuses the host', 'network.http-proxy-denied', {
    world: { modules: PUBLIC, tunnels: { '*': 'forbidden' } },
  }),
  proxied('http-proxy-bad-gateway', 'the HTTP proxy cannot reach the host', 'network.http-proxy-denied', {
    world: { modules: PUBLIC, tunnels: { '*': 'bad-gateway' } },
  }),
  proxied('http-proxy-eof', 'the HTTP proxy closes the connection, and go does not say who did', 'network.connection-reset', {
    world: { modules: PUBLIC, tunnels: { '*': 'eof' } },
  }),
  proxied('http-proxy-down', 'nothing listens where HTTPS_PROXY points, and it is not needed', 'network.http-proxy-unreachable', {
    goEnv: { GOPROXY: '{directproxy}' },
    env: { HTTPS_PROXY: 'http://127.0.0.1:1' },
    heals: ['unset'],
    wrong: [{ title: 'no checksum database', script: 'go env -w GOSUMDB=off' }],
  }),
  proxied('http-proxy-no-such-host', 'HTTPS_PROXY names a host that does not exist', 'network.http-proxy-unreachable', {
    env: { HTTPS_PROXY: 'http://squid.invalid:3128' },
    needs: ['resolver'],
  }),
);
