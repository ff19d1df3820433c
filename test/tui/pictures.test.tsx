import { afterEach, describe, expect, test, vi } from 'vitest';

// Chalk looks once, when it is loaded, whether there are colours; this is no terminal.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3';
});

import type { Report } from '../../src/model/report.ts';
import { rulesScreen } from '../../src/tui/screens/rules/screen.ts';
import { scanScreen } from '../../src/tui/screens/scan/screen.ts';
import { App } from '../../src/tui/shell/app.tsx';
import type { Screen } from '../../src/tui/shell/screen.ts';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { type ThemeName, themeOf } from '../../src/tui/view/theme.ts';
import { book } from './book-sample.ts';
import { recordingWorld } from './recording-world.ts';
import { reading } from './scan-sample.ts';
import { openScene, privateModule, unknownLog } from './scene.tsx';
import { mount } from './terminal.ts';

// Whole screens as text and as pictures: what they look like is reviewed there.

const source = { follow: () => () => {}, stop: () => {}, explain: () => Promise.reject(new Error('not here')) };

let close: (() => void) | undefined;
afterEach(() => close?.());

const sizes = [
  [80, 24],
  [140, 40],
] as const;
const screens: readonly (readonly [name: string, shown: () => Report, keys: readonly string[]])[] = [
  ['explain', privateModule, []],
  ['fix', privateModule, ['\t', '\t', 'j', 'j']],
  ['log', privateModule, ['\r']],
  ['search', privateModule, ['\r', '/', 'reading', '\r']],
  ['help', privateModule, ['?']],
  ['unexplained', unknownLog, []],
];

async function picture(shown: Report, keys: readonly string[], columns: number, rows: number, theme: ThemeName) {
  const scene = openScene(shown, { columns, rows, theme });
  close = scene.close;
  const text = keys.length > 0 ? await scene.press(...keys) : await scene.screen();
  const svg = scene.svg();
  scene.close();
  return { text: text.replace(/ +$/gm, ''), svg };
}

describe.each(screens)('%s', (name, shown, keys) => {
  test.each(sizes)('%ix%i', async (columns, rows) => {
    const file = `__snapshots__/pictures/${name}-${columns}x${rows}`;
    const mono = await picture(shown(), keys, columns, rows, 'mono');
    const dark = await picture(shown(), keys, columns, rows, 'dark');
    await expect(`${mono.text}\n`).toMatchFileSnapshot(`${file}.txt`);
    await expect(mono.svg).toMatchFileSnapshot(`${file}-mono.svg`);
    await expect(dark.svg).toMatchFileSnapshot(`${file}-dark.svg`);
    // Nothing is said by colour alone.
    for (const theme of ['auto', 'light'] as const) expect((await picture(shown(), keys, columns, rows, theme)).text).toBe(mono.text);
    expect(dark.text).toBe(mono.text);
    expect(mono.svg).not.toMatch(/fill="#(?!000000|e5e5e5)/);
    expect(dark.svg).toMatch(/fill="#5fd7ff"/);
  });
});

const others = {
  rules: rulesScreen(book, 'causes'),
  signal: rulesScreen(book, 'signals', 'apple-green'),
  scan: scanScreen({ ...source, first: reading }),
};

describe.each(Object.entries(others))('%s', (name, screen) => {
  test.each(sizes)('%ix%i', async (columns, rows) => {
    const drawn = async (theme: ThemeName) => {
      const look = { glyphs: glyphsOf(false) };
      const { world } = recordingWorld();
      const shown = screen as unknown as Screen<unknown, unknown, unknown>;
      const ui = mount(<App screen={shown} look={look} theme={themeOf(theme, true)} world={world} stop={null} />, columns, rows);
      close = ui.close;
      const text = (await ui.screen()).replace(/ +$/gm, '');
      const svg = ui.svg();
      ui.close();
      return { text, svg };
    };
    const file = `__snapshots__/pictures/${name}-${columns}x${rows}`;
    const [mono, dark] = [await drawn('mono'), await drawn('dark')];
    await expect(`${mono.text}\n`).toMatchFileSnapshot(`${file}.txt`);
    await expect(mono.svg).toMatchFileSnapshot(`${file}-mono.svg`);
    await expect(dark.svg).toMatchFileSnapshot(`${file}-dark.svg`);
    expect(dark.text).toBe(mono.text);
  });
});
