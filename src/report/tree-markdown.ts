import { type Language, type Texts, textsOf } from '../i18n/texts.ts';
import type { Stage, TreeCause, TreeNode, TreeReport } from '../model/tree.ts';
import { commandLine } from './command-line.ts';
import { guardData } from './guard.ts';
import { markdownCode, markdownText } from './markdown-guard.ts';

/** A tree as nested lists of Markdown. */
export function renderTreeMarkdown(report: TreeReport, language?: Language): string {
  const safe = guardData(report);
  const words = textsOf(language);
  const { tree: texts } = words;
  const sections = safe.way
    ? safe.way.map((stage) => stageSection(stage, words))
    : safe.trees.map((tree) => treeSection(tree, safe, words));
  const body = sections.length > 0 ? sections : [markdownText(texts.none)];
  return `${[`### ${markdownText(texts.head[safe.about.kind](safe.about.name))}`, ...body].join('\n\n')}\n`;
}

function treeSection({ of, root }: TreeReport['trees'][number], { trees }: TreeReport, words: Texts): string {
  const { tree: texts } = words;
  const head = trees.length > 1 ? [`**${markdownText(texts.of(of))}**`, ''] : [];
  const start = root.causes.map((cause) => `- ${causeText(cause, words)}`);
  return [...head, ...start, '', ...(root.question ? nodeItems(root, 0, words) : [markdownText(texts.decided)])].join('\n');
}

function nodeItems({ question }: TreeNode, depth: number, words: Texts): string[] {
  if (!question) return [];
  return [
    item(depth, markdownCode(commandLine(question.argv))),
    ...question.outcomes.flatMap(({ outcome, then, next }) => {
      const [lead] = next.causes;
      return [
        item(depth + 1, `${markdownText(outcome)}: ${markdownText(then)}${lead ? ` → ${causeText(lead, words)}` : ''}`),
        ...nodeItems(next, depth + 2, words),
      ];
    }),
  ];
}

function stageSection({ stage, questions, playbooks }: Stage, { tree: texts }: Texts): string {
  return [
    `**${markdownText(texts.stage[stage])}**`,
    '',
    ...questions.flatMap(({ argv, outcomes }) => [
      item(0, markdownCode(commandLine(argv))),
      ...outcomes.map(({ outcome, then, causes }) => {
        const named = causes.map(({ cause, code }) => `${markdownCode(cause)} (${code})`).join(', ');
        return item(1, `${markdownText(outcome)}: ${markdownText(then)}${named ? ` → ${named}` : ''}`);
      }),
    ]),
    ...(playbooks.length > 0 ? ['', markdownText(texts.playbooks(playbooks.map(({ title }) => title)))] : []),
  ].join('\n');
}

function causeText({ label, title, code }: TreeCause, { label: labels }: Texts): string {
  return `**${labels[label]}**: ${markdownText(title)} (${code})`;
}

function item(depth: number, text: string): string {
  return `${'  '.repeat(depth)}- ${text}`;
}
