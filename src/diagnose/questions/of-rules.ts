import type { SentenceWords } from '../../catalog/template.ts';
import type { Pack, Signal } from '../../model/catalog.ts';
import type { Finding } from '../../model/finding.ts';
import type { Line } from '../../model/line.ts';
import type { TreeReport } from '../../model/tree.ts';
import { rankCauses } from '../ledger.ts';
import { decisionTree } from './tree.ts';

type Tree = TreeReport['trees'][number];

const mostMessages = 3;

/** The tree behind one message, when nothing else is known. */
export function treeOfSignal(signal: Signal, pack: Pack, words?: SentenceWords): Tree {
  return { of: signal.id, root: rootOf([fired(signal)], pack, words) };
}

/** The tree behind a line that stands alone: without a log around it, words that other programs print too are taken as Go's. */
export function treeOfLine(findings: readonly Finding[], pack: Pack, words?: SentenceWords): Tree[] {
  const errors = findings.filter(({ signal }) => signal.role === 'error');
  return errors.length === 0 ? [] : [{ of: errors[0]!.signal.id, root: rootOf(errors, pack, words) }];
}

function rootOf(findings: readonly Finding[], pack: Pack, words?: SentenceWords): Tree['root'] {
  return decisionTree((answers) => rankCauses(findings, pack, answers), findings, new Set(), words);
}

/** The trees behind the messages that a cause shares with others, those that leave most open first; its own message where it shares none. */
export function treesOfCause(id: string, pack: Pack, words?: SentenceWords): Tree[] {
  const trees: { tree: Tree; questions: number }[] = [];
  for (let position = 0; position < pack.signals; position++) {
    const signal = pack.signal(position);
    if (signal.role !== 'error' || !signal.speaks.some(([cause, word]) => word !== 'contra' && pack.cause(cause).id === id)) continue;
    const tree = treeOfSignal(signal, pack, words);
    trees.push({ tree, questions: size(tree.root) });
  }
  trees.sort((a, b) => b.questions - a.questions || (a.tree.of < b.tree.of ? -1 : 1));
  const open = trees.filter(({ questions }) => questions > 0);
  return (open.length > 0 ? open.slice(0, mostMessages) : trees.slice(0, 1)).map(({ tree }) => tree);
}

function size({ question }: Tree['root']): number {
  return question ? 1 + Math.max(...question.outcomes.map(({ next }) => size(next))) : 0;
}

/** A message of which nothing is known but that it was printed. */
function fired(signal: Signal): Finding {
  const line: Line = { number: 1, offset: 0, text: '', kind: 'output', time: null, clock: 'order', lane: '' };
  const unit = { text: '', lines: [line], segment: 0, aboutModules: true };
  return { signal, unit, start: 0, end: 0, line, captures: {}, observer: signal.observer, share: 1, reduced: null };
}
