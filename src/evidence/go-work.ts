import type { At, GoWorkFile } from '../model/evidence.ts';

// golang.org/x/mod/modfile, ParseWork: these statements and no others.
const statement = /^(?:go|toolchain|godebug|use|replace)(?:\s|\()/;

/** Reads a go.work file; null for anything else. A go.mod has `module`, and no `use`. */
export function readGoWork(lines: readonly string[]): GoWorkFile | null {
  const uses: ({ folder: string } & At)[] = [];
  let go: GoWorkFile['go'] = null;
  let block: string | null = null;
  let statements = 0;
  for (const [index, raw] of lines.entries()) {
    const text = raw.replace(/\/\/.*/, '').trim();
    if (text === '') continue;
    const line = index + 1;
    if (block !== null) {
      if (text === ')') block = null;
      else if (block === 'use') uses.push({ folder: folderOf(text), line });
      continue;
    }
    // A merge conflict stands between statements.
    if (/^(?:<<<<<<<|=======|>>>>>>>)/.test(text)) continue;
    if (!statement.test(text)) return null;
    statements++;
    const word = /^[a-z]+/.exec(text)![0];
    const rest = text.slice(word.length).trim();
    if (rest === '(') block = word;
    else if (word === 'use' && /^[^"`]\S*\s/.test(rest)) return null;
    else if (word === 'use') uses.push({ folder: folderOf(rest), line });
    else if (word === 'go') go = { version: rest, line };
  }
  // Two words of English may look like a go line.
  return uses.length > 0 || (go !== null && /^\d/.test(go.version) && statements < 20) ? { kind: 'go.work', go, uses } : null;
}

/** As one writes it in `go work use`: without quotes, `./` and the slash at the end. */
function folderOf(text: string): string {
  const plain = /^(?:"[^"]*"|`[^`]*`)$/.test(text) ? text.slice(1, -1) : text;
  return plain
    .replaceAll('\\', '/')
    .replace(/^\.\/(?=.)/, '')
    .replace(/(?<=.)\/$/, '');
}
