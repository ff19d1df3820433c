import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { removeTree } from './remove-tree.ts';
import { Sandbox } from './sandbox.ts';
import type { Scenario } from './scenario.ts';
import type { Toolbox } from './toolbox.ts';
import { startWorld } from './world.ts';

/** A scenario with its servers running. */
export interface Stage {
  /** A sandbox with the fault in it and nothing else; an earlier one is gone. */
  fresh(): Promise<Sandbox>;
  /** Hosts that were asked since the start, in order. */
  asked(): readonly string[];
  close(): Promise<void>;
}

/** Starts the servers of a scenario. */
export async function openStage(scenario: Scenario, toolbox: Toolbox): Promise<Stage> {
  const folder = join(toolbox.folder, scenario.name);
  mkdirSync(folder, { recursive: true });
  const world = await startWorld(scenario.world ?? {}, folder, toolbox.certificates, toolbox.keys);
  const close = async () => {
    await world.close();
    // One by one: hundreds of module caches at the end take longer than a test may.
    removeTree(folder);
  };
  return { fresh: () => Sandbox.build(scenario, folder, toolbox, world), asked: () => world.asked(), close };
}

/** The log of one failing run: what was looked at, then the command and what it printed. */
export async function failingLog(scenario: Scenario, box: Sandbox): Promise<{ log: string; code: number }> {
  let log = '';
  for (const argv of scenario.look ?? []) log += `$ ${argv.join(' ')}\n${(await box.run(argv)).output}`;
  const { code, output } = await box.fail();
  return { log: `${log}$ ${scenario.command.join(' ')}\n${output}`, code };
}
