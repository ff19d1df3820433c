import type { Texts } from '../i18n/texts.ts';
import type { Report } from '../model/report.ts';

/** What of the input was not read, in words. Caps on the report's own lists are not among them: they lost nothing that was read. */
export function cutTexts(report: Report, texts: Texts): string[] {
  const cuts = new Set(
    report.input.cut
      .filter(({ limit }) => !texts.ownLists.includes(limit))
      .map(({ limit, seen, kept, line }) => texts.cutWords[limit]?.(seen, kept, line) ?? texts.cut(limit, seen, kept)),
  );
  if (cuts.size === 0 && !report.input.complete) return [texts.partly];
  return [...cuts];
}
