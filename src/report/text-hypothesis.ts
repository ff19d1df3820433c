import type { Texts } from '../i18n/texts.ts';
import type { Evidence, Hypothesis, Incident } from '../model/report.ts';
import { distinctLines, whereOf } from './evidence-place.ts';
import { list, paragraph, prose, quoted, type Style } from './page.ts';
import { domainText, routeLines } from './route-summary.ts';
import { probeRows, remedyRows } from './text-remedy.ts';

const MOST_FOR = 4;
const MOST_AGAINST = 2;
const SHORT_ROWS = 2;

/** The code that people look up; what is no module failure is named by its kind. */
export function shownCode(hypothesis: Hypothesis): string {
  return hypothesis.cause.startsWith('not-module.') ? hypothesis.cause : hypothesis.code;
}

/** `1. very likely: title   GM0401` */
function titleLine(hypothesis: Hypothesis, style: Style): string {
  const { paint, texts } = style;
  const label = paint.label(hypothesis.label, texts.label[hypothesis.label]);
  return `${hypothesis.rank}. ${label}${texts.join.colon}${paint.heading(hypothesis.title)}   ${paint.quiet(shownCode(hypothesis))}`;
}

/** The first reading of an incident, with all that supports it and what to do. */
export function leadingHypothesis(hypothesis: Hypothesis, incident: Incident, style: Style): string[] {
  const blocks = [
    [...evidenceRows(hypothesis, MOST_FOR, MOST_AGAINST, style), ...contrastRows(hypothesis, style), ...placeRows(incident, style)],
    remedyRows(hypothesis, style),
    probeRows(hypothesis, style),
  ];
  const head = [titleLine(hypothesis, style), ...(hypothesis.why ? paragraph(hypothesis.why, style) : [])];
  return [head, ...blocks.filter((block) => block.length > 0)].flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

/** A reading that came second or later: its title and why it was considered. The ones worth trying say how. */
export function otherHypothesis(hypothesis: Hypothesis, style: Style): string[] {
  const lines = [titleLine(hypothesis, style), ...evidenceRows(hypothesis, SHORT_ROWS, SHORT_ROWS, style)];
  if (style.verbose || hypothesis.label !== 'unlikely') {
    const first = { ...hypothesis, remedies: hypothesis.remedies.slice(0, style.verbose ? undefined : 1), discouraged: [] };
    lines.push(...remedyRows(first, style));
  }
  return lines;
}

/** Log lines for and against, in the order of their weight, without saying the same line twice. */
function evidenceRows(hypothesis: Hypothesis, mostFor: number, mostAgainst: number, style: Style): string[] {
  const { texts } = style;
  const supporting = distinctLines(hypothesis.evidence.filter((item) => item.for));
  const against = distinctLines(hypothesis.evidence.filter((item) => !item.for));
  const shownFor = style.verbose ? supporting : supporting.slice(0, mostFor);
  const shownAgainst = style.verbose ? against : against.slice(0, mostAgainst);
  const digits = Math.max(1, ...[...shownFor, ...shownAgainst].map((item) => whereOf(item, style.input).length));
  const row = (label: string) => (item: Evidence) =>
    quoted(label, whereOf(item, style.input), item.text, item.says ?? entryOf(item, texts), digits, style);
  const lines = shownFor.flatMap(row(texts.row.for));
  const left = supporting.length - shownFor.length;
  if (left > 0) lines.push(`${' '.repeat(14 + digits)}${style.paint.quiet(texts.moreLines(left))}`);
  return [...lines, ...shownAgainst.flatMap(row(texts.row.against))];
}

/** Lines are counted through a whole archive; whoever opens one file of it needs the number there. */
export function entryOf({ source: { entry, entryLine } }: Evidence, texts: Texts): string | null {
  return entry !== null && entryLine !== undefined ? texts.inEntry(entry, entryLine) : null;
}

/** Where it sits, and who is asked for the module. */
function placeRows(incident: Incident, style: Style): string[] {
  const { texts } = style;
  return [
    ...prose(texts.row.where, domainText(incident.domain, texts), style),
    ...list(texts.row.route, routeLines(incident, texts), style),
  ];
}

function contrastRows(hypothesis: Hypothesis, style: Style): string[] {
  return hypothesis.contrast.flatMap(({ against, because, line }) => {
    const { join, row, line: named } = style.texts;
    const where = line === null ? '' : join.bracketed(named(line));
    return prose(row.notThis, `${causeName(against, style.texts)}${where}${join.colon}${because}`, style, 15);
  });
}

/** `network.connect-refused` is a name for programs; a reader gets `connect refused`. */
export function causeName(id: string, { causeNames }: Texts): string {
  if (causeNames[id] !== undefined) return causeNames[id];
  return /^[a-z0-9-]+\.[a-z0-9-]+$/.test(id) ? id.slice(id.indexOf('.') + 1).replaceAll('-', ' ') : id;
}
