import { expect, test } from 'vitest';
import { dark, light, type Theme, themeOf } from '../../src/tui/view/theme.ts';

// Contrast as WCAG 2 computes it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function least(theme: Theme, backgrounds: readonly string[]): number {
  const colors = Object.values(theme).flatMap(({ color }) => color ?? []);
  expect(colors.length).toBeGreaterThan(8);
  return Math.min(...colors.flatMap((color) => backgrounds.map((background) => contrast(color, background))));
}

test('the measure is the one of the standard', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('every colour can be read on its backgrounds', () => {
  expect(least(dark, ['#000000', '#1e1e1e'])).toBeGreaterThanOrEqual(4.5);
  expect(least(light, ['#ffffff', '#fdf6e3'])).toBeGreaterThanOrEqual(4.5);
});

test('themes that set colours dim nothing, since nobody knows what that gives', () => {
  for (const theme of [dark, light, themeOf('mono', true)]) expect(Object.values(theme).some(({ dimColor }) => dimColor)).toBe(false);
});

test('without colour it is always the same, and only then without any', () => {
  const mono = themeOf('mono', true);
  for (const name of ['auto', 'dark', 'light'] as const) expect(themeOf(name, false)).toBe(mono);
  expect(Object.values(mono).some(({ color }) => color)).toBe(false);
});

test('a terminal that says it is light gets the light theme, any other its own colours', () => {
  expect(themeOf('auto', true, '0;15')).toBe(light);
  expect(themeOf('auto', true, '0;default;15')).toBe(light);
  expect(themeOf('auto', true, '15;0')).toBe(themeOf('auto', true));
  expect(themeOf('auto', true, '12;8')).not.toBe(light);
});
