import { type Language, type Texts, textsOf } from '../i18n/texts.ts';
import type { Incident, Report } from '../model/report.ts';
import { firstLineOf } from './evidence-place.ts';
import { guardData } from './guard.ts';
import { cutToWidth } from './width.ts';

const MESSAGE_COLUMNS = 300;

interface Row {
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'note';
  /** `GM0401 auth.some-cause`, or a word of this format. */
  readonly what: string;
  readonly message: string;
}

/**
 * One line a finding, by line number: `FILE:LINE: SEVERITY: CODE SLUG: MESSAGE`, as compilers print. `error` is what made a command fail,
 * `warning` what should be changed all the same, `note` what the build got over. Empty when there is nothing to say.
 */
export function renderLines(report: Report, language: Language = 'en'): string {
  const safe = guardData(report);
  const texts = textsOf(language);
  const rows = [
    ...safe.incidents.map((incident) => incidentRow(incident, safe, texts)),
    ...safe.advice.map((row) => adviceRow(row, texts)),
  ];
  const name = fileName(safe.input.name);
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => a.row.line - b.row.line || a.index - b.index)
    .map(
      ({ row }) => `${harmless(`${name}:${row.line}: ${row.severity}: ${row.what}: ${cutToWidth(row.message, MESSAGE_COLUMNS, '…')}`)}\n`,
    )
    .join('');
}

function incidentRow(incident: Incident, report: Report, texts: Texts): Row {
  const severity = incident.terminal ? 'error' : 'note';
  const first = incident.verdict === 'unknown' ? undefined : incident.hypotheses[0];
  if (!first) {
    const seen = incident.terminal ? report.unexplained[0]?.line : undefined;
    return { line: seen ?? firstLine(incident, report) ?? 1, severity, what: 'unknown', message: texts.verdict.unknown };
  }
  const past = incident.terminal ? '' : `${incident.recovered ? texts.row.recovered : texts.row.tolerated}${texts.join.colon}`;
  const message = `${past}${texts.label[first.label]}${texts.join.colon}${first.title}`;
  return { line: firstLine(incident, report) ?? 1, severity, what: `${first.code} ${first.cause}`, message };
}

function firstLine({ hypotheses: [first], command }: Incident, report: Report): number | undefined {
  return firstLineOf(first, report) ?? command?.line;
}

function adviceRow({ line, text, verdict, because }: Report['advice'][number], { adviceVerdict, join }: Texts): Row {
  return { line, severity: 'warning', what: 'advice', message: `${text} ${adviceVerdict[verdict]}${join.colon}${because}` };
}

/** Standard input has no name that an editor could open; a name that looks like a line of this format is not taken for one. */
function fileName(name: string): string {
  if (name.trim() === '') return '<unnamed>';
  return name === '-' ? '<stdin>' : name.replace(/:(?=\d+: )/g, '%3A');
}

/**
 * A line that no CI system takes as a command of its own: GitHub and Azure obey `##[` and `##vso[` anywhere in a line,
 * GitHub `::` and TeamCity `##teamcity[` at its start.
 */
function harmless(line: string): string {
  const apart = line.replace(/##(?=\[|[A-Za-z]{1,20}\[)/g, '# #');
  return /^\s*::/.test(apart) ? `./${apart.trimStart()}` : apart;
}
