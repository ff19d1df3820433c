import type { Scenario } from '../scenario.ts';
import { auth } from './auth.ts';
import { cache } from './cache.ts';
import { checksum } from './checksum.ts';
import { command } from './command.ts';
import { disk } from './disk.ts';
import { environment } from './environment.ts';
import { gomod } from './gomod.ts';
import { goproxy } from './goproxy.ts';
import { httpProxies } from './http-proxies.ts';
import { nameServers } from './name-servers.ts';
import { network } from './network.ts';
import { otherSystems } from './other-systems.ts';
import { resolve } from './resolve.ts';
import { sourceCode } from './source-code.ts';
import { ssh } from './ssh.ts';
import { stalled } from './stalled.ts';
import { tls } from './tls.ts';
import { toolchain } from './toolchain.ts';
import { vanity } from './vanity.ts';
import { vcs } from './vcs.ts';
import { vendor } from './vendor.ts';
import { workspace } from './workspace.ts';

/** Every scenario of the lab. */
export const SCENARIOS: readonly Scenario[] = [
  ...auth,
  ...cache,
  ...checksum,
  ...command,
  ...disk,
  ...environment,
  ...gomod,
  ...goproxy,
  ...network,
  ...otherSystems,
  ...resolve,
  ...sourceCode,
  ...stalled,
  ...toolchain,
  ...httpProxies,
  ...nameServers,
  ...tls,
  ...ssh,
  ...vanity,
  ...vcs,
  ...vendor,
  ...workspace,
];
