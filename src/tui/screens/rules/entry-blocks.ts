import type { BookCause, BookSignal } from '../../../browse/book.ts';
import type { Entry } from '../../../browse/find.ts';
import { type Language, type Texts, textsOf } from '../../../i18n/texts.ts';
import { guardText } from '../../../report/guard.ts';
import { type Block, block, type Side } from '../../view/block.ts';
import { words } from '../../words.ts';
import { fixBlocks } from '../explain/fix-blocks.ts';

/** All that a rule says, guarded, before any layout. */
export function entryBlocks(entry: Entry, language: Language): Block[] {
  const blocks = entry.kind === 'cause' ? causeBlocks(entry, textsOf(language)) : signalBlocks(entry);
  return blocks.map((item) => ({ ...item, text: guardText(item.text, { lines: true }), note: item.note && guardText(item.note) }));
}

function causeBlocks(cause: BookCause, texts: Texts): Block[] {
  const { rules } = words;
  const kind = [rules.severity[cause.severity], rules.prior[cause.prior], ...(cause.transient ? [rules.transient] : [])].join(words.comma);
  return [
    block('title', rules.row.what, cause.title),
    ...(cause.why === '' ? [] : [block('plain', rules.row.why, cause.why)]),
    block('plain', rules.row.name, cause.id, { opens: true }),
    block('plain', rules.row.kind, kind),
    ...cause.variants.flatMap(({ title, why }, index) => [
      block('title', index === 0 ? rules.row.variant : '', title, { opens: index === 0 }),
      ...(why ? [block('plain', '', why)] : []),
    ]),
    ...cause.signals.map(({ id, weight, fact }, index) =>
      block(weight === 'contra' ? 'quiet' : 'plain', index === 0 ? rules.row.signals : '', id, {
        note: [rules.weight[weight], ...(fact ? [rules.fact] : [])].join(words.comma),
        opens: index === 0,
        ...(!fact && { to: id }),
      }),
    ),
    ...opened(fixBlocks({ remedies: [...cause.remedies], probes: probesOf(cause), discouraged: [...cause.discouraged] }, 'posix', texts)),
    ...listed('plain', rules.row.docs, cause.docs),
  ];
}

function probesOf({ probes }: BookCause) {
  return probes.map(({ argv, outcomes }) => ({ argv: [...argv], if: [...outcomes] }));
}

function signalBlocks(signal: BookSignal): Block[] {
  const { rules } = words;
  const { match, near } = signal.examples;
  return [
    block('plain', rules.row.kind, [rules.role[signal.role], ...(signal.generic ? [rules.generic] : [])].join(words.comma)),
    block('plain', rules.row.seenBy, signal.observer),
    ...signal.causes.map(({ id, code, title, weight }, index) =>
      block(weight === 'contra' ? 'quiet' : 'plain', index === 0 ? rules.row.causes : '', `${code}  ${title}`, {
        note: rules.weight[weight],
        to: id,
        opens: index === 0,
      }),
    ),
    ...opened(listed('plain', rules.row.words, signal.literals)),
    block('command', rules.row.pattern, signal.pattern, { command: signal.pattern }),
    ...listed(
      'plain',
      rules.row.takes,
      Object.entries(signal.captures).map(([name, type]) => `${name}: ${type}`),
    ),
    ...match.map(({ text, go }, index) =>
      block('evidence', index === 0 ? rules.row.matches : '', text, { note: go && rules.go(go), opens: index === 0 }),
    ),
    ...near.map(({ text, because }, index) =>
      block('plain', index === 0 ? rules.row.matchesNot : '', text, { note: because, opens: index === 0 }),
    ),
  ];
}

function listed(side: Side, label: string, texts: readonly string[]): Block[] {
  return texts.map((text, index) => block(side, index === 0 ? label : '', text));
}

function opened(blocks: readonly Block[]): Block[] {
  return blocks.map((item, index) => (index === 0 ? { ...item, opens: true } : item));
}
