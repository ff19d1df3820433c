import type { Texts } from '../i18n/texts.ts';
import type { Hypothesis, Incident, Report } from '../model/report.ts';
import { firstLineOf } from './evidence-place.ts';

/** What a report has to say at one line of the log. */
export interface FindingRow {
  readonly line: number;
  /** `error` is what made a command fail, `warning` what should be changed all the same, `note` what the build got over. */
  readonly severity: 'error' | 'warning' | 'note';
  /** A code such as `GM0401`, or `unknown` or `advice`. */
  readonly rule: string;
  /** The slug of the cause. */
  readonly cause: string | null;
  readonly message: string;
  /** What stands in the log there. */
  readonly text: string | null;
  readonly fingerprint: string | null;
  readonly hypothesis: Hypothesis | null;
}

/** Everything that a report has to say, by line number. */
export function findingRows(report: Report, texts: Texts): FindingRow[] {
  const rows = [
    ...report.incidents.map((incident) => incidentRow(incident, report, texts)),
    ...report.advice.map((row) => adviceRow(row, texts)),
  ];
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => a.row.line - b.row.line || a.index - b.index)
    .map(({ row }) => row);
}

function incidentRow(incident: Incident, report: Report, texts: Texts): FindingRow {
  const severity = incident.terminal ? 'error' : 'note';
  const { fingerprint } = incident;
  const first = incident.verdict === 'unknown' ? undefined : incident.hypotheses[0];
  if (!first) {
    const seen = incident.terminal ? report.unexplained[0] : undefined;
    const line = seen?.line ?? firstLine(incident, report) ?? 1;
    const message = texts.verdict.unknown;
    return { line, severity, rule: 'unknown', cause: null, message, text: seen?.text ?? null, fingerprint, hypothesis: null };
  }
  const past = incident.terminal ? '' : `${incident.recovered ? texts.row.recovered : texts.row.tolerated}${texts.join.colon}`;
  const message = `${past}${texts.label[first.label]}${texts.join.colon}${first.title}`;
  const line = firstLine(incident, report) ?? 1;
  const text = first.evidence.find((item) => item.source.input === report.input.name)?.text ?? null;
  return { line, severity, rule: first.code, cause: first.cause, message, text, fingerprint, hypothesis: first };
}

function firstLine({ hypotheses: [first], command }: Incident, report: Report): number | undefined {
  return firstLineOf(first, report) ?? command?.line;
}

function adviceRow({ line, text, verdict, because }: Report['advice'][number], { adviceVerdict, join }: Texts): FindingRow {
  const message = `${text} ${adviceVerdict[verdict]}${join.colon}${because}`;
  return { line, severity: 'warning', rule: 'advice', cause: null, message, text, fingerprint: null, hypothesis: null };
}

/** Why, and the first remedy: what a reader sees who has nothing else. */
export function explanation({ hypothesis }: FindingRow, { join }: Texts): string[] {
  if (!hypothesis) return [];
  const [remedy] = hypothesis.remedies;
  const steps = remedy?.steps.map((step) => (step.kind === 'manual' ? step.text : step.posix)) ?? [];
  return [hypothesis.why, ...(remedy ? [`${remedy.title}${join.colon.trimEnd()}`, ...steps.map((step) => `  ${step}`)] : [])].filter(
    (line) => line !== '',
  );
}
