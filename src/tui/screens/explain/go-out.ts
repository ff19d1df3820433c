import type { Place } from '../../../model/report.ts';
import type { Shell } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { shellNames } from './shells.ts';
import { type Action, blockAtCursor, lineAtCursor, type State } from './state.ts';
import type { Subject } from './subject.ts';

type ExplainShell = Shell<State, Action>;

/** Opens the log, or the file that the cursor's evidence stands in, at its line in the reader's editor. */
export async function edit({ file }: Subject, { state, world, notice, suspend }: ExplainShell): Promise<void> {
  if (!file) return notice(words.edit.noFile);
  const now = state();
  const other = now.log ? undefined : blockAtCursor(now)?.at;
  const line = other?.line ?? now.log?.line ?? lineAtCursor(now) ?? 1;
  const trouble = await world.edit({ file: other?.file ?? file, line, log: file }, suspend);
  notice(trouble ? words.edit.trouble[trouble] : words.edit.ended(line));
}

const order: readonly (Place | null)[] = [null, 'posix', 'powershell', 'cmd'];

/** The commands as the next shell has them; after the last one as they fit the place of the failure again. */
export function nextShell({ inShell }: Subject, { state, dispatch, notice }: ExplainShell): void {
  if (!inShell) {
    notice(words.shell.same);
    return;
  }
  const next = order[(order.indexOf(state().model.shell) + 1) % order.length]!;
  dispatch({ type: 'model', model: inShell(next) });
  notice(next === null ? words.shell.asInLog : words.shell.shown(shellNames[next]!));
}
