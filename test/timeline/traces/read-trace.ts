import { compileRules } from '../../../src/catalog/compile.ts';
import { createPack } from '../../../src/catalog/pack-file.ts';
import { readRules } from '../../../src/catalog/read.ts';
import { middleGrams } from '../../../src/filter/literal-index.ts';
import { type Report, reportSchema } from '../../../src/model/report.ts';
import type { Span } from '../../../src/model/span.ts';
import { createSession } from '../../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

/** The report of a log with files beside it. */
export function explain(log: string | Buffer, files: Readonly<Record<string, string>> = {}, filter: 'on' | 'off' = 'on'): Report {
  const session = createSession(pack, { name: 'a.log', version: '0', filter });
  for (const [name, text] of Object.entries(files)) session.addEvidence(name, text);
  session.push(Buffer.from(log));
  return reportSchema.parse(session.report());
}

/** A span in one line: what, whose, how it ended, when it began and how long it took. */
export function short({ what, module, version, host, outcome, status, start, ms, attempt, beside }: Span): string {
  const name = module === null ? (host ?? '-') : `${module}${version === null ? '' : `@${version}`}`;
  return `${what} ${name} ${status ?? outcome} ${start}+${ms ?? '?'}${attempt > 1 ? ` try ${attempt}` : ''}${beside > 0 ? ` beside ${beside}` : ''}`;
}
