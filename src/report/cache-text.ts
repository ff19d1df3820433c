import type { CacheTexts } from '../i18n/en-cache.ts';
import { type Language, textsOf } from '../i18n/texts.ts';
import type { CacheFinding, CacheReport } from '../model/cache.ts';
import { afterText, countText, folderRows, lockRows, lookedRows } from './cache-rows.ts';
import { guardData } from './guard.ts';
import { list, paragraph, rows, type Style } from './page.ts';
import { createPaint } from './paint.ts';
import { remedyRows } from './text-remedy.ts';

export interface CacheTextOptions {
  /** @default 100 */
  readonly width?: number;
  readonly color?: boolean;
  readonly ascii?: boolean;
  /** All notes and all files. @default false */
  readonly verbose?: boolean;
  readonly language?: Language;
}

const MOST_FILES = 3;
const MOST_NOTES = 5;

/** What was found in the caches, worst first, with what to type. Ends with a line end. */
export function renderCacheText(report: CacheReport, words: CacheTexts, options: CacheTextOptions = {}): string {
  const ascii = options.ascii ?? false;
  const style: Style = {
    texts: textsOf(options.language),
    paint: createPaint(options.color ?? false),
    width: Math.min(100, Math.max(80, options.width ?? 100)),
    ellipsis: ascii ? '...' : '…',
    verbose: options.verbose ?? false,
    place: 'posix',
    ask: false,
    input: '',
  };
  const safe = guardData(report, { ascii });
  if (safe.modcache === null && safe.gocache === null) return `${words.none}\n`;
  const notes = safe.findings.filter(({ severity }) => severity === 'info');
  const hidden = style.verbose ? 0 : Math.max(0, notes.length - MOST_NOTES);
  const shown = safe.findings.slice(0, safe.findings.length - hidden);
  const blocks = [
    [style.paint.heading(countText(safe, words)), ...folderRows(safe, words).flatMap((row) => paragraph(row, style))],
    ...shown.map((finding, index) => findingRows(finding, index + 1, words, style)),
    moreRows(safe, hidden, words, style),
    [...list(words.row.looked, lookedRows(safe, words), style), ...list(words.row.locks, lockRows(safe, words), style)],
  ].filter((block) => block.length > 0);
  return `${blocks.map((block) => block.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function findingRows(finding: CacheFinding, number: number, words: CacheTexts, style: Style): string[] {
  const { texts, paint } = style;
  const { severity, sure, title, says, files, fileCount, explains, fix, remedies, discouraged } = finding;
  const label = severity === 'error' ? 'very-likely' : severity === 'warning' ? 'possible' : 'unlikely';
  const code = explains === null ? '' : `   ${paint.quiet(explains.code)}`;
  const most = style.verbose ? files.length : MOST_FILES;
  const shown = files.slice(0, most);
  const left = fileCount - shown.length;
  const commands = fix.map((step) => ('posix' in step ? paint.command(step.posix) : ''));
  const after = afterText(finding, words);
  return [
    `${number}. ${paint.label(label, words.severity[severity])}${texts.join.colon}${paint.heading(title)}${code}`,
    ...paragraph(says, style),
    '',
    ...rows(
      shown.length === 1 && left === 0 ? words.row.file : words.row.files,
      [...shown, ...(left > 0 ? [words.moreFiles(left)] : [])],
      style,
    ),
    ...(explains === null ? [] : list(words.row.cause, [`${explains.cause}${texts.join.colon}${explains.title}`], style)),
    ...(sure === 'certain' ? [] : list(words.row.sure, [words.sure[sure]], style)),
    ...rows(texts.row.do, commands, style),
    ...(after === null ? [] : list(commands.length > 0 ? texts.row.then : texts.row.do, [after], style)),
    ...(commands.length === 0 && after === null ? remedyRows({ remedies, discouraged }, style) : []),
  ];
}

function moreRows({ findings, left }: CacheReport, hidden: number, words: CacheTexts, style: Style): string[] {
  const more = left.map(({ kind, count }) => words.moreOfAKind(findings.find((one) => one.kind === kind)?.title ?? kind, count));
  return [...more, ...(hidden > 0 ? [words.moreNotes(hidden)] : [])].flatMap((row) => paragraph(row, style));
}
