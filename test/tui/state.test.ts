import { describe, expect, test } from 'vitest';
import { buildModel } from '../../src/tui/screens/explain/build-model.ts';
import { type Action, back, commandAtCursor, initialState, lineAtCursor, reduce, type State } from '../../src/tui/screens/explain/state.ts';
import type { Motion, Move } from '../../src/tui/view/motion.ts';
import { report } from '../report/sample.ts';
import { privateModule } from './scene.tsx';

const model = buildModel(privateModule());
const stateAfter = (...actions: (Action | Move)[]): State => actions.reduce(reduce, initialState(model));
const move = (motion: Motion, page = 10): Move => ({ type: 'move', motion, page });
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
    expect(stateAfter({ type: 'choose', reading: 7 })).toEqual(initialState(model));
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
  const open: Action = { type: 'goto', line: 2 };

  test('the list of causes stands for its first evidence, the other panes for the line under the cursor', () => {
    expect(lineAtCursor(stateAfter())).toBe(2);
    expect(lineAtCursor(stateAfter(pane(), move('down'), move('down')))).toBe(3);
    expect(lineAtCursor(stateAfter(pane(-1), move('last')))).toBe(3);
    expect(lineAtCursor(stateAfter(pane()))).toBeNull();
  });

  test('moves by lines and pages inside the log', () => {
    expect(stateAfter(open, move('down'), move('down')).log?.line).toBe(3);
    expect(stateAfter(open, move('pageUp')).log?.line).toBe(1);
    expect(stateAfter(open, { type: 'scroll', by: 8 }, { type: 'scroll', by: -24 }).log?.shift).toBe(0);
  });

  test('an empty log has nothing to open', () => {
    const empty = buildModel(report({ verdict: 'no-failure', incidents: [], input: { ...report().input, lines: 0, bytes: 0 } }));
    expect(reduce(initialState(empty), open).log).toBeNull();
  });
});

describe('the way out', () => {
  test('closes the log, then leads to the causes; q leaves from any pane', () => {
    const zoomed = stateAfter(pane(), { type: 'goto', line: 2 });
    for (const key of ['q', 'escape'] as const) expect(back(zoomed, key)).toMatchObject({ log: null, focus: 'why' });
    expect(back(stateAfter(pane()), 'escape')).toMatchObject({ focus: 'causes' });
    expect(back(stateAfter(pane()), 'q')).toBeNull();
    expect(back(stateAfter(), 'escape')).toBeNull();
  });
});

test('the command to copy is the one under the cursor, else the first', () => {
  expect(commandAtCursor(stateAfter())).toBe('go env GOPRIVATE');
  expect(commandAtCursor(stateAfter(pane(), pane(), move('down'), move('down')))).toBe(
    "go env -w 'GOPRIVATE=<existing>,corp.example.com/*'",
  );
  expect(commandAtCursor(stateAfter(move('down')))).toBeNull();
});
