import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { loadLanguage } from '../../src/i18n/texts.ts';
import { linearEngine } from '../../src/match/linear.ts';
import { createSession } from '../../src/session/session.ts';
import { logSource } from '../../src/tui/log/log-source.ts';
import { buildModel } from '../../src/tui/screens/explain/build-model.ts';
import { explainBindings } from '../../src/tui/screens/explain/keys.ts';
import { explainRows } from '../../src/tui/screens/explain/rows.ts';
import { initialState, panes } from '../../src/tui/screens/explain/state.ts';
import { helpRows } from '../../src/tui/screens/help/rows.ts';
import { scanRows } from '../../src/tui/screens/scan/rows.ts';
import { scanState } from '../../src/tui/screens/scan/state.ts';
import { withShellKeys } from '../../src/tui/shell/shell-keys.ts';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { type Row, rowWidth } from '../../src/tui/view/row.ts';
import { speakLanguage } from '../../src/tui/words.ts';
import { reading } from './scan-sample.ts';

const pack = loadPack('zh');
const glyphs = glyphsOf(false);
const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort();
const sizes = [
  { columns: 40, rows: 9 },
  { columns: 80, rows: 23 },
  { columns: 140, rows: 39 },
];

beforeAll(async () => {
  await loadLanguage('zh');
  await speakLanguage('zh');
});

/** The explain screen of a sample at rest, with the cursor in each pane. */
function screensOf(name: string): {
  state: ReturnType<typeof initialState>;
  draw: (size: (typeof sizes)[number], focus: (typeof panes)[number]) => readonly Row[];
} {
  const session = createSession(pack, { name: path.basename(name), version: '0', language: 'zh' }, linearEngine);
  session.push(readFileSync(path.join('samples', name)));
  const model = buildModel(session.report(), false, 'zh');
  const log = logSource(session, model.lines, false);
  const state = initialState(model);
  return { state, draw: (size, focus) => explainRows({ log, glyphs }, { ...state, focus }, size) };
}

const textOf = (rows: readonly Row[]) =>
  rows
    .map((spans) =>
      spans
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n');

test('every row of every sample is as wide as the screen, whatever its size and the pane', () => {
  for (const name of samples) {
    const { draw } = screensOf(name);
    for (const size of sizes)
      for (const focus of panes) {
        const rows = draw(size, focus);
        expect([name, focus, rows.length]).toEqual([name, focus, size.rows]);
        expect([name, focus, rows.filter((row) => rowWidth(row) !== size.columns)]).toEqual([name, focus, []]);
      }
  }
}, 120_000);

test.each(sizes)('labels stand in one column, $columns wide', (size) => {
  const { draw } = screensOf('checksum/database-blocked-in-a-container.log');
  expect(textOf(draw(size, 'causes'))).toMatchSnapshot();
  expect(textOf(draw(size, 'fix'))).toMatchSnapshot();
});

test.each([40, 80])('the help fits %d columns', (columns) => {
  const rows = helpRows(withShellKeys(explainBindings), 'explain', columns, glyphs);
  expect(textOf(rows)).toMatchSnapshot();
  const keys = rows.filter((row) => row.some(({ tone }) => tone === 'command'));
  expect(keys.filter((row) => rowWidth(row) > columns)).toEqual([]);
});

test('many logs, at every size', () => {
  for (const size of [...sizes, { columns: 40, rows: 10 }, { columns: 119, rows: 30 }]) {
    const rows = scanRows(scanState(reading), size, glyphs);
    expect(new Set(rows.map(rowWidth))).toEqual(new Set([size.columns]));
    expect(rows).toHaveLength(size.rows);
    if (size.columns !== 119) expect(textOf(rows)).toMatchSnapshot();
  }
});
