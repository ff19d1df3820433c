import type { Texts } from '../i18n/texts.ts';
import { mayEnterCommand } from '../model/command-grammar.ts';
import type { Incident, Report } from '../model/report.ts';
import { quoteWord } from './command-line.ts';
import { cutTexts } from './cut-texts.ts';
import { paragraph, prose, quoted, rows, type Style, withNotes } from './page.ts';

const MOST_SEEN = 5;

/** A failure that the log does not explain: what was seen, what is missing, how to see more. */
export function unknownIncident(incident: Incident, report: Report, style: Style): string[] {
  const { texts } = style;
  const ended = incident.command && texts.ended(incident.command.text, incident.command.line, incident.command.exitCode);
  const said = ended ? texts.unknown.command(ended) : texts.unknown.nothing;
  const why = report.input.cut.some(({ line }) => line !== undefined) ? said + texts.join.afterSentence + texts.unknown.gone : said;
  return [
    ...paragraph(why, style),
    '',
    ...seenRows(report, style),
    ...missingRows(report, style),
    '',
    ...nextRows(incident, report, style),
  ];
}

function seenRows(report: Report, style: Style): string[] {
  const lines = style.verbose ? report.unexplained : report.unexplained.slice(-MOST_SEEN);
  const seen = lines.map(({ line, text }) => ({ line, text, note: null as string | null }));
  const download = report.timeline.findLast(({ kind }) => kind === 'download');
  if (download && !seen.some(({ line }) => line === download.line))
    seen.push({ line: download.line, text: download.text, note: style.texts.unknown.lastDownload });
  const shown = seen.sort((one, other) => one.line - other.line);
  const digits = Math.max(1, ...shown.map(({ line }) => String(line).length));
  return shown.flatMap(({ line, text, note }) => quoted(style.texts.row.seen, line, text, note, digits, style));
}

function missingRows(report: Report, style: Style): string[] {
  const { texts } = style;
  const cut = cutTexts(report, texts);
  return prose(texts.row.missing, cut.length > 0 ? cut.join(texts.join.semicolon) : texts.unknown.missingReason, style, 15);
}

function nextRows(incident: Incident, report: Report, style: Style): string[] {
  const commands = nextCommands(incident, report, style.texts).map(({ title, command }) => ({
    text: `${title}  ${style.paint.command(command)}`,
    note: null,
  }));
  return [...rows(style.texts.row.next, withNotes(commands, style), style), ...prose('', style.texts.unknown.steps.raw, style)];
}

/** Commands that make the reason visible next time. */
export function nextCommands(incident: Incident, report: Report, texts: Texts): { title: string; command: string }[] {
  const { docker, download, module: oneModule } = texts.unknown.steps;
  const asked = report.timeline.findLast(({ kind }) => kind === 'download')?.text.split(' ');
  const said = incident.subject.module === null && asked ? { module: asked[0]!, version: asked[1] ?? null } : incident.subject;
  const module = said.module !== null && mayEnterCommand('module', said.module) ? said.module : null;
  const version = said.version !== null && mayEnterCommand('version', said.version) ? said.version : null;
  const inDocker = report.input.dialects.some((dialect) => dialect.startsWith('docker') || dialect === 'buildkit');
  const ofModule = module && oneModule(quoteWord(version ? `${module}@${version}` : module));
  return [...(inDocker ? [docker] : []), ...(ofModule ? [ofModule] : inDocker ? [] : [download])];
}
