import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

// Chalk looks once, when it is loaded, whether there are colours; this is no terminal.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3';
});

import { loadLanguage } from '../../src/i18n/texts.ts';
import { App } from '../../src/tui/shell/app.tsx';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { type ThemeName, themeOf } from '../../src/tui/view/theme.ts';
import { speakLanguage } from '../../src/tui/words.ts';
import { type PictureScene, pictureScenes } from './picture-scenes.ts';
import { recordingWorld } from './recording-world.ts';
import { mount } from './terminal.ts';

// Every screen in every language, as text and as pictures, of real logs: what they look like is reviewed there.

let close: (() => void) | undefined;
afterEach(() => close?.());

async function drawn(
  { screen, keys = [], takes = 0 }: PictureScene,
  language: 'en' | 'zh',
  size: readonly [number, number],
  theme: ThemeName,
) {
  const { world } = recordingWorld();
  const look = { glyphs: glyphsOf(false) };
  const ui = mount(<App screen={screen(language)} look={look} theme={themeOf(theme, true)} world={world} stop={null} />, ...size);
  close = ui.close;
  await ui.screen();
  await ui.press(...keys);
  if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes));
  const text = (await ui.screen()).replace(/ +$/gm, '');
  const svg = ui.svg();
  ui.close();
  return { text, svg };
}

describe.each(['en', 'zh'] as const)('%s', (language) => {
  beforeAll(async () => {
    await loadLanguage(language);
    await speakLanguage(language);
  });
  afterAll(() => speakLanguage('en'));

  describe.each(Object.entries(pictureScenes))('%s', (name, scene) => {
    test.each([
      [80, 24],
      [140, 40],
    ] as const)('%ix%i', async (...size) => {
      const file = `__snapshots__/pictures-${language}/${name}-${size.join('x')}`;
      const [mono, dark] = [await drawn(scene, language, size, 'mono'), await drawn(scene, language, size, 'dark')];
      await expect(`${mono.text}\n`).toMatchFileSnapshot(`${file}.txt`);
      await expect(mono.svg).toMatchFileSnapshot(`${file}-mono.svg`);
      await expect(dark.svg).toMatchFileSnapshot(`${file}-dark.svg`);
      // Nothing is said by colour alone, and mono has none.
      expect(dark.text).toBe(mono.text);
      expect(mono.svg).not.toMatch(/fill="#(?!000000|e5e5e5)/);
      if (language === 'zh') expect(mono.text).toMatch(/\p{Script=Han}/u);
    });
  });
});
