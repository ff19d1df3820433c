import { type Language, textsOf } from '../i18n/texts.ts';
import type { Incident, Report } from '../model/report.ts';
import { guardData } from './guard.ts';
import { paragraph, type Style } from './page.ts';
import { createPaint } from './paint.ts';
import { footerBlocks } from './text-footer.ts';
import { leadingHypothesis, otherHypothesis } from './text-hypothesis.ts';
import { playbookRows } from './text-playbook.ts';
import { questionRows } from './text-question.ts';
import { unknownIncident } from './text-unknown.ts';

const NARROWEST = 80;
const WIDEST = 100;
const MOST_READINGS = 3;

export interface TextOptions {
  /** Columns for prose, kept between 80 and 100. @default 100 */
  readonly width?: number;
  /** @default false */
  readonly color?: boolean;
  /** Nothing outside ASCII. @default false */
  readonly ascii?: boolean;
  /** All readings, all evidence, the lines that nothing explains. @default false */
  readonly verbose?: boolean;
  /** The input is a file that can be explained again, so that a reader can be told how to be asked. @default false */
  readonly ask?: boolean;
  /** @default en */
  readonly language?: Language;
}

/** The report for a reader: the verdict, the lines that it rests on, what to do. Ends with a line end. */
export function renderText(report: Report, options: TextOptions = {}): string {
  const ascii = options.ascii ?? false;
  const style: Style = {
    texts: textsOf(options.language),
    paint: createPaint(options.color ?? false),
    width: Math.min(WIDEST, Math.max(NARROWEST, options.width ?? WIDEST)),
    ellipsis: ascii ? '...' : '…',
    verbose: options.verbose ?? false,
    place: 'posix',
    ask: options.ask ?? false,
    input: '',
  };
  const safe = guardData(report, { ascii });
  const shown = { ...style, input: safe.input.name };
  const blocks = [header(safe, shown), ...incidentBlocks(safe, shown), ...footerBlocks(safe, shown)];
  return `${blocks.map((block) => block.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

/** `NAME: a Go module failure` */
function header(report: Report, style: Style): string[] {
  const { texts, paint } = style;
  const name = report.input.name === '-' ? texts.stdin : report.input.name;
  const head = [`${paint.heading(name)}${texts.join.colon}${paint.verdict(report.verdict, texts.verdict[report.verdict])}`];
  if (report.verdict !== 'no-failure') return head;
  return [...head, '', ...paragraph(report.input.bytes === 0 ? texts.empty : texts.noFailure(report.input.lines), style)];
}

function incidentBlocks(report: Report, style: Style): string[][] {
  const terminal = report.incidents.filter((incident) => incident.terminal);
  return terminal.flatMap((incident, index) => {
    const heading = terminal.length > 1 ? [[incidentHeading(incident, index + 1, terminal.length, style)]] : [];
    return [...heading, ...oneIncident(incident, report, { ...style, place: incident.place })];
  });
}

function oneIncident(incident: Incident, report: Report, style: Style): string[][] {
  if (incident.verdict === 'unknown') {
    const weak = incident.hypotheses.slice(0, MOST_READINGS);
    const open = questionRows(incident, report, style);
    const readings = weak.length > 0 ? [paragraph(style.texts.unknown.weak + style.texts.join.colon.trimEnd(), style)] : [];
    const weakOnes = weak.map((hypothesis) => otherHypothesis(hypothesis, style));
    return [unknownIncident(incident, report, style), ...readings, ...weakOnes, ...(open.length > 0 ? [open] : [])];
  }
  const [first, ...others] = incident.hypotheses;
  if (!first) return [unknownIncident(incident, report, style)];
  const shown = style.verbose ? others : others.slice(0, MOST_READINGS - 1);
  const steps = playbookRows(incident, style);
  const open = questionRows(incident, report, style);
  const lead = [...leadingHypothesis(first, incident, style), ...[steps, open].flatMap((rows) => (rows.length > 0 ? ['', ...rows] : []))];
  const blocks = [lead, ...shown.map((hypothesis) => otherHypothesis(hypothesis, style))];
  if (shown.length < others.length) blocks.push(paragraph(style.texts.moreReadings(others.length - shown.length), style));
  return blocks;
}

function incidentHeading(incident: Incident, number: number, of: number, style: Style): string {
  const { texts, paint } = style;
  const command = incident.command
    ? `${texts.join.colon}${texts.ended(incident.command.text, incident.command.line, incident.command.exitCode)}`
    : '';
  return `   ${paint.heading(`${texts.problem(number, of)}${command}`)}`;
}
