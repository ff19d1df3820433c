import type { Waterfall } from '../../../report/waterfall/model.ts';
import type { Screen, Shell } from '../../shell/screen.ts';
import { thousands, words } from '../../words.ts';
import { type WaterfallEffect, waterfallBindings } from './keys.ts';
import { type WaterfallView, waterfallRows } from './rows.ts';
import { backFromWaterfall, reduceWaterfall, rowAt, type WaterfallAction, type WaterfallState, waterfallState } from './state.ts';
import { speakWaterfall } from './times.ts';

type WaterfallShell = Shell<WaterfallState, WaterfallAction>;

/** What took how long, as bars. @param fall whose texts are guarded */
export function waterfallScreen(fall: Waterfall, view: WaterfallView): Screen<WaterfallState, WaterfallAction, WaterfallEffect> {
  return {
    name: 'waterfall',
    initial: waterfallState(fall, view.log.count),
    bindings: waterfallBindings,
    reduce: reduceWaterfall,
    rows: (state, size, { glyphs }) => waterfallRows(state, view, size, glyphs),
    speak: (state, before) => speakWaterfall(state, before, view),
    back: backFromWaterfall,
    perform(effect, shell) {
      if (effect === 'open') return open(shell);
      const { mark, filter } = shell.state();
      if (effect === 'error') return shell.dispatch({ type: 'goto', row: fall.firstError });
      if (effect === 'jump') return mark === null ? shell.notice(words.waterfall.noMark) : shell.dispatch({ type: 'goto', row: mark });
      const narrow = (text: string) => shell.dispatch({ type: 'filter', text });
      shell.ask({ label: words.waterfall.filter, text: filter, changed: narrow, submit: narrow, cancelled: () => narrow('') });
    },
  };
}

/** The log at the line of the row; a silence has none, and a file beside the log is not held. */
function open({ state, dispatch, notice }: WaterfallShell): void {
  const row = rowAt(state());
  if (row?.line == null || state().lines === 0) notice(words.noLine);
  else if (row.file !== null) notice(words.waterfall.elsewhere(row.file, thousands(row.line)));
  else dispatch({ type: 'log', line: row.line });
}
