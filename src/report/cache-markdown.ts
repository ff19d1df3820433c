import type { CacheTexts } from '../i18n/en-cache.ts';
import { type Language, textsOf } from '../i18n/texts.ts';
import type { CacheFinding, CacheReport } from '../model/cache.ts';
import { afterText, countText, folderRows, lockRows, lookedRows } from './cache-rows.ts';
import { guardData } from './guard.ts';
import { markdownCode, markdownFence, markdownText } from './markdown-guard.ts';
import { stepSections } from './markdown-steps.ts';

const MOST_FILES = 5;

/** The same for an issue or a job summary. Ends with a line end. */
export function renderCacheMarkdown(report: CacheReport, words: CacheTexts, language?: Language): string {
  const texts = textsOf(language);
  const safe = guardData(report);
  const bullets = (items: readonly string[]) => (items.length === 0 ? [] : [items.map((item) => `- ${markdownText(item)}`).join('\n')]);
  const sections = [
    `### modwhy cache${texts.join.colon}${markdownText(countText(safe, words))}`,
    ...bullets(folderRows(safe, words)),
    ...safe.findings.flatMap((finding) => findingSections(finding)),
    ...bullets(safe.left.map(({ kind, count }) => words.moreOfAKind(safe.findings.find((one) => one.kind === kind)?.title ?? kind, count))),
    ...bullets([...lookedRows(safe, words), ...lockRows(safe, words)]),
  ];
  return `${sections.join('\n\n')}\n`;

  function findingSections(finding: CacheFinding): string[] {
    const { severity, title, says, files, fileCount, explains, fix, remedies } = finding;
    const shown = files.slice(0, MOST_FILES).map((file) => `- ${markdownCode(file)}`);
    const left = fileCount - shown.length;
    const commands = fix.flatMap((step) => ('posix' in step ? [step.posix] : []));
    const after = afterText(finding, words);
    return [
      `**${words.severity[severity]}${texts.join.colon}${markdownText(title)}**${explains === null ? '' : ` (${explains.code})`}`,
      markdownText(says),
      [...shown, ...(left > 0 ? [`- ${words.moreFiles(left)}`] : [])].join('\n'),
      ...(explains === null
        ? []
        : [`${words.row.cause}${texts.join.colon}${markdownCode(explains.cause)}${texts.join.comma}${markdownText(explains.title)}`]),
      ...(commands.length > 0 ? [markdownFence('sh', commands).join('\n')] : []),
      ...(after === null ? [] : [markdownText(after)]),
      ...(commands.length === 0 && after === null
        ? remedies.slice(0, 2).flatMap((one) => [markdownText(one.title), ...stepSections(one.steps, [], 'posix', texts)])
        : []),
    ].filter((section) => section !== '');
  }
}
