import { readFileSync, writeFileSync } from 'node:fs';
import type { Remedy, ReportStep } from '../../src/model/report.ts';
import type { Sandbox } from './sandbox.ts';

/** Does what the remedy says, word for word, as in one terminal. Throws when a step fails. */
export async function follow(remedy: Remedy, box: Sandbox): Promise<void> {
  for (const step of remedy.steps) await takeStep(step, box);
}

/** Steps with the reader's values for `<…>`, written as into the shown command: a value stands where the hole stood, quotes and all. */
export function fillIn(steps: readonly ReportStep[], values: Readonly<Record<string, string>>, box: Sandbox): ReportStep[] {
  return JSON.parse(
    JSON.stringify(steps).replace(/<([^<>]+)>/g, (whole, name: string) => {
      if (!(name in values)) throw new Error(`no value for ${whole}`);
      return box.fill(values[name]!);
    }),
  ) as ReportStep[];
}

/** Takes a remedy back as its `undo` says. */
export async function takeBack(remedy: Remedy, box: Sandbox): Promise<void> {
  for (const step of remedy.undo) await takeStep(step, box);
}

/** Takes one step, and gives what it printed. */
export async function takeStep(step: ReportStep, box: Sandbox): Promise<string> {
  switch (step.kind) {
    case 'manual':
      throw new Error(`a remedy that the lab proves has a manual step: ${step.text}`);
    case 'edit-file': {
      const file = box.path(step.path);
      const text = readFileSync(file, 'utf8');
      if (!text.includes(step.find)) throw new Error(`${step.path} does not have ${JSON.stringify(step.find)}`);
      writeFileSync(
        file,
        text.replace(step.find, () => step.replace),
      );
      return '';
    }
    default: {
      const inside = step.kind === 'run' && step.cwd ? `cd ${step.cwd} && { ${step.posix}\n} && cd "$OLDPWD"` : step.posix;
      const { code, output } = await box.type(inside);
      if (code !== 0) throw new Error(`step failed with ${code}: ${step.posix}\n${output}`);
      return output;
    }
  }
}
