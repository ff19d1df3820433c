import { judgeAdvice } from '../diagnose/advice.ts';
import { type Diagnosis, diagnose } from '../diagnose/diagnose.ts';
import type { Line } from '../model/line.ts';
import type { Answer } from '../model/question.ts';
import type { Report } from '../model/report.ts';
import { jobEnded } from '../parse/unended-job.ts';
import { buildTimeline } from '../timeline/timeline.ts';
import { environmentRows } from './environments.ts';
import { firstAt } from './skipped-lines.ts';
import type { Progress } from './types.ts';
import type { Sources, Understood } from './understand.ts';

const maxUnexplained = 50;
const nothingHappened: ReturnType<typeof buildTimeline> = { events: [], seen: 0 };

export interface Reported extends Progress, Pick<Diagnosis, 'trees'> {}

/**
 * The report of what was understood.
 * @param encodings that the text was in before it was pushed
 * @param again the same was reported before, with other answers
 */
export function reportOf(
  understood: Understood,
  { pack, options, texts, reading }: Sources,
  answers: readonly Answer[],
  encodings: ReadonlySet<string>,
  again: boolean,
): Reported {
  const { whole, cuts, lines, segments, output, said, sides, traced } = understood;
  const inTraces = traced && {
    waits: traced.quiet.map(({ span, quietMs }) => ({ line: span.line, quietMs })),
    spans: traced.spans,
    resolver: traced.traces.resolver,
    lineOf: (number: number) => lines.slice(firstAt(lines, number), firstAt(lines, number + 1))[0],
  };
  const diagnosis = diagnose(said, segments, output, pack, understood.context, understood.files, answers, inTraces);
  const { verdict, incidents, errorLines, unexplained } = diagnosis;
  const { events, seen } =
    options.timeline === 'off'
      ? nothingHappened
      : buildTimeline(lines, segments, errorLines, texts.exit, traced?.spans, reading.downloadsLeftOut());
  if (seen > events.length && !again) cuts.add('timeline', seen, events.length);
  const beside = [...understood.beside, ...differing(understood, incidents, { options, texts })];
  const report: Report = {
    schemaVersion: 1,
    type: 'report',
    index: options.index ?? 0,
    tool: { name: 'modwhy', version: options.version, catalog: pack.catalog, calibration: null },
    input: {
      name: options.name,
      entries: reading.entries(),
      lines: reading.count(),
      bytes: reading.bytes(),
      encoding: encodings.size > 0 ? [...encodings].join(', ') : 'utf-8',
      dialects: [...understood.dialects],
      complete: cuts.complete(),
      cut: cuts.rows(),
    },
    verdict,
    incidents,
    timeline: events,
    ...(traced && { spans: traced.spans, traces: traced.traces }),
    ...(sides.length > 0 && { sides }),
    advice: options.remedies === 'off' ? [] : judgeAdvice(lines, texts.diagnosis.advice),
    unexplained: unexplained.slice(0, maxUnexplained).map(({ number, text }) => ({ line: number, text: text.slice(0, 400) })),
    ...(diagnosis.answers.length > 0 && { answers: diagnosis.answers.map((answer) => ({ ...answer, argv: [...answer.argv] })) }),
    ...(beside.length > 0 && { beside }),
    redactions: 0,
  };
  const standing = standingOf(understood, lines);
  return { report: whole || standing !== 'open' ? report : withoutWords(report), standing, trees: diagnosis.trees };
}

function standingOf({ segments }: Understood, lines: readonly Line[]): Progress['standing'] {
  if (jobEnded(lines)) return 'over';
  return segments.some(({ exit }) => exit === 'failed' || (typeof exit === 'number' && exit !== 0)) ? 'failed' : 'open';
}

/** Words such as "error:" come by in builds that succeed: alone they say nothing before the end. */
function withoutWords(report: Report): Report {
  if (report.verdict !== 'unknown') return report;
  const incidents = report.incidents.filter(({ verdict }) => verdict !== 'unknown');
  return { ...report, verdict: 'no-failure', incidents, unexplained: [] };
}

function differing(
  { environments: { own, others } }: Understood,
  incidents: Report['incidents'],
  { options, texts }: Pick<Sources, 'options' | 'texts'>,
): NonNullable<Report['beside']> {
  if (own === null || others.length === 0 || !options.compareEnvironments) return [];
  const causes = new Set(incidents.flatMap(({ hypotheses }) => hypotheses.slice(0, 2).map(({ cause }) => cause)));
  return environmentRows(own, others, causes, options.compareEnvironments, texts.diagnosis.beside);
}
