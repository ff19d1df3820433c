import { closeSync, openSync } from 'node:fs';
import { isatty } from 'node:tty';
import { openDocs } from './browser.ts';
import { copyWithProgram, osc52 } from './clipboard.ts';
import { editorCommand, openable, runEditor } from './editor.ts';
import { saveReport } from './save.ts';
import type { FilePlace, World } from './world.ts';

/** The world of this process. */
export const realWorld: World = { copy, openDocs, edit, save: saveReport };

/** Both ways: the terminal's may be switched off, the program's may not be there. */
async function copy(text: string): Promise<string | null> {
  process.stdout.write(osc52(text));
  return copyWithProgram(text, process.platform, process.env);
}

async function edit({ file, line, log }: FilePlace, suspend: Parameters<World['edit']>[1]): ReturnType<World['edit']> {
  const found = openable(file, log, process.cwd());
  if (typeof found === 'string') return found;
  const command = editorCommand(process.env, found.path, line, process.platform === 'win32');
  if (typeof command === 'string') return command;
  let worked = false;
  await suspend(async () => {
    const keys = isatty(0) ? null : openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r');
    try {
      worked = await runEditor(command, keys ?? 'inherit');
    } finally {
      if (keys !== null) closeSync(keys);
    }
  });
  return worked ? null : 'failed';
}
