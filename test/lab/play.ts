import type { ExpectStatic } from 'vitest';
import { explain } from './explain.ts';
import { fillIn, follow, takeBack, takeStep } from './heal.ts';
import type { Scenario } from './scenario.ts';
import { failingLog, openStage } from './stage.ts';
import type { Toolbox } from './toolbox.ts';

/** What one scenario has shown, as `CAUSE REMEDY`. */
export interface Played {
  readonly healed: readonly string[];
  readonly undone: readonly string[];
}

/** Runs a scenario with its servers: it fails twice, wrong fixes do not help, the answer is the expected one, remedies help, undo brings the failure back. */
export async function play(scenario: Scenario, toolbox: Toolbox, expect: ExpectStatic): Promise<Played> {
  const healed: string[] = [];
  const undone: string[] = [];
  const stage = await openStage(scenario, toolbox);
  try {
    const box = await stage.fresh();
    const { log, code } = await failingLog(scenario, box);
    expect(code, log).not.toBe(0);
    if (scenario.asked) expect(stage.asked(), log).toEqual(scenario.asked);
    expect((await box.fail()).code, 'the failure stands when run twice').not.toBe(0);
    for (const { title, script } of scenario.wrong ?? []) {
      const tempted = await stage.fresh();
      await tempted.fail();
      await tempted.type(script);
      expect((await tempted.fail()).code, `go still refuses after: ${title}`).not.toBe(0);
    }
    const report = await explain(log);
    const hypothesis = report.incidents[0]?.hypotheses[0];
    const { cause, verdict = 'module-failure', ...subject } = scenario.expect;
    expect({ verdict: report.verdict, cause: hypothesis?.cause }, log).toEqual({ verdict, cause });
    const { playbook } = report.incidents[0]!;
    if (playbook) expect(playbook.steps.filter(({ state }) => state === 'due').length, `${playbook.id}\n${log}`).toBe(1);
    for (const id of scenario.heals ?? []) {
      const remedy = hypothesis!.remedies.find((one) => one.id === id);
      expect(remedy?.applicability, `${cause} ${id}\n${log}`).toMatch(/^(automatic|confirm)$/);
      const healing = await stage.fresh();
      expect((await healing.fail()).code).not.toBe(0);
      await follow(remedy!, healing);
      const after = await healing.fail();
      expect(after.code, `after ${cause} ${id}: ${JSON.stringify(remedy!.steps)}\n${after.output}`).toBe(0);
      healed.push(`${cause} ${id}`);
      if (remedy!.undo.length === 0) continue;
      // The success has filled the cache and go.sum: only a fresh copy shows what undo does.
      const regretting = await stage.fresh();
      await follow(remedy!, regretting);
      await takeBack(remedy!, regretting);
      expect((await regretting.fail()).code, `after the undo of ${cause} ${id}: ${JSON.stringify(remedy!.undo)}`).not.toBe(0);
      undone.push(`${cause} ${id}`);
    }
    for (const [id, values] of Object.entries(scenario.filled ?? {})) {
      const remedy = hypothesis!.remedies.find((one) => one.id === id);
      expect(remedy?.applicability, `${cause} ${id}\n${log}`).toBe('placeholder');
      const healing = await stage.fresh();
      expect((await healing.fail()).code).not.toBe(0);
      for (const step of fillIn(remedy!.steps, values, healing)) await takeStep(step, healing);
      const after = await healing.fail();
      expect(after.code, `after ${cause} ${id}: ${JSON.stringify(remedy!.steps)}\n${after.output}`).toBe(0);
    }
    expect(report.incidents[0]?.subject, log).toMatchObject(subject);
    return { healed, undone };
  } finally {
    await stage.close();
  }
}
