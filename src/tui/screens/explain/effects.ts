import { findLine } from '../../log/search.ts';
import type { Shell } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { edit, nextShell } from './go-out.ts';
import type { Effect } from './keys.ts';
import { saveReport } from './save.ts';
import { type Action, commandAtCursor, lineAtCursor, type State } from './state.ts';
import type { Subject } from './subject.ts';

type ExplainShell = Shell<State, Action>;

/** What the keys of the explained log do beyond its state. */
export function effectsOf(subject: Subject): (effect: Effect, shell: ExplainShell) => Promise<void> | void {
  const { log } = subject;
  let searches = 0;
  /** Searches from the line on screen; a newer search ends an older one. */
  const search = async (by: 1 | -1, shell: ExplainShell) => {
    const { query, log: zoom, model } = shell.state();
    if (query === '') return shell.notice(words.search.empty);
    const mine = ++searches;
    shell.notice(words.search.running(query));
    const found = await findLine(log, query, zoom?.line ?? 0, by, () => mine !== searches);
    if (mine !== searches) return;
    if (!found) return shell.notice(words.search.none(query));
    shell.dispatch({ type: 'goto', line: Math.min(found.line, model.lines) });
    shell.notice(found.wrapped ? words.search.wrapped(query) : null);
  };
  return (effect, shell) => {
    if (effect === 'copy') return copy(commandAtCursor(shell.state()), shell);
    if (effect === 'copyReport') return copy(subject.reportText(), shell, words.copied.report);
    if (effect === 'docs') return docs(shell);
    if (effect === 'open') return open(shell);
    if (effect === 'edit') return edit(subject, shell);
    if (effect === 'save') return saveReport(subject, shell);
    if (effect === 'shell') return nextShell(subject, shell);
    if (effect === 'ask') {
      if (!subject.questions || shell.state().model.questions === 0) return shell.notice(words.questions.nothing);
      return shell.open(subject.questions((model) => shell.dispatch({ type: 'answered', model })));
    }
    if (effect === 'waterfall') return subject.waterfall && shell.open(subject.waterfall());
    if (effect === 'nextMatch') return search(1, shell);
    if (effect === 'previousMatch') return search(-1, shell);
    if (shell.state().model.lines > 0) ask(search, shell);
  };
}

function open({ state, dispatch, notice }: ExplainShell): void {
  const line = lineAtCursor(state());
  if (line === null) notice(words.noLine);
  else dispatch({ type: 'goto', line });
}

function ask(search: (by: 1, shell: ExplainShell) => Promise<void>, shell: ExplainShell): void {
  const state = shell.state();
  if (!state.log) shell.dispatch({ type: 'goto', line: lineAtCursor(state) ?? 1 });
  shell.ask({
    label: '/',
    async submit(text) {
      // An empty search repeats the one before; without one it is a way back.
      if (text !== '') shell.dispatch({ type: 'query', text });
      if (shell.state().query !== '') await search(1, shell);
    },
  });
}

async function copy(text: string | null, { world, notice }: ExplainShell, name?: string): Promise<void> {
  if (text === null) return notice(words.copied.nothing);
  const program = await world.copy(text);
  const what = name ?? text.split('\n')[0]!;
  const hint = !name && /<[a-z\u3400-\u9fff][^<>\n]*>/i.test(text) ? words.copied.fillIn : '';
  notice(`${program ? words.copied.by(program) : words.copied.asked}${hint}${words.colon}${what}`);
}

async function docs({ state, world, notice }: ExplainShell): Promise<void> {
  const { model, reading } = state();
  const url = model.readings[reading]?.docs[0];
  if (!url) return notice(words.docs.none);
  notice((await world.openDocs(url)) ? words.docs.opening(url) : words.docs.failed(url));
}
