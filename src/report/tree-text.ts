import { type Language, type Texts, textsOf } from '../i18n/texts.ts';
import type { Stage, TreeCause, TreeNode, TreeReport } from '../model/tree.ts';
import { commandLine } from './command-line.ts';
import { guardData } from './guard.ts';
import { wrap } from './wrap.ts';

const NARROWEST = 60;
const WIDEST = 100;
const STEP = 4;

interface Style {
  readonly width: number;
  readonly texts: Texts;
}

/** A tree for a reader, by indents: a question, below it the outcomes, below each what follows. Ends with a line end. */
export function renderTreeText(
  report: TreeReport,
  { ascii = false, width = WIDEST, language }: { readonly ascii?: boolean; readonly width?: number; readonly language?: Language } = {},
): string {
  const safe = guardData(report, { ascii });
  const style: Style = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), texts: textsOf(language) };
  const blocks = safe.way ? safe.way.map((stage) => stageLines(stage, style)) : safe.trees.map((tree) => treeLines(tree, safe, style));
  const body = blocks.length > 0 ? blocks : [wrap(style.texts.tree.none, style.width)];
  return `${[headLines(safe, style), ...body].map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function headLines({ about, trees, way }: TreeReport, { width, texts: { tree: texts } }: Style): string[] {
  const asks = way !== null || trees.some(({ root }) => root.question !== null);
  return [...wrap(texts.head[about.kind](about.name), width), ...(asks ? wrap(texts.legend, width) : [])];
}

function treeLines({ of, root }: TreeReport['trees'][number], { trees, about }: TreeReport, style: Style): string[] {
  const { width, texts } = style;
  const head = trees.length > 1 || about.kind === 'cause' ? [texts.tree.of(of)] : [];
  const start = root.causes.flatMap((cause) => wrapped(causeText(cause, texts), 0, width));
  return [...head, ...start, ...(root.question ? nodeLines(root, 0, style) : wrapped(texts.tree.decided, 0, width))];
}

function nodeLines({ question }: TreeNode, indent: number, style: Style): string[] {
  const { width, texts } = style;
  if (!question) return [];
  return [
    ...commandLines(question, indent),
    ...question.outcomes.flatMap(({ id, outcome, then, next }) => [
      ...wrapped(`${id}: ${outcome}`, indent + 2, width),
      ...wrapped(then, indent + 2 + STEP, width),
      ...next.causes.slice(0, 1).flatMap((cause) => wrapped(`=> ${causeText(cause, texts)}`, indent + 2 + STEP, width)),
      ...nodeLines(next, indent + 2 + STEP, style),
    ]),
  ];
}

function commandLines({ id, argv }: { readonly id: string; readonly argv: readonly string[] }, indent: number): string[] {
  return [`${' '.repeat(indent)}? ${commandLine(argv)}   [${id}]`];
}

function stageLines({ stage, questions, playbooks }: Stage, { width, texts: { tree: texts } }: Style): string[] {
  return [
    texts.stage[stage],
    ...questions.flatMap((question) => [
      ...commandLines(question, 2),
      ...question.outcomes.flatMap(({ id, outcome, then, causes }) => [
        ...wrapped(`${id}: ${outcome}`, 4, width),
        ...wrapped(then, 8, width),
        ...(causes.length > 0 ? wrapped(`=> ${causes.map(({ cause, code }) => `${cause} (${code})`).join(', ')}`, 8, width) : []),
      ]),
    ]),
    ...(playbooks.length > 0 ? wrapped(texts.playbooks(playbooks.map(({ title }) => title)), 2, width) : []),
  ];
}

/** `possible: The name server is broken   GM0102` */
function causeText({ label, title, code }: TreeCause, { label: labels, join }: Texts): string {
  return `${labels[label]}${join.colon}${title}   ${code}`;
}

function wrapped(text: string, indent: number, width: number): string[] {
  return wrap(text, Math.max(20, width - indent - 2)).map((line, row) => ' '.repeat(row === 0 ? indent : indent + 2) + line);
}
