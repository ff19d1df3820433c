import type { Remedy, ReportStep } from '../../src/model/report.ts';
import { explain } from './explain.ts';
import { takeStep } from './heal.ts';
import type { Sandbox } from './sandbox.ts';
import type { Scenario } from './scenario.ts';
import { failingLog, type Stage } from './stage.ts';

/**
 * The closed loop of a scenario as a person would see it: the failure, the answer, the steps typed with the fault still there, the command again, and what undo
 * brings back. Nothing is checked here; `play.ts` does that.
 */
export async function transcript(scenario: Scenario, stage: Stage): Promise<string> {
  const box = await stage.fresh();
  const { log, code } = await failingLog(scenario, box);
  const hypothesis = (await explain(log)).incidents[0]?.hypotheses[0];
  const remedy = hypothesis?.remedies.find(({ id }) => id === scenario.heals?.[0]);
  const said = `# modwhy: ${hypothesis?.label}: ${hypothesis?.title} (${hypothesis?.code})`;
  const parts = [`## ${scenario.name}: ${scenario.title}`, `${log.trimEnd()}\n[exit ${code}]`, said];
  if (!remedy) return [...parts, '# no remedy that the lab runs'].join('\n');
  parts.push(`# ${remedy.id}, ${remedy.applicability}: ${remedy.title}`, ...(await typed(remedy.steps, box)), await again(scenario, box));
  if (remedy.undo.length > 0) parts.push(...(await regret(remedy, scenario, stage)));
  return parts.join('\n');
}

async function regret(remedy: Remedy, scenario: Scenario, stage: Stage): Promise<string[]> {
  const box = await stage.fresh();
  const steps = await typed(remedy.steps, box);
  return ['# undo, in a fresh copy of the cache and of go.sum', ...steps, ...(await typed(remedy.undo, box)), await again(scenario, box)];
}

async function typed(steps: readonly ReportStep[], box: Sandbox): Promise<string[]> {
  const rows: string[] = [];
  for (const step of steps) {
    const shown =
      step.kind === 'edit-file' ? `edit ${step.path}: ${step.find} -> ${step.replace}` : step.kind === 'manual' ? '' : step.posix;
    rows.push(`$ ${shown}\n${await takeStep(step, box)}`.trimEnd());
  }
  return rows;
}

async function again(scenario: Scenario, box: Sandbox): Promise<string> {
  const { code, output } = await box.fail();
  return `$ ${scenario.command.join(' ')}\n${output}[exit ${code}]`;
}
