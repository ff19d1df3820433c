import { describe, expect, test } from 'vitest';
import { buildModel } from '../../src/tui/build-model.ts';
import { type Action, commandAtCursor, createReducer, initialState, lineAtCursor, type State } from '../../src/tui/state.ts';
import { report } from '../report/sample.ts';
import { privateModule } from './scene.tsx';

const model = buildModel(privateModule());
const reduce = createReducer(model);
const stateAfter = (...actions: Action[]): State => actions.reduce(reduce, initialState);
const move = (motion: Extract<Action, { type: 'move' }>['motion'], page = 10): Action => ({ type: 'move', motion, page });
const pane = (by: 1 | -1 = 1): Action => ({ type: 'pane', by });

describe('the list of causes', () => {
  test('moves and stops at both ends', () => {
    expect(stateAfter(move('down')).reading).toBe(1);
    expect(stateAfter(move('down'), move('down')).reading).toBe(1);
    expect(stateAfter(move('up')).reading).toBe(0);
    expect(stateAfter(move('last'), move('first')).reading).toBe(0);
  });

  test('a number chooses, from any pane; one that is not there does nothing', () => {
    expect(stateAfter(pane(), { type: 'choose', reading: 1 })).toMatchObject({ reading: 1, focus: 'causes' });
    expect(stateAfter({ type: 'choose', reading: 7 })).toEqual(initialState);
  });

  test('another cause starts at the top of its panes', () => {
    expect(stateAfter(pane(), move('down'), { type: 'choose', reading: 1 }).cursor).toEqual({ why: 0, fix: 0, timeline: 0 });
  });
});

describe('panes', () => {
  test('Tab goes round in both directions', () => {
    expect(stateAfter(pane(), pane(), pane()).focus).toBe('timeline');
    expect(stateAfter(pane(), pane(), pane(), pane()).focus).toBe('causes');
    expect(stateAfter(pane(-1)).focus).toBe('timeline');
  });

  test('the timeline opens where the cause first shows', () => {
    expect(stateAfter(pane(-1)).cursor.timeline).toBe(1);
  });
});

describe('the zoom into the log', () => {
  test('opens at the line under the cursor, from the list at the first evidence', () => {
    expect(stateAfter({ type: 'open' }).log?.line).toBe(2);
    expect(stateAfter(pane(), move('down'), move('down'), { type: 'open' }).log?.line).toBe(3);
    expect(stateAfter(pane(-1), move('last'), { type: 'open' }).log?.line).toBe(3);
  });

  test('what belongs to no line says so, until the next key', () => {
    const state = stateAfter(pane(), { type: 'open' });
    expect(state).toMatchObject({ log: null, notice: 'no log line belongs to this' });
    expect(reduce(state, move('down')).notice).toBeNull();
  });

  test('moves by lines and pages inside the log', () => {
    const open: Action = { type: 'open' };
    expect(stateAfter(open, move('down'), move('down')).log?.line).toBe(3);
    expect(stateAfter(open, move('pageUp')).log?.line).toBe(1);
    expect(stateAfter(open, { type: 'scroll', by: 8 }, { type: 'scroll', by: -24 }).log?.shift).toBe(0);
  });

  test('an empty log has nothing to open', () => {
    const empty = createReducer(
      buildModel(report({ verdict: 'no-failure', incidents: [], input: { ...report().input, lines: 0, bytes: 0 } })),
    );
    expect(empty(initialState, { type: 'search' }).log).toBeNull();
    expect(empty(initialState, { type: 'goto', line: 1 }).log).toBeNull();
  });
});

describe('search', () => {
  test('is typed, erased, submitted', () => {
    const state = stateAfter(
      { type: 'search' },
      { type: 'type', text: 'x' },
      { type: 'erase' },
      { type: 'type', text: 'go' },
      { type: 'submit' },
    );
    expect(state).toMatchObject({ query: 'go', log: { typing: null } });
  });

  test('an empty one repeats the one before', () => {
    const first = stateAfter({ type: 'search' }, { type: 'type', text: 'go' }, { type: 'submit' });
    expect([{ type: 'search' }, { type: 'submit' }].reduce((state, action) => reduce(state, action as Action), first).query).toBe('go');
  });
});

describe('the way out', () => {
  test('Esc and q close one layer at a time', () => {
    const back: Action = { type: 'back' };
    const deep = stateAfter(pane(), move('down'), { type: 'open' }, { type: 'search' }, { type: 'help' });
    expect(reduce(deep, back).help).toBe(false);
    const typing = stateAfter({ type: 'open' }, { type: 'search' }, back);
    expect(typing.log?.typing).toBeNull();
    expect(reduce(typing, back).log).toBeNull();
    expect(stateAfter(pane(), back)).toMatchObject({ focus: 'causes', done: false });
    expect(stateAfter(back).done).toBe(true);
    expect(stateAfter({ type: 'open' }, { type: 'quit' })).toMatchObject({ log: null, done: false });
    expect(stateAfter(pane(), { type: 'quit' }).done).toBe(true);
  });
});

test('the command to copy is the one under the cursor, else the first', () => {
  expect(commandAtCursor(initialState, model)).toBe('go env GOPRIVATE');
  expect(commandAtCursor(stateAfter(pane(), pane(), move('down'), move('down')), model)).toBe(
    "go env -w 'GOPRIVATE=<existing>,corp.example.com/*'",
  );
  expect(commandAtCursor(stateAfter(move('down')), model)).toBeNull();
  expect(lineAtCursor(initialState, model)).toBe(2);
});
