import { closeFile, openFile, readAt } from './files.ts';
import { foreignState, isPerTaskLog, parseForeignNote } from './foreign.ts';
import type { Inspection } from './inspection.ts';

const most = 8192;

/**
 * A file in a cache that go does not write there: bookkeeping of another tool, told apart from go's own locks; or a build tool's log.
 * @param own it has the name of a lock file of go: deleted while a go runs, two of them could write the same files
 */
export function lookAtForeign(name: string, { findings, around }: Inspection, own = false): void {
  const file = openFile(name);
  if (!file) return;
  let text: string;
  try {
    if (file.stat.size === 0) return;
    text = readAt(file.descriptor, 0, Math.min(most, file.stat.size)).toString();
  } finally {
    closeFile(file.descriptor);
  }
  if (isPerTaskLog(text)) return void findings.add({ kind: 'per-task-log', files: [name] });
  const note = parseForeignNote(text);
  if (note === null) return;
  const lock = name.endsWith('.lock');
  const state = foreignState(note, around.now, around.hostname, around.processes.isAlive);
  const age = note.at === null ? null : Math.max(0, Math.floor((around.now - note.at) / 1000));
  findings.add({
    kind: lock ? 'foreign-lock' : 'foreign-note',
    severity: lock && state === 'leftover' ? 'warning' : 'info',
    files: [name],
    facts: {
      state,
      ...(note.pid === null ? {} : { pid: note.pid }),
      ...(age === null ? {} : { age }),
      ...(note.host === null ? {} : { host: note.host }),
      ...(own ? { own: 1 } : {}),
    },
    ...(state === 'leftover' && !own ? { remove: { files: [name] } } : {}),
  });
}
