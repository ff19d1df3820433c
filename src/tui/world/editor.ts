import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { lineArguments } from './editor-line.ts';
import { splitArguments } from './split-arguments.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Why a file was not opened, for the words of the screen. */
export type EditorTrouble = 'no-editor' | 'needs-shell' | 'outside' | 'no-file' | 'packed' | 'failed';

/** A program with its arguments, ready to be started without a shell. */
export interface EditorCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** What opens a file at a line, from VISUAL, else EDITOR; a trouble when nothing may or can. */
export function editorCommand(env: Environment, file: string, line: number, windows: boolean): EditorCommand | EditorTrouble {
  const text = env.VISUAL?.trim() || env.EDITOR?.trim();
  if (!text) return 'no-editor';
  const words = splitArguments(text, windows);
  if (!words?.[0]) return 'needs-shell';
  const [program, ...given] = words;
  return { program, args: [...given, ...lineArguments(program, file, line)] };
}

/**
 * The file as it may be opened: it is a plain text in the folder of the log, or in the module that one stands in.
 * A log can name any file; only these are the reader's business.
 * @param log the file that is explained
 */
export function openable(file: string, log: string, folder: string): { readonly path: string } | EditorTrouble {
  try {
    const real = realpathSync(file);
    if (!statSync(real).isFile()) return 'no-file';
    const roots = [path.dirname(realpathSync(log)), moduleOf(realpathSync(folder))];
    if (!roots.some((root) => root !== null && isInside(real, root))) return 'outside';
    return isPacked(real) ? 'packed' : { path: real };
  } catch {
    return 'no-file';
  }
}

/**
 * Runs the editor on this terminal until it ends.
 * @param terminal descriptor of the terminal for keys, when standard input is a pipe
 * @returns false when it could not be started, or said that it failed
 */
export function runEditor({ program, args }: EditorCommand, terminal: number | 'inherit'): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: [terminal, 'inherit', 'inherit'], shell: false });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** The folder with go.mod that holds this one; null outside a module. */
function moduleOf(folder: string): string | null {
  for (let here = folder; ; here = path.dirname(here)) {
    if (existsSync(path.join(here, 'go.mod'))) return here;
    if (here === path.dirname(here)) return null;
  }
}

function isInside(file: string, root: string): boolean {
  const way = path.relative(root, file);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
}

// gzip, zstd, zip: an editor would show their bytes, and the line means nothing there.
const magics = ['1f8b', '28b52ffd', '504b0304'];

function isPacked(file: string): boolean {
  const head = Buffer.alloc(4);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head, 0, 4, 0);
  } finally {
    closeSync(descriptor);
  }
  return magics.some((magic) => head.toString('hex').startsWith(magic));
}
