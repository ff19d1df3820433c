import { type RouteTexts, routeEnglish } from '../i18n/en-route.ts';
import type { RouteReport, SettledRoute } from '../model/route.ts';
import { guardData } from './guard.ts';
import { stopRows, sumdbText } from './route-rows.ts';
import { displayWidth, padToWidth } from './width.ts';
import { wrap } from './wrap.ts';

export interface RouteTextOptions {
  /** @default 100 */
  readonly width?: number;
  readonly ascii?: boolean;
  /** @default those of English */
  readonly words?: RouteTexts;
}

const INDENT = 3;

/** A route for a reader: who is asked, in which order, and the settings that decide. Ends with a line end. */
export function renderRouteText(report: RouteReport, { width = 100, ascii = false, words = routeEnglish }: RouteTextOptions = {}): string {
  const columns = Math.min(100, Math.max(80, width));
  const safe = guardData(report, { ascii });
  const go = safe.go.version === null ? safe.go.source : words.go(safe.go.version, safe.go.source);
  const blocks = [...routeBlocks(safe.now, words.now(go), columns, words)];
  if (safe.then !== null) {
    blocks.push(...routeBlocks(safe.then, words.with(safe.then.with.join(' ')), columns, words, safe.now));
    blocks.push(list(words.changes, safe.then.changes.length > 0 ? safe.then.changes : [words.noChange], columns));
  }
  return `${blocks.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

/** @param before what is the same there is not said again */
function routeBlocks(route: SettledRoute, title: string, columns: number, words: RouteTexts, before?: SettledRoute): string[][] {
  const name = route.version === null ? route.module : `${route.module}@${route.version}`;
  const { row } = words;
  const head = [words.title(name, title)];
  if (route.vendored) head.push(...prose(words.vendored, columns));
  if (route.error !== null) head.push(...prose(words.nobody(route.error), columns));
  const same = (row: { name: string; value: string; source: string }) =>
    before?.settings.some((other) => other.name === row.name && other.value === row.value && other.source === row.source) ?? false;
  const settings = route.settings.filter((row) => !same(row));
  const notes = route.notes.filter((note) => !before?.notes.includes(note));
  return [
    head,
    ...stopRows(route, words).map(({ heading, rows }, index) => [
      `${index + 1}. ${heading}`,
      ...rows.flatMap(({ label, text }) => labelled(label, text, 12, columns)),
    ]),
    route.error !== null ? [] : labelled(row.checksums, sumdbText(route.sumdb, words), 12, columns),
    table(
      row.settings,
      settings.map(({ name: key, value, source }) => [key, value === '' ? words.table.empty : value, source]),
      columns,
    ),
    before
      ? []
      : table(
          row.hidden,
          route.hidden.map(({ name: key, value, source, because }) => [key, value, source + words.join + because]),
          columns,
        ),
    list(row.note, notes, columns),
  ].filter((block) => block.length > 0);
}

function prose(text: string, columns: number): string[] {
  return wrap(text, columns - INDENT).map((line) => ' '.repeat(INDENT) + line);
}

function labelled(label: string, text: string, column: number, columns: number): string[] {
  return wrap(text, columns - INDENT - column).map(
    (line, index) => ' '.repeat(INDENT) + padToWidth(index === 0 ? label : '', column) + line,
  );
}

function list(label: string, items: readonly string[], columns: number): string[] {
  return items.flatMap((item, index) => labelled(index === 0 ? label : '', item, 12, columns));
}

/** Names in a column; a value and where it comes from behind it. */
function table(label: string, rows: readonly (readonly [string, string, string])[], columns: number): string[] {
  const names = Math.max(0, ...rows.map(([name]) => name.length)) + 2;
  const values = Math.min(50, Math.max(0, ...rows.map(([, value]) => displayWidth(value)))) + 2;
  return rows.flatMap(([name, value, source], index) => {
    const head = padToWidth(index === 0 ? label : '', 12) + name.padEnd(names);
    const gap = ' '.repeat(Math.max(2, values - displayWidth(value)));
    const line = ' '.repeat(INDENT) + head + value + gap + source;
    if (displayWidth(line) <= columns) return [line];
    return [' '.repeat(INDENT) + head + value, ...wrap(source, columns - INDENT - 14).map((more) => ' '.repeat(INDENT + 14) + more)];
  });
}
