import type { Screen } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { saveReport } from '../explain/save.ts';
import type { SaveFormat } from '../explain/subject.ts';
import { type ScanEffect, scanBindings } from './keys.ts';
import type { ScanFile, ScanModel } from './model.ts';
import { scanRows } from './rows.ts';
import { backFromScan, chosenFile, reduceScan, type ScanAction, type ScanState, scanState } from './state.ts';

/** The scan behind the screen. */
export interface ScanSource {
  readonly first: ScanModel;
  /** Calls with every new model; what it returns ends that. */
  follow(changed: (model: ScanModel) => void): () => void;
  /** Ends the reading; what was found stays. */
  stop(): void;
  /** Ctrl+C while it reads: ends it, and the program says so. */
  interrupt?(): void;
  /** Calls when the screen has to go, since the program was told to end. */
  onEnd?(call: () => void): void;
  /** Formats to save what was found in, the first one by default. */
  readonly formats?: readonly SaveFormat[];
  /** The screen that explains one file. */
  explain(file: ScanFile): Promise<Screen<unknown, unknown, unknown>>;
}

/** Many logs: their causes while they are read. */
export function scanScreen(source: ScanSource): Screen<ScanState, ScanAction, ScanEffect> {
  return {
    name: 'scan',
    initial: scanState(source.first),
    bindings: scanBindings,
    reduce: reduceScan,
    rows: (state, size, { glyphs }) => scanRows(state, size, glyphs),
    back: backFromScan,
    start({ dispatch, leave }) {
      source.onEnd?.(leave);
      return source.follow((model) => dispatch({ type: 'model', model }));
    },
    interrupt(shell) {
      if (shell.state().model.phase === 'reading') source.interrupt?.();
      return true;
    },
    async perform(effect, shell) {
      const state = shell.state();
      if (effect === 'stop') {
        if (state.model.phase === 'reading') source.stop();
      } else if (effect === 'save') {
        saveReport(source, shell);
      } else if (effect === 'filter') {
        const narrow = (text: string) => shell.dispatch({ type: 'filter', text });
        shell.ask({ label: words.rules.filter, text: state.filter, changed: narrow, submit: narrow, cancelled: () => narrow('') });
      } else if (state.focus === 'groups') shell.dispatch({ type: 'focus', pane: 'files' });
      else {
        const file = state.focus === 'files' ? chosenFile(state) : null;
        if (file) shell.open(await source.explain(file));
      }
    },
  };
}
