import { HEALTHY, PUBLIC } from '../modules.ts';
import { inNetwork, type NetworkPlan } from '../network-plan.ts';
import { type Scenario, scenarios } from '../scenario.ts';

const command = ['go', 'mod', 'download'];
const host = 'proxy.golang.org';
const wrong = [{ title: 'no checksum database', script: 'go env -w GOSUMDB=off' }];

function isolated(name: string, title: string, cause: string, plan: NetworkPlan, more: Partial<Scenario> = {}): Scenario {
  return {
    name,
    title,
    files: HEALTHY,
    env: { HTTPS_PROXY: null },
    needs: ['network-namespace'],
    under: inNetwork(plan),
    command,
    expect: { cause, host },
    wrong,
    ...more,
  };
}

/** Name servers that fail, and addresses where nobody is: in a network of their own. */
export const nameServers = scenarios(
  isolated('dns-no-such-host', 'the name server says that there is no such host', 'network.dns-no-such-host', {}),
  isolated('dns-server-failure', 'the name server fails', 'network.dns-server-failure', { names: { '*': 'failure' } }),
  isolated('dns-server-refuses', 'the name server refuses to answer this machine', 'network.dns-server-failure', {
    names: { '*': 'refused' },
  }),
  isolated('dns-no-server', 'resolv.conf is empty, and no name server runs here', 'network.dns-server-failure', { nameServer: null }),
  isolated('dns-wrong-port', 'nothing listens where resolv.conf points', 'network.dns-server-failure', { nameServer: '127.0.0.77' }),
  isolated('dns-silent', 'the name server does not answer', 'network.dns-timeout', { names: { '*': 'silent' } }),
  isolated('dns-garbage', 'what answers on port 53 is no name server', 'network.dns-timeout', { names: { '*': 'garbage' } }),
  isolated('offline-name-server', 'there is no way to the name server', 'network.offline-sandbox', { nameServer: '192.0.2.53' }),
  isolated('offline-no-route', 'there is no way to any address', 'network.offline-sandbox', { names: { '*': { ipv4: '192.0.2.10' } } }),
  isolated('ipv6-only', 'the name has an IPv6 address only, and there is no IPv6', 'network.ipv6-broken', {
    names: { '*': { ipv6: '2001:db8:0:0:0:0:0:10' } },
  }),
  isolated('connect-timeout', 'nobody answers at the address', 'network.connect-timeout', {
    names: { '*': { ipv4: '198.51.100.7' } },
    swallows: '198.51.100.1',
  }),
  isolated('connect-refused-by-name', 'the name leads to a machine where nothing listens', 'network.connect-refused', {
    names: { '*': { ipv4: '127.0.0.9' } },
  }),
  isolated(
    'connect-refused-public',
    'something on the way refuses connections to the public module proxy',
    'network.connect-refused',
    { names: { [host]: { ipv4: '127.0.0.9' }, '*': { ipv4: '127.0.0.1' } }, bridge: '{bridge}' },
    { world: { modules: PUBLIC }, heals: ['goproxy-cn'] },
  ),
  isolated(
    'dns-second-host',
    'the module proxy is not asked, and the name of the module does not exist',
    'network.dns-no-such-host',
    { names: {} },
    { goEnv: { GOPROXY: 'direct' }, expect: { cause: 'network.dns-no-such-host', host: 'github.com' } },
  ),
);
