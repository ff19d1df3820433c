import type { Language } from '../../../i18n/texts.ts';
import type { Incident, Report } from '../../../model/report.ts';
import type { Look } from '../../../session/growing/growing-log.ts';
import type { Session } from '../../../session/types.ts';
import { buildModel } from '../explain/build-model.ts';
import type { Reading } from '../explain/model.ts';

/** One problem that was seen in a log while it grew. */
export interface Finding {
  /** Stays the same from one report of a build to the next. */
  readonly id: string;
  readonly file: number;
  readonly build: number;
  readonly reading: Reading;
  /** The first line that shows it, within its build. */
  readonly line: number | null;
  /** Builds of the log in which it was seen. */
  readonly times: number;
  /** Its command has failed, or its build is over. */
  readonly settled: boolean;
  readonly report: Report;
  /** For the lines of its log; those of old builds are let go. */
  readonly session: Session | null;
}

/** How texts are made. */
interface Spoken {
  readonly ascii: boolean;
  readonly language: Language;
}

const mostOfBuild = 10;
const mostHeld = 200;
/** Builds of a log whose lines are kept. */
const sessionsHeld = 3;

/** The findings with what a look shows, newest first. What a build no longer shows is taken out: it got over that. */
export function withLook(findings: readonly Finding[], file: number, look: Look, spoken: Spoken): readonly Finding[] {
  const found = findingsOf(file, look, spoken);
  const own = (one: Finding) => one.file === file && one.build === look.build;
  const kept = findings.flatMap((one) => (own(one) ? (found.find(({ id }) => id === one.id) ?? []) : [one]));
  const added = found
    .filter(({ id }) => !findings.some((one) => one.id === id))
    .map((one) => ({ ...one, times: 1 + seenBefore(one, findings) }));
  return [...added.reverse(), ...kept.map((one) => ({ ...one, times: timesOf(one, findings) }))]
    .slice(0, mostHeld)
    .map((one) => letGo(one, file, look.build));
}

function findingsOf(file: number, { build, final, failed, report, session }: Look, { ascii, language }: Spoken): Finding[] {
  return report.incidents
    .filter(({ terminal }) => terminal)
    .slice(0, mostOfBuild)
    .map((incident) => {
      const alone = buildModel({ ...report, incidents: [incident] }, ascii, language);
      const reading = alone.readings[0]!;
      const line = Math.min(...reading.evidence, Infinity);
      return {
        id: idOf(file, build, incident),
        file,
        build,
        reading,
        line: Number.isFinite(line) ? line : null,
        times: 1,
        settled: final || failed,
        report,
        session,
      };
    });
}

/** The same problem with another cause in front, as more of the log is seen, is still the same. */
function idOf(file: number, build: number, { hypotheses, command, subject }: Incident): string {
  const about = subject.module ?? subject.host ?? subject.path ?? '';
  return JSON.stringify([file, build, command?.line ?? null, about || (hypotheses[0]?.cause ?? '')]);
}

function seenBefore(one: Finding, findings: readonly Finding[]): number {
  const same = findings.filter(
    ({ file, reading }) => file === one.file && reading.code === one.reading.code && reading.title === one.reading.title,
  );
  return Math.max(0, ...same.map(({ times }) => times));
}

function timesOf(one: Finding, before: readonly Finding[]): number {
  return before.find(({ id }) => id === one.id)?.times ?? one.times;
}

function letGo(one: Finding, file: number, build: number): Finding {
  return one.file === file && one.session && one.build <= build - sessionsHeld ? { ...one, session: null } : one;
}
