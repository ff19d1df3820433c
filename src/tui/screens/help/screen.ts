import type { ShownBinding } from '../../shell/layer.ts';
import { moveBindings } from '../../shell/move-keys.ts';
import type { Screen, ScreenName } from '../../shell/screen.ts';
import { withShellKeys } from '../../shell/shell-keys.ts';
import { moved } from '../../view/motion.ts';
import { paneRows } from '../../view/pane.ts';
import { words } from '../../words.ts';
import { helpRows } from './rows.ts';

interface HelpState {
  /** The first row that is shown. */
  readonly top: number;
}

function spoken(of: ScreenName, bindings: readonly ShownBinding[]): string[] {
  const said = bindings.flatMap(({ says }) => says?.() ?? []).filter(({ help }) => help !== '');
  return [
    words.help.title + words.colon + words.help.screens[of],
    ...said.map(({ shown, help }) => shown + words.colon + help),
    words.help.close,
  ];
}

/** The keys of the screen that lies below. */
export function helpScreen(bindings: readonly ShownBinding[], of: ScreenName): Screen<HelpState, never> {
  const shown = withShellKeys(bindings);
  return {
    name: 'help',
    initial: { top: 0 },
    bindings: moveBindings,
    reduce: (state, move) => ({ ...state, top: moved(state.top, move, 0, shown.length) }),
    speak: (_, before) => (before ? [] : spoken(of, shown)),
    rows({ top }, { columns, rows }, { glyphs }) {
      const all = helpRows(shown, of, columns, glyphs);
      const from = Math.min(top, Math.max(0, all.length - rows + 1));
      const content = all.slice(from, from + rows - 1).map((spans) => ({ row: spans, block: 0 }));
      return paneRows(
        { title: words.help.title + words.colon + words.help.screens[of], rows: content, cursor: 0 },
        columns,
        rows,
        true,
        glyphs,
      );
    },
  };
}
