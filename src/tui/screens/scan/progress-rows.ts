import { displayWidth } from '../../../report/width.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { fitRow, type Row, row } from '../../view/row.ts';
import { thousands, words } from '../../words.ts';
import type { ScanModel } from './model.ts';

const MOST_BAR = 46;
/** From here on every worker has a row of its own. */
const WIDE = 120;
const MOST_WORKERS = 4;

/** How far it is, how fast, and what is being read. Nothing turns or blinks: the numbers move. */
export function progressRows(model: ScanModel, columns: number, glyphs: Glyphs): Row[] {
  const { files, phase, known } = model;
  const counted = words.scan.files(thousands(files.done), files.total === null ? null : thousands(files.total));
  const share = files.total === null ? null : files.total === 0 ? 1 : files.done / files.total;
  const room = columns >= WIDE ? columns - 12 : Math.min(MOST_BAR, columns - displayWidth(counted) - 14);
  const bar = share === null ? '' : `${barOf(share, room)}  ${String(Math.floor(share * 100)).padStart(3)} %`;
  const old = known === undefined || known === 0 ? [] : [words.scan.known(thousands(known))];
  const parts = [counted, ...(phase === 'reading' ? paceOf(model) : []), ...old];
  if (columns >= WIDE && bar !== '')
    return [
      fitRow(row(`  ${bar}`), columns, glyphs.more),
      fitRow(row(`  ${parts.join('   ')}`, phase === 'reading' ? 'quiet' : 'plain'), columns, glyphs.more),
      ...nowRows(model, columns, glyphs),
    ];
  const done = fitRow(
    row(`  ${[bar, counted, ...(phase === 'reading' ? [] : old)].filter((part) => part !== '').join('   ')}`),
    columns,
    glyphs.more,
  );
  if (phase !== 'reading') return [done];
  return [done, fitRow(row(`  ${parts.slice(1).join('   ')}`, 'quiet'), columns, glyphs.more), ...nowRows(model, columns, glyphs)];
}

function paceOf({ bytes, bytesPerSecond, secondsLeft, workers }: ScanModel): string[] {
  const amounts = words.scan.bytes(size(bytes.done), bytes.total === null ? null : size(bytes.total));
  const left = secondsLeft === null ? [] : [words.scan.left(secondsLeft)];
  return [amounts, `${size(bytesPerSecond)}/s`, ...left, words.scan.workers(workers)];
}

function nowRows({ phase, now, reading }: ScanModel, columns: number, glyphs: Glyphs): Row[] {
  if (phase !== 'reading') return [];
  const quiet = (text: string) => fitRow(row(text, 'quiet'), columns, glyphs.more);
  if (columns >= WIDE && reading && reading.length > 1)
    return reading.slice(0, MOST_WORKERS).map((name, index) => quiet(`  ${words.scan.worker(index + 1)}  ${name ?? ''}`));
  return [quiet(now === null ? '' : `  ${words.scan.now}  ${now}`)];
}

function barOf(share: number, width: number): string {
  if (width < 4) return '';
  const full = Math.floor(share * width);
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]`;
}

function size(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(0)} MB` : `${Math.ceil(bytes / 1e3)} KB`;
}
