import { type HtmlTexts, htmlEnglish } from '../../i18n/en-html.ts';
import type { Language } from '../../i18n/texts.ts';
import { htmlChinese } from '../../i18n/zh-html.ts';

/** The words that only pages have. */
export function htmlWords(language: Language): HtmlTexts {
  return language === 'zh' ? htmlChinese : htmlEnglish;
}

/** A share as a whole number; what is more than none is never 0, what is less than all never 100. */
export function percent(part: number, all: number): string {
  if (all <= 0 || part <= 0) return '0 %';
  const rounded = Math.round((part / all) * 100);
  if (rounded === 0) return '<1 %';
  return `${rounded >= 100 && part < all ? 99 : Math.min(100, rounded)} %`;
}

/** A text as a sentence begins. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
