import type { Book } from '../../../browse/book.ts';
import type { Language } from '../../../i18n/texts.ts';
import type { Screen, Shell } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { docsOf, type RulesEffect, rulesBindings } from './keys.ts';
import { rulesRows } from './rows.ts';
import { speakRules } from './speak.ts';
import { backFromRules, blockAt, type Kind, type RulesAction, type RulesState, reduceRules, rulesState } from './state.ts';

type RulesShell = Shell<RulesState, RulesAction>;

/** The causes that modwhy knows and the signals by which it finds them. @param name of the rule to begin with */
export function rulesScreen(
  book: Book,
  kind: Kind,
  name: string | null = null,
  language: Language = 'en',
): Screen<RulesState, RulesAction, RulesEffect> {
  return {
    name: 'rules',
    initial: rulesState(book, kind, name, language),
    bindings: rulesBindings,
    reduce: reduceRules,
    rows: (state, size, { glyphs }) => rulesRows(state, size, glyphs),
    speak: speakRules,
    back: backFromRules,
    perform(effect, shell) {
      if (effect === 'open') return open(shell);
      if (effect === 'copy') return copy(shell);
      if (effect === 'docs') return docs(shell);
      const narrow = (text: string) => shell.dispatch({ type: 'filter', text });
      shell.ask({ label: words.rules.filter, text: shell.state().filter, changed: narrow, submit: narrow, cancelled: () => narrow('') });
    },
  };
}

/** The text of the chosen rule; from there what its line names, on a screen of its own. */
function open({ state, dispatch, notice, open: show }: RulesShell): void {
  const now = state();
  const to = blockAt(now)?.to;
  if (now.focus === 'list') dispatch({ type: 'read' });
  else if (to === undefined) notice(words.rules.nothing);
  else show(rulesScreen(now.book, 'causes', to, now.language));
}

async function copy({ state, world, notice }: RulesShell): Promise<void> {
  const now = state();
  const text = blockAt(now)?.command ?? now.entries[now.chosen]?.id;
  if (text === undefined) return notice(words.copied.nothing);
  const program = await world.copy(text);
  notice(`${program ? words.copied.by(program) : words.copied.asked}: ${text.split('\n')[0]}`);
}

async function docs({ state, world, notice }: RulesShell): Promise<void> {
  const url = docsOf(state());
  if (url === null) return notice(words.docs.none);
  notice((await world.openDocs(url)) ? words.docs.opening(url) : words.docs.failed(url));
}
