import { afterEach, describe, expect, test } from 'vitest';
import { rulesScreen } from '../../src/tui/screens/rules/screen.ts';
import { App } from '../../src/tui/shell/app.tsx';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { themeOf } from '../../src/tui/view/theme.ts';
import { book } from './book-sample.ts';
import { recordingWorld } from './recording-world.ts';
import { mount } from './terminal.ts';

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
