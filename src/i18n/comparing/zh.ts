import type { ComparingTexts } from './texts.ts';
import { blameChinese } from './zh-blame.ts';
import { compareChinese } from './zh-compare.ts';
import { envChinese } from './zh-env.ts';
import { keysChinese } from './zh-keys.ts';
import { reproChinese } from './zh-repro.ts';

/** The Chinese words of the commands that compare and look up. */
export const comparingChinese: ComparingTexts = {
  env: envChinese,
  blame: blameChinese,
  compare: compareChinese,
  keys: keysChinese,
  repro: reproChinese,
};
