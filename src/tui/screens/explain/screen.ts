import type { Screen } from '../../shell/screen.ts';
import { effectsOf } from './effects.ts';
import { type Effect, explainBindings } from './keys.ts';
import type { Model } from './model.ts';
import { explainRows } from './rows.ts';
import { speakExplain } from './speak.ts';
import { type Action, back, initialState, reduce, type State } from './state.ts';
import type { Subject } from './subject.ts';

/** One log explained: causes, why, fix, timeline, and the log itself. */
export function explainScreen(model: Model, subject: Subject): Screen<State, Action, Effect> {
  return {
    name: 'explain',
    initial: initialState(model),
    bindings: explainBindings,
    reduce,
    rows: (state, size, { glyphs }) => explainRows({ log: subject.log, glyphs }, state, size),
    speak: (state, before) => speakExplain(state, before, subject.log),
    back,
    perform: effectsOf(subject),
    start(shell) {
      if (subject.waterfallFirst && subject.waterfall) shell.open(subject.waterfall());
      return () => {};
    },
  };
}
