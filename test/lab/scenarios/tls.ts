import type { CertificateKind } from '../certificates.ts';
import type { Tunnel } from '../connect-proxy.ts';
import { HEALTHY, PUBLIC } from '../modules.ts';
import { type Scenario, scenarios } from '../scenario.ts';

const host = 'proxy.golang.org';
const wrong = [{ title: 'GOINSECURE, which is not for proxies', script: `go env -w GOINSECURE=${host},github.com` }];

function certificate(name: string, title: string, cause: string, kind: CertificateKind): Scenario {
  return scenario(name, title, cause, { world: { modules: PUBLIC, certificates: { [host]: kind } } });
}

function handshake(name: string, title: string, cause: string, tunnel: Tunnel, more: Partial<Scenario> = {}): Scenario {
  return scenario(name, title, cause, { world: { modules: PUBLIC, tunnels: { [host]: tunnel } }, ...more });
}

function scenario(name: string, title: string, cause: string, more: Partial<Scenario>): Scenario {
  const goEnv = { GOPROXY: `https://${host}` };
  return { name, title, files: HEALTHY, goEnv, command: ['go', 'mod', 'download'], expect: { cause, host }, wrong, ...more };
}

/** Certificates and handshakes that go refuses, or that refuse go. */
export const tls = scenarios(
  certificate('tls-name-only', 'the certificate has a common name and no alternative ones', 'tls.hostname-mismatch', 'name-only'),
  certificate('tls-for-clients', 'the certificate is one for clients', 'tls.hostname-mismatch', 'for-clients'),
  certificate('tls-self-signed', 'the certificate is signed with its own key', 'tls.unknown-authority', 'self-signed'),
  handshake('tls-client-certificate', 'the server wants a certificate from go', 'tls.client-cert-required', 'client-certificate'),
  handshake('tls-old-version', 'the server speaks TLS 1.1 at most', 'tls.protocol-version', 'old-version'),
  handshake('tls-no-common-cipher', 'the server has no cipher that go has', 'tls.protocol-version', 'no-common-cipher'),
  handshake('tls-garbage', 'the server speaks, and not TLS', 'tls.not-tls', 'garbage'),
  handshake('tls-eof', 'the connection ends after the first words of TLS', 'network.connection-reset', 'eof-after-hello'),
  handshake('tls-reset', 'the connection is reset after the first words of TLS', 'network.connection-reset', 'reset-after-hello', {
    heals: ['goproxy-cn'],
  }),
  handshake('tls-silent', 'nothing comes back after the first words of TLS', 'network.connect-timeout', 'silent-after-hello', {
    heals: ['goproxy-cn'],
    // Each attempt waits for ten seconds.
    wrong: [],
  }),
  scenario('tls-inspection-sumdb', 'a company opens TLS to the checksum database only', 'checksum.sumdb-unreachable', {
    files: { 'go.mod': HEALTHY['go.mod'], 'app.go': HEALTHY['app.go'] },
    world: { modules: PUBLIC, certificates: { 'sum.golang.org': 'unknown-authority' } },
    command: ['go', 'mod', 'tidy'],
    expect: { cause: 'checksum.sumdb-unreachable', host: 'sum.golang.org' },
  }),
  scenario('tls-inspection-everywhere', 'a company opens TLS to every host', 'tls.unknown-authority', {
    world: { modules: PUBLIC, certificates: { '*': 'unknown-authority' } },
  }),
);
