import type { Scenario } from '../scenario.ts';
import { auth } from './auth.ts';
import { cache } from './cache.ts';
import { checksum } from './checksum.ts';
import { environment } from './environment.ts';
import { gomod } from './gomod.ts';
import { goproxy } from './goproxy.ts';
import { network } from './network.ts';
import { resolve } from './resolve.ts';
import { toolchain } from './toolchain.ts';
import { vcs } from './vcs.ts';
import { workspace } from './workspace.ts';

/** Every scenario of the lab. */
export const SCENARIOS: readonly Scenario[] = [
  ...auth,
  ...cache,
  ...checksum,
  ...environment,
  ...gomod,
  ...goproxy,
  ...network,
  ...resolve,
  ...toolchain,
  ...vcs,
  ...workspace,
];
