import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reproSchema } from '../../src/model/repro.ts';
import { modwhy } from '../cli/modwhy.ts';
import { explain } from '../lab/explain.ts';
import type { Scenario } from '../lab/scenario.ts';
import { failingLog, openStage } from '../lab/stage.ts';
import type { Toolbox } from '../lab/toolbox.ts';

export interface Again {
  readonly kind: string | null;
  /** Causes of the failure in its log, and of what the printed commands show. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly code: number;
  readonly output: string;
}

/** Lets a scenario fail, asks for the commands that show it again, and types them in a sandbox where nobody has tried yet. */
export async function again(scenario: Scenario, toolbox: Toolbox): Promise<Again> {
  const stage = await openStage(scenario, toolbox);
  try {
    const { log } = await failingLog(scenario, await stage.fresh());
    const box = await stage.fresh();
    const file = path.join(toolbox.folder, `${scenario.name}.log`);
    writeFileSync(file, log);
    const beside = ['go.mod', 'go.sum'].map((name) => box.path(name)).filter(isReadable);
    const { out, err } = modwhy(['repro', file, ...beside.flatMap((name) => ['--with', name]), '--format', 'json']);
    if (out === '') throw new Error(err);
    const { steps, kind, failure } = reproSchema.parse(JSON.parse(out));
    await box.type(`export PATH="$PATH:${coreutils(toolbox)}"`);
    // As one terminal: what one line sets, the next one uses.
    const command = (id: string) => steps.find((step) => step.id === id)!.command;
    const before = steps.filter(({ id }) => id !== 'run' && id !== 'remove').map((step) => `${step.command} || exit 98\n`);
    const { code, output } = await box.type(
      `${before.join('')}${command('run')}\nlab_run=$?\n${command('remove')} || exit 99\n[ ! -e "$d" ] || exit 97\n(exit $lab_run)`,
    );
    if (code >= 97 && code <= 99) throw new Error(`${scenario.name}: ${code}\n${output}`);
    const { incidents } = await explain(`$ ${command('run')}\n${output}`);
    return { kind, before: failure?.cause, after: incidents[0]?.hypotheses[0]?.cause, code, output };
  } finally {
    await stage.close();
  }
}

/** The lab's PATH has only what go itself starts. */
function coreutils({ folder }: Toolbox): string {
  const bin = path.join(folder, 'coreutils');
  mkdirSync(bin, { recursive: true });
  for (const name of ['mktemp', 'cp', 'rm']) {
    const own = ['/usr/bin', '/bin'].map((place) => path.join(place, name)).find(existsSync);
    if (own && !existsSync(path.join(bin, name))) symlinkSync(own, path.join(bin, name));
  }
  return bin;
}

function isReadable(name: string): boolean {
  try {
    return readFileSync(name, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
