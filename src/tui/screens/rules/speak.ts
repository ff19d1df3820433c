import { words } from '../../words.ts';
import { blockAt, type RulesState } from './state.ts';

/** The list and the chosen rule as sentences; later what changed. */
export function speakRules(state: RulesState, before: RulesState | null): string[] {
  const { entries, chosen, kind, book } = state;
  const entry = entries[chosen];
  const said = entry
    ? [words.speak.rule(chosen + 1, entries.length, entry.kind === 'cause' ? `${entry.code}: ${entry.title}` : entry.id)]
    : [words.rules.none];
  if (before === null || kind !== before.kind)
    return [`${words.rules.pane[kind]}. ${words.rules.counted(book.causes.length, book.signals.length, book.catalog)}`, ...said];
  if (entries !== before.entries || chosen !== before.chosen) return said;
  if (state.focus === 'list') return before.focus === 'list' ? [] : said;
  if (before.focus === 'list')
    return state.blocks.map(({ label, text, note }) => `${label ? label + words.colon : ''}${text}${note ? ` (${note})` : ''}`);
  const item = blockAt(state);
  return item && state.cursor !== before.cursor
    ? [`${item.label ? item.label + words.colon : ''}${item.text}${item.note ? ` (${item.note})` : ''}`]
    : [];
}
