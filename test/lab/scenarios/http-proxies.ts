import { HEALTHY, PUBLIC, strutil, WITHOUT_SUM } from '../modules.ts';
import { type Scenario, scenarios } from '../scenario.ts';
import type { SocksConduct } from '../socks-proxy.ts';
import type { WorldPlan } from '../world.ts';

const module = strutil.path;
const download = ['go', 'mod', 'download'];
const wrong = [{ title: 'clean the module cache', script: 'go clean -modcache' }];

function through(name: string, title: string, cause: string, world: WorldPlan, more: Partial<Scenario> = {}): Scenario {
  const scenario = { name, title, files: HEALTHY, command: download, expect: { cause, module }, wrong, ...more };
  return { ...scenario, world: { modules: PUBLIC, ...world } };
}

/** A SOCKS proxy, as HTTPS_PROXY may name one. */
function socks(name: string, title: string, cause: string, conduct: SocksConduct): Scenario {
  return through(name, title, cause, { socks: conduct }, { env: { HTTPS_PROXY: '{socks}' } });
}

/** HTTP and SOCKS proxies between go and all servers. */
export const httpProxies = scenarios(
  through('http-proxy-unavailable', 'the HTTP proxy answers 503', 'network.http-proxy-denied', { tunnels: { '*': 'unavailable' } }),
  through('http-proxy-timeout', 'the HTTP proxy answers 504', 'network.http-proxy-denied', { tunnels: { '*': 'timeout' } }),
  through('http-proxy-sign-in', 'the HTTP proxy leads to a page where one signs in', 'network.http-proxy-denied', {
    tunnels: { '*': 'html' },
  }),
  through(
    'http-proxy-blocks-sumdb',
    'the HTTP proxy refuses the checksum database only',
    'checksum.sumdb-unreachable',
    {
      tunnels: { 'sum.golang.org': 'forbidden' },
    },
    { files: WITHOUT_SUM, command: ['go', 'mod', 'tidy'], expect: { cause: 'checksum.sumdb-unreachable' } },
  ),
  socks('socks-wants-password', 'the SOCKS proxy wants a password', 'network.http-proxy-auth', 'wants-password'),
  socks('socks-not-allowed', 'the SOCKS proxy does not allow it', 'network.http-proxy-denied', 'not-allowed'),
  socks('socks-host-unreachable', 'the SOCKS proxy cannot reach the host', 'network.http-proxy-denied', 'host-unreachable'),
  socks('socks-closes', 'the SOCKS proxy closes the connection', 'network.http-proxy-unreachable', 'closes'),
  through(
    'socks-down',
    'nothing listens where the SOCKS proxy should be',
    'network.http-proxy-unreachable',
    {},
    {
      env: { HTTPS_PROXY: 'socks5://127.0.0.1:1' },
    },
  ),
);
