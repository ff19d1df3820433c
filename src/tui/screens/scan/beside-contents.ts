import { displayWidth, padToWidth } from '../../../report/width.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import type { Content } from '../../view/pane.ts';
import { type Row, row, span, spread } from '../../view/row.ts';
import { thousands, words } from '../../words.ts';
import type { ScanGroup } from './model.ts';
import { chosenGroup, type ScanState, shownGroups } from './state.ts';

// Panes that no key acts on; each is there only where the scan knows it.

/** All failures and those of the chosen cause, a bar for each day or some days; null without days. */
export function daysContent(state: ScanState, width: number, glyphs: Glyphs): Content | null {
  const { days: shown, groups } = state.model;
  if (!shown) return null;
  const all = summed(groups.filter(({ kind }) => kind !== 'no-failure'));
  const chosen = shownGroups(state)[chosenGroup(state)];
  if (all.length === 0) return null;
  const names = [words.scan.allFailures, ...(chosen?.days && chosen.kind === 'cause' ? [chosen.code] : [])];
  const columns = names.reduce((most, name) => Math.max(most, displayWidth(name)), 0);
  const rows = names.map((name, index): Row => {
    const counts = index === 0 ? all : chosen!.days!;
    const most = words.scan.mostADay(thousands(Math.max(...counts)));
    const room = Math.max(1, width - columns - displayWidth(most) - 7);
    return [
      span(`  ${padToWidth(name, columns)}  `, 'quiet'),
      span(sparkline(counts, room, glyphs), 'evidence'),
      span(`  ${most}`, 'quiet'),
    ];
  });
  return content(`${words.scan.pane.days}  ${words.scan.days(shown.first, shown.last)}`, rows);
}

function summed(groups: readonly ScanGroup[]): number[] {
  const sums: number[] = [];
  for (const { days = [] } of groups) for (const [index, count] of days.entries()) sums[index] = (sums[index] ?? 0) + count;
  return sums;
}

/** Two columns for each number, one, or one for several neighbours, as there is room. None is a blank, the least is seen. */
function sparkline(counts: readonly number[], width: number, { levels }: Glyphs): string {
  const each = Math.ceil(counts.length / width);
  const bars: number[] = [];
  for (let from = 0; from < counts.length; from += each) bars.push(Math.max(...counts.slice(from, from + each)));
  const most = Math.max(1, ...bars);
  const columns = counts.length * 2 <= width ? 2 : 1;
  return bars.map((count) => (count === 0 ? ' ' : levels[Math.ceil((count / most) * levels.length) - 1]!).repeat(columns)).join('');
}

/** What the files of the chosen cause have in common; null where that is not known. */
export function sameContent(state: ScanState, width: number, glyphs: Glyphs): Content | null {
  const group = shownGroups(state)[chosenGroup(state)];
  if (!group?.same || group.same.length === 0) return null;
  const names = group.same.reduce((most, { name }) => Math.max(most, displayWidth(name)), 0);
  const rows = group.same.map(({ name, value, count }) =>
    spread(
      [span(`  ${padToWidth(name, names)}  `, 'row'), span(value)],
      row(`${words.scan.of(thousands(count), thousands(group.count))} `, 'quiet'),
      width,
      glyphs.more,
    ),
  );
  return content(words.scan.pane.same, rows);
}

/** What ends it for all files of the chosen cause; null where that is not known. */
export function fixContent(state: ScanState): Content | null {
  const fix = shownGroups(state)[chosenGroup(state)]?.fix;
  if (!fix) return null;
  return content(words.scan.pane.fix, [row(`  ${fix.title}`), ...fix.lines.map((line) => row(`  ${line}`, 'command'))]);
}

function content(title: string, rows: readonly Row[]): Content {
  return { title, rows: rows.map((one, block) => ({ row: one, block })), cursor: 0 };
}
