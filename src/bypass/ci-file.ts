import { closingQuote } from '../diagnose/advice.ts';
import { adviceRules, mayAdvise } from '../diagnose/advice-rules.ts';
import type { BypassTexts } from '../i18n/en-bypass.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Weakening } from '../model/bypass.ts';

/** A file of a project that a CI system or docker reads. */
export interface ProjectFile {
  readonly name: string;
  readonly text: string;
  readonly since: string | null;
}

const longestLine = 4000;
const mostOfOne = 50;

/** Lines of a CI file that weaken checks, by the same rules as advice in a log. Comments do nothing. */
export function weakLines({ name, text, since }: ProjectFile, advice: Texts['diagnosis']['advice'], words: BypassTexts): Weakening[] {
  const found: Weakening[] = [];
  const count = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.length > longestLine || /^\s*(?:#|\/\/)/.test(line) || !mayAdvise.test(line)) continue;
    for (const { id, words: pattern, verdict } of adviceRules) {
      const match = verdict === 'unsafe' ? pattern.exec(line) : null;
      if (!match || found.length === mostOfOne) continue;
      const what = match[0] + closingQuote(match[0], line[match.index + match[0].length] ?? '');
      // A second one of a file is another one, wherever its line goes.
      const number = (count.get(id) ?? 0) + 1;
      count.set(id, number);
      found.push({
        id: `ci:${name}:${id}${number > 1 ? `:${number}` : ''}`,
        kind: 'ci',
        scope: 'project',
        place: name,
        line: index + 1,
        what,
        because: advice[id].because,
        since,
        end: [{ kind: 'manual', text: words.deleteLine(name, index + 1, what) }],
      });
    }
  }
  return found;
}
