import type { Incident, Report } from '../model/report.ts';
import { quoteWord } from './command-line.ts';
import { prose, type Style } from './page.ts';

/** Where the log does not decide: how to be asked what would. A pipe is gone when it was read, so only a file can be named. */
export function questionRows({ questions }: Incident, { input, answers }: Report, style: Style): string[] {
  if (!questions || !style.ask || input.name === '-' || answers) return [];
  const { texts } = style;
  return prose(texts.row.open, texts.ask.hint(questions.length, `modwhy explain --ask ${quoteWord(input.name)}`), style, 15);
}
