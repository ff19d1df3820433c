import { loadPack } from '../../src/catalog/load.ts';
import { linearEngine } from '../../src/match/linear.ts';
import type { Report } from '../../src/model/report.ts';
import { createSession } from '../../src/session/session.ts';

const pack = loadPack();

/** The report on a log, made in this process with the built catalog. */
export function explainText(log: string): Report {
  const session = createSession(pack, { name: 'log', version: '0' }, linearEngine);
  session.push(Buffer.from(log));
  return session.report();
}

/** The cause that leads, or the verdict where nothing does. */
export function leadOf(log: string): string {
  const { verdict, incidents } = explainText(log);
  return incidents[0]?.verdict === 'unknown' ? 'unknown' : (incidents[0]?.hypotheses[0]?.cause ?? verdict);
}
