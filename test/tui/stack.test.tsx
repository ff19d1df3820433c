import { afterEach, expect, test } from 'vitest';
import { App } from '../../src/tui/shell/app.tsx';
import type { Screen, Shell } from '../../src/tui/shell/screen.ts';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { fitRow, row } from '../../src/tui/view/row.ts';
import { themeOf } from '../../src/tui/view/theme.ts';
import { recordingWorld } from './recording-world.ts';
import { mount } from './terminal.ts';

// A small screen with everything that the shell offers: what other screens can rely on.

interface Counter {
  readonly count: number;
  readonly text: string;
}
type Action = { readonly type: 'add'; readonly by: number } | { readonly type: 'text'; readonly text: string };
type Effect = 'ask' | 'open' | 'close' | 'fail';

let ends: string[] = [];
let close: (() => void) | undefined;
afterEach(() => {
  close?.();
  ends = [];
});

function counter(title: string, more: Partial<Screen<Counter, Action, Effect>> = {}): Screen<Counter, Action, Effect> {
  return {
    name: 'rules',
    initial: { count: 0, text: '' },
    bindings: [
      {
        keys: ['+'],
        command: { action: { type: 'add', by: 1 } },
        group: 'do',
        says: () => ({ shown: '+', help: 'add one', footer: '+ add' }),
      },
      { keys: ['j'], command: { motion: 'pageDown' }, group: 'move' },
      {
        keys: ['a'],
        command: { effect: 'ask' },
        group: 'do',
        useful: ({ count }) => count > 0,
        says: () => ({ shown: 'a', help: 'ask', footer: 'a ask' }),
      },
      { keys: ['-'], command: { action: { type: 'add', by: -1 } }, group: 'do', when: ({ count }) => count > 0 },
      { keys: ['o'], command: { effect: 'open' }, group: 'do' },
      { keys: ['x'], command: { effect: 'close' }, group: 'do' },
      { keys: ['!'], command: { effect: 'fail' }, group: 'do' },
    ],
    reduce(state, action) {
      if (action.type === 'text') return { ...state, text: state.text + action.text };
      return { ...state, count: state.count + (action.type === 'add' ? action.by : action.page) };
    },
    rows: ({ count, text }, { columns, rows }) =>
      Array.from({ length: rows }, (_, index) => fitRow(row(index === 0 ? `${title} ${count} ${text}` : ''), columns, '')),
    perform(effect, shell) {
      if (effect === 'open') shell.open(counter('second'));
      if (effect === 'close') shell.close();
      if (effect === 'fail') throw new Error('it broke');
      if (effect === 'ask')
        shell.ask({
          label: 'name ',
          text: 'x',
          changed: (text) => shell.notice(text),
          submit: (text) => shell.dispatch({ type: 'text', text }),
        });
    },
    start: () => () => ends.push(title),
    ...more,
  };
}

function open(screen = counter('first'), last?: (state: Counter) => void) {
  const { world } = recordingWorld();
  const ui = mount(
    <App
      screen={screen}
      look={{ glyphs: glyphsOf(false) }}
      theme={themeOf('mono', true)}
      world={world}
      stop={null}
      {...(last && { last })}
    />,
    40,
    10,
  );
  close = ui.close;
  return ui;
}

test('keys become actions, motions carry the page, the bottom row shows what works now', async () => {
  const ui = open();
  expect(await ui.screen()).toBe(`first 0${'\n'.repeat(9)} + add  ? help  q quit`);
  expect(await ui.press('-', '+', '+', '-')).toBe(`first 1${'\n'.repeat(9)} + add  a ask  ? help  q quit`);
  expect(await ui.press('j')).toMatch(/^first 8\n/);
});

test('a screen on top has its own state, and what is below is as it was', async () => {
  const ui = open();
  expect(await ui.press('+', 'o', '+', '+')).toMatch(/^second 2[\s\S]*q back$/);
  expect(await ui.press('q')).toMatch(/^first 1\n/);
  expect(await ui.press('o', '\u001b')).toMatch(/^first 1\n/);
  expect(await ui.press('o', 'x')).toMatch(/^first 1\n/);
  expect(ends).toEqual(['second', 'second', 'second']);
  expect(ui.hasLeft()).toBe(false);
  await ui.press('q');
  await ui.exited;
  expect(ends).toEqual(['second', 'second', 'second', 'first']);
});

test('help has the keys of the screen below, and its own ? closes it', async () => {
  const ui = open();
  expect(await ui.press('?')).toMatch(/Keys: rules[\s\S]*\+\s+add one/);
  expect(await ui.press('?')).toMatch(/^first 0/);
});

test('a prompt takes letters, a paste without its line ends, and gives the answer', async () => {
  const ui = open();
  expect(await ui.press('+', 'a', 'y', ' ', 'q')).toMatch(/\n name xy q_$/);
  expect(await ui.press('\u001b[200~o\nn\u001b[201~', '\u007f', 'e', '\r')).toMatch(/^first 1 xy qoe\n/);
  expect(await ui.press('a', '\u001b')).toMatch(/^first 1 xy qoe\n/);
});

test('letters and pastes go to a screen that wants them, named keys stay keys', async () => {
  const typed = counter('first', { typed: (_, text) => ({ type: 'text', text }), pasted: (text) => ({ type: 'text', text }) });
  const ui = open(typed);
  expect(await ui.press('+', 'q', ' ', 'o')).toMatch(/^first 0 \+q o\n/);
  expect(await ui.press('\u001b[200~a?b\u001b[201~')).toMatch(/^first 0 \+q oa\?b\n/);
  await ui.press('\u0003');
  await ui.exited;
});

test('what runs beside the keys draws too, until the screen is closed', async () => {
  let shell: Shell<Counter, Action> | undefined;
  const running = counter('first', {
    start(given) {
      shell = given;
      given.dispatch({ type: 'add', by: 10 });
      return () => {};
    },
  });
  let last: Counter | undefined;
  const ui = open(running, (state) => {
    last = state;
  });
  expect(await ui.screen()).toMatch(/^first 10\n/);
  shell!.dispatch({ type: 'add', by: 5 });
  shell!.notice('said');
  expect(await ui.screen()).toMatch(/^first 15\n[\s\S]* said$/);
  await ui.press('q');
  await ui.exited;
  shell!.dispatch({ type: 'add', by: 5 });
  expect(last).toEqual({ count: 15, text: '' });
});

test('an error of a screen ends the program with it', async () => {
  const ui = open();
  const ended = expect(ui.exited).rejects.toThrow('it broke');
  await ui.press('!').catch(() => {});
  await ended;
});
