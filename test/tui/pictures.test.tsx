import { afterEach, describe, expect, test, vi } from 'vitest';

// Chalk looks once, when it is loaded, whether there are colours; this is no terminal.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3';
});

import type { Report } from '../../src/model/report.ts';
import type { ThemeName } from '../../src/tui/view/theme.ts';
import { openScene, privateModule, unknownLog } from './scene.tsx';

// Whole screens as text and as pictures: what they look like is reviewed there.

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
