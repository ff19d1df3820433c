import { loadPack } from '../catalog/load.ts';
import { comparingLanguage } from '../i18n/comparing/texts.ts';
import type { Report } from '../model/report.ts';
import { createSession } from '../session/session.ts';
import { version } from './version.ts';

/** Explains a log that stands beside what a command compares. */
export async function explainBeside(name: string, open: () => AsyncIterable<Uint8Array>): Promise<Report> {
  const language = comparingLanguage();
  const pack = loadPack(language);
  const linear = pack.linear ? (await import('../match/linear.ts')).linearEngine : null;
  const session = createSession(pack, { name, version, redact: 'off', language }, linear);
  for await (const chunk of open()) session.push(chunk);
  return session.report();
}

/** The problem that made the run fail, or the first one. */
export function mainIncident(report: Report): Report['incidents'][number] | null {
  return report.incidents.find(({ terminal, recovered }) => terminal && !recovered) ?? report.incidents[0] ?? null;
}

/** Modules that the failure is about: its own, and those that its evidence names. */
export function subjectsOf(report: Report): string[] {
  const incident = mainIncident(report);
  if (incident === null) return [];
  const named = incident.hypotheses
    .slice(0, 1)
    .flatMap(({ evidence }) =>
      evidence.flatMap(({ text }) =>
        [...text.matchAll(/([\w.-]{1,100}\.[a-z]{2,12}(?:\/[\w.~-]{1,100}){0,8})@v\d/g)].map(([, path]) => path!),
      ),
    );
  return [...new Set([...(incident.subject.module ? [incident.subject.module] : []), ...named])].slice(0, 8);
}
