import { fileURLToPath } from 'node:url';
import type { ExpectStatic } from 'vitest';
import { type CacheReport, cacheReportSchema } from '../../src/model/cache.ts';
import type { CacheFault } from './cache-faults.ts';
import { explain } from './explain.ts';
import { takeStep } from './heal.ts';
import type { Sandbox } from './sandbox.ts';
import type { Scenario } from './scenario.ts';
import { openStage } from './stage.ts';
import type { Toolbox } from './toolbox.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/modwhy.js', import.meta.url));

/** Runs the built program on the caches of a sandbox. */
export async function cacheReport(box: Sandbox, ...more: readonly string[]): Promise<CacheReport> {
  const { code, output } = await box.run([process.execPath, PROGRAM, 'cache', '--format', 'json', ...more]);
  if (code !== 0) throw new Error(`modwhy cache: exit ${code}: ${output}`);
  return cacheReportSchema.parse(JSON.parse(output));
}

/** The part of a fault that every scenario has. */
export function scenarioOf({ heals: _, cause: __, ...fault }: CacheFault): Scenario {
  return { ...fault, expect: { cause: '' } };
}

/** What one fault has shown. */
export interface PlayedCache {
  readonly kinds: readonly string[];
  /** The cause that explain gives for what go printed; null when go was silent. */
  readonly cause: string | null;
  readonly named: string | null;
  readonly log: string;
}

/** Breaks a cache, looks at it, runs go, explains its error, does what the finding says, and runs both again. */
export async function playCache(fault: CacheFault, toolbox: Toolbox, expect: ExpectStatic): Promise<PlayedCache> {
  const stage = await openStage(scenarioOf(fault), toolbox);
  try {
    const box = await stage.fresh();
    const before = await cacheReport(box);
    const found = before.findings.find(({ kind }) => kind === fault.kind);
    expect(found, `found: ${before.findings.map(({ kind }) => kind).join(', ') || 'nothing'}`).toBeDefined();
    const { code, output } = await box.fail();
    const log = `$ ${fault.command.join(' ')}\n${output}`;
    expect({ go: code === 0 ? 'silent' : 'fails' }, log).toEqual({ go: fault.go });
    const cause = code === 0 ? null : ((await explain(log)).incidents[0]?.hypotheses[0]?.cause ?? '');
    const named = found!.explains?.cause ?? null;
    if (cause !== null) expect(cause, log).toBe(fault.cause ?? named);
    if (found!.fix.length > 0 && fault.heals !== false) await heals(fault, stage.fresh, expect);
    return { kinds: before.findings.map(({ kind }) => kind), cause, named, log };
  } finally {
    await stage.close();
  }
}

async function heals(fault: CacheFault, fresh: () => Promise<Sandbox>, expect: ExpectStatic): Promise<void> {
  const box = await fresh();
  const findings = (await cacheReport(box)).findings.filter(({ kind }) => kind === fault.kind);
  for (const { fix } of findings) for (const step of fix) await takeStep(step, box);
  const { code, output } = await box.fail();
  expect(code, `after ${JSON.stringify(findings[0]!.fix)}:\n${output}`).toBe(0);
  const after = await cacheReport(box);
  expect(after.findings.filter(({ kind }) => kind === fault.kind)).toEqual([]);
}
