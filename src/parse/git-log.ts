import type { GoModFile, GoSumFile } from '../model/evidence.ts';
import { parseGoMod } from './go-mod.ts';
import { isGoSumLine, parseGoSum } from './go-sum.ts';

/** What one commit changed in go.mod and go.sum files. */
export interface GitCommit {
  readonly hash: string;
  readonly date: string | null;
  readonly subject: string;
  /** Line of the text. */
  readonly line: number;
  readonly files: readonly {
    readonly path: string;
    readonly mod: { readonly before: GoModFile; readonly after: GoModFile } | null;
    readonly sum: { readonly before: GoSumFile; readonly after: GoSumFile } | null;
  }[];
}

/** Whether a text is what `git log -p` or `git show` prints. */
export function isGitLog(text: string): boolean {
  return /^commit [0-9a-f]{7,64}\b/.test(text) && /\ndiff --git /.test(text);
}

/**
 * Reads `git log -p go.mod go.sum`; newest first, also where `--reverse` was given. Only lines that were added or removed, and what opens their block, are known.
 * Binary and merge diffs have no such lines.
 */
export function parseGitLog(text: string): GitCommit[] {
  const commits: { hash: string; date: string | null; subject: string; line: number; files: FileText[] }[] = [];
  let file: FileText | null = null;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const commit = /^commit ([0-9a-f]{7,64})\b/.exec(line);
    const current = commits.at(-1);
    if (commit) {
      commits.push({ hash: commit[1]!, date: null, subject: '', line: index + 1, files: [] });
      file = null;
    } else if (!current) continue;
    else if (line.startsWith('diff --git ')) {
      const path = / b\/(\S{1,400}?)"?$/.exec(line)?.[1] ?? '';
      file = /(?:^|\/)go\.(?:mod|sum)$/.test(path) ? newFile(path) : null;
      if (file) current.files.push(file);
    } else if (file) takeLine(file, line);
    else if (/^(?:Commit)?Date:/.test(line)) current.date = line.slice(line.indexOf(':') + 1).trim();
    else if (current.subject === '' && /^ {4}\S/.test(line)) current.subject = line.trim();
  }
  if (isOldestFirst(commits)) commits.reverse();
  return commits.map(({ files, ...commit }) => ({ ...commit, files: files.map(readFile) }));
}

/** By the ends alone: within a history with merges dates go up and down. */
function isOldestFirst(commits: readonly { readonly date: string | null }[]): boolean {
  const [first, last] = [commits[0], commits.at(-1)].map((commit) => Date.parse(commit?.date ?? ''));
  return first! < last!;
}

interface FileText {
  readonly path: string;
  readonly before: string[];
  readonly after: string[];
  /** The block that a hunk is in. */
  block: string | null;
  inHunk: boolean;
}

function newFile(path: string): FileText {
  return { path, before: [], after: [], block: null, inHunk: false };
}

const opens = /^(require|replace|exclude|retract) \($/;

function takeLine(file: FileText, line: string): void {
  const hunk = /^@@ [^@]{1,60} @@ ?(.*)$/.exec(line);
  if (hunk) {
    file.inHunk = true;
    file.block = opens.exec(hunk[1]!.trim())?.[1] ?? null;
    return;
  }
  if (!file.inHunk || !/^[-+ ]/.test(line)) return;
  const text = line.slice(1).trim();
  const opened = opens.exec(text)?.[1];
  if (opened !== undefined) file.block = opened;
  else if (text === ')') file.block = null;
  else if (line[0] !== ' ') (line[0] === '-' ? file.before : file.after).push(statement(file, text));
}

/** A line of a block as a statement of its own. Where the block is not seen, an arrow or a version tells. */
function statement({ path, block }: FileText, text: string): string {
  if (path.endsWith('go.sum') || /^(?:module|go|toolchain|require|replace|exclude|retract|godebug|tool|ignore)\s/.test(text)) return text;
  if (block !== null) return `${block} ${text}`;
  return text.includes(' => ') ? `replace ${text}` : /^\S+ v\S+/.test(text) ? `require ${text}` : '';
}

function readFile({ path, before, after }: FileText): GitCommit['files'][number] {
  if (path.endsWith('go.sum')) {
    const sum = (lines: readonly string[]) => parseGoSum(lines.filter(isGoSumLine).join('\n'));
    return { path, mod: null, sum: { before: sum(before), after: sum(after) } };
  }
  return { path, mod: { before: parseGoMod(before.join('\n')), after: parseGoMod(after.join('\n')) }, sum: null };
}
