import { diagnosis } from '../i18n/en-diagnosis.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Line } from '../model/line.ts';
import type { Advice } from '../model/report.ts';
import { adviceRules, mayAdvise } from './advice-rules.ts';

const maxRows = 50;
const longestLine = 4000;

/** Advice and settings in the log that should not be followed or kept, each once. Commands count too: people run what they read. */
export function judgeAdvice(lines: readonly Line[], says: Texts['diagnosis']['advice'] = diagnosis.advice): Advice[] {
  const found: Advice[] = [];
  const seen = new Set<string>();
  for (const { kind, number, text } of lines) {
    if (kind === 'own' || text.length > longestLine || !mayAdvise.test(text)) continue;
    const small = text.toLowerCase();
    for (const { id, near, words, verdict } of adviceRules) {
      const match = near.some((word) => small.includes(word)) ? words.exec(text) : null;
      if (!match || seen.has(match[0])) continue;
      seen.add(match[0]);
      found.push({ line: number, text: match[0] + closingQuote(match[0], text[match.index + match[0].length]), verdict, ...says[id] });
      if (found.length === maxRows) return found;
    }
  }
  return found;
}

/** The quote that ends the shown words, where one of its kind is open in them. */
export function closingQuote(shown: string, next: string | undefined): string {
  return (next === '"' || next === "'") && shown.split(next).length % 2 === 0 ? next : '';
}
