import { compileRules } from '../../../src/catalog/compile.ts';
import { createPack } from '../../../src/catalog/pack-file.ts';
import { readRules } from '../../../src/catalog/read.ts';
import { middleGrams } from '../../../src/filter/literal-index.ts';
import { linearEngine } from '../../../src/match/linear.ts';
import type { Report } from '../../../src/model/report.ts';
import { createSession } from '../../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

/** What of an answer must not depend on the form of the log. */
export interface Answer {
  readonly verdict: string;
  readonly incidents: readonly {
    readonly verdict: string;
    readonly cause: string | null;
    readonly subject: Report['incidents'][number]['subject'];
    readonly terminal: boolean;
    readonly recovered: boolean;
    readonly command: string | null;
    readonly exitCode: number | null;
  }[];
}

/** The report of a log, built from the rules as they are in the folder. */
export function reportOf(log: string, filter: 'on' | 'off' = 'on'): Report {
  const session = createSession(pack, { name: 'log', version: 'test', filter }, linearEngine);
  session.push(Buffer.from(log));
  return session.report();
}

/** A report without lines, times and words. */
export function answerOf({ verdict, incidents }: Report): Answer {
  return {
    verdict,
    incidents: incidents.map(({ verdict, hypotheses, subject, terminal, recovered, command }) => ({
      verdict,
      cause: hypotheses[0]?.cause ?? null,
      subject,
      terminal,
      recovered,
      command: command?.text ?? null,
      exitCode: command?.exitCode ?? null,
    })),
  };
}
