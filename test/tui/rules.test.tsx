import { afterEach, describe, expect, test } from 'vitest';
import type { Book, BookCause, BookSignal } from '../../src/browse/book.ts';
import { rulesScreen } from '../../src/tui/screens/rules/screen.ts';
import { App } from '../../src/tui/shell/app.tsx';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { themeOf } from '../../src/tui/view/theme.ts';
import { remedy, run } from '../report/sample.ts';
import { recordingWorld } from './recording-world.ts';
import { mount } from './terminal.ts';

const cause = (number: number, more: Partial<BookCause> = {}): BookCause => ({
  kind: 'cause',
  id: `fruit.kind-${number}`,
  code: `GM02${String(number).padStart(2, '0')}`,
  title: `The apple number ${number} is not ripe`,
  why: 'Apples ripen in the sun. This one hung in the shade.',
  variants: [],
  severity: number % 2 === 0 ? 'error' : 'warning',
  transient: true,
  prior: 'common',
  signals: [
    { id: 'apple-green', weight: 'strong', fact: false },
    { id: 'sun-shines', weight: 'contra', fact: true },
  ],
  links: [],
  remedies: [remedy({ title: 'Wait', steps: [run(['sleep', '7d'], 'sleep 7d')], verify: [] })],
  probes: [],
  discouraged: [{ what: 'shake the tree', because: 'the others fall too' }],
  docs: ['https://go.dev/apples'],
  ...more,
});

const signal: BookSignal = {
  kind: 'signal',
  id: 'apple-green',
  role: 'error',
  observer: 'local',
  generic: true,
  literals: ['is green'],
  pattern: 'apple (?<n>\\d+) is green',
  captures: { n: 'int' },
  causes: [{ id: 'fruit.kind-1', code: 'GM0201', title: 'The apple number 1 is not ripe', weight: 'strong' }],
  examples: { match: [{ text: 'apple 1 is green', go: '1.26' }], near: [{ text: 'pear 1 is green', because: 'a pear' }] },
};

const book: Book = { catalog: '2026.12.0', causes: Array.from({ length: 40 }, (_, index) => cause(index + 1)), signals: [signal] };

let close: (() => void) | undefined;
afterEach(() => close?.());

function open(columns = 80, rows = 24, name: string | null = null) {
  const { world, ...did } = recordingWorld();
  const ui = mount(
    <App
      screen={rulesScreen(book, 'causes', name)}
      look={{ glyphs: glyphsOf(false) }}
      theme={themeOf('mono', true)}
      world={world}
      stop={null}
    />,
    columns,
    rows,
  );
  close = ui.close;
  return { ...ui, ...did };
}

describe('whole screens', () => {
  test('80x24', async () => expect(await open().screen()).toMatchSnapshot());
  test('140x40, in the text', async () => expect(await open(140, 40).press('j', '\r')).toMatchSnapshot());
  test('60x14', async () => expect(await open(60, 14).press('\r')).toMatchSnapshot());
  test('a signal', async () => expect(await open(80, 24, 'apple-green').screen()).toMatchSnapshot());
});

test('the filter narrows while one types, Esc shows all again, and the choice stays', async () => {
  const ui = open();
  expect(await ui.press('/', 'number 3')).toMatch(/1-\d+ of 13 /);
  expect(await ui.press('7')).toMatch(/^> GM0237/m);
  expect(await ui.press('\r')).toContain('filter: number 37');
  expect(await ui.press('\u001b')).toMatch(/ of 40 [\s\S]*/);
  expect(await ui.screen()).toMatch(/^> GM0237/m);
  expect(await ui.press('/', 'no such fruit', '\r')).toContain('no rule has these words');
});

test('what a text names opens on a screen of its own, and q leads back', async () => {
  const ui = open();
  await ui.press('\r', 'j', 'j', 'j', 'j');
  expect(await ui.press('\r')).toMatch(/━ apple-green ━/);
  expect(await ui.press('j', 'j', '\r')).toMatch(/━ GM0201 ━/);
  await ui.press('q');
  expect(await ui.press('q')).toMatch(/━ GM0201 ━/);
  expect(await ui.press('k', '\r')).toContain('Nothing to open here');
});

test('copies a command under the cursor, else the name, and opens the docs', async () => {
  const ui = open();
  await ui.press('y', 'o', '\r', 'G', 'k', 'k', 'k', 'k', 'y');
  expect(ui.copied).toEqual(['fruit.kind-1', 'sleep 7d']);
  expect(ui.opened).toEqual(['https://go.dev/apples']);
});
