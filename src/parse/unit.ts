import type { Unit } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { speaksOfModules } from './module-words.ts';

const maxLines = 60;
const maxLength = 24_000;

// A heading such as `go: errors parsing go.mod:` is followed by unindented `file:line:` rows.
const longestHeading = 400;
const blockRow = /^\S{1,200}:\d{1,7}(?::\d{1,5})?: /;
// What git, ssh and Go's own hints print when copying took their indentation away.
const gitRow =
  /^(?:fatal: |remote: |error: |ERROR: |ssh: |git@|Permission denied|Host key verification|Confirm the import path|If this is a private repository|See https:\/\/golang\.org\/doc\/faq)/;
// cmd/go/internal/vcs and get up to Go 1.21 (GOPATH mode): the command as a comment, what it printed, and the package that needed it.
const download = /^(?:# cd [^\n]{1,300}; (?:git|hg|svn|bzr|fossil) |Cloning into ['"])/;
const downloadFailed = /^(?:package \S{1,200}|[\t ]{1,16}imports \S{1,200}): exit status /;
const longestDownload = 16;
const hearsay = 'server response:';
// How the flag package and cmd/go end a usage error.
const usageRow = /^(?:usage: |Usage: ?|Run 'go help )/;
const securityError = 'SECURITY ERROR';
const afterSecurityError = /^(?:This download|The bits|be that|an attacker|For more information)/;

/**
 * Cuts what one segment printed into units: an unindented line, and what continues it.
 * @param lines lines of kind `output`, in order, of one segment and lane
 * @param take gets each of them in turn: a long log has a unit for nearly each line, and few of them are worth their memory
 */
export function eachUnit(lines: readonly Line[], segment: number, take: (unit: Unit) => void): void {
  const open: Line[] = [];
  let length = 0;
  const close = () => {
    if (open.length > 0) take(toUnit(open, segment));
    open.length = 0;
    length = 0;
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.text === '') {
      // A blank line ends a unit, except before the warning that belongs to a checksum mismatch.
      if (open.length > 0 && lines[index + 1]?.text.startsWith(securityError)) continue;
      close();
      continue;
    }
    const failed = lastOfDownload(lines, index);
    if (failed > index) {
      close();
      const rows = lines.slice(index, failed + 1).filter(({ text }) => text !== '');
      take(toUnit(rows, segment));
      index = failed;
      continue;
    }
    if (open.length > 0 && (open.length >= maxLines || length > maxLength || !continues(open, line.text))) close();
    open.push(line);
    length += line.text.length;
  }
  close();
}

/** Index of the line that says which package a download was for, when that failed; -1: this line begins no such download. */
function lastOfDownload(lines: readonly Line[], index: number): number {
  const { text } = lines[index]!;
  // Who quotes it begins with the line that counts.
  if (text.startsWith('fatal: ') && downloadFailed.test(lines[index + 1]?.text ?? '')) return index + 1;
  if ((!text.startsWith('# cd ') && !text.startsWith('Cloning ')) || !download.test(text)) return -1;
  for (let next = index + 1; next < lines.length && next - index < longestDownload; next++) {
    const row = lines[next]!.text;
    if (downloadFailed.test(row)) return next;
    if (download.test(row) && !row.startsWith('Cloning ')) return -1;
  }
  return -1;
}

function continues(open: readonly Line[], text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 9 || first === 32) return true;
  const head = open[0]!.text;
  const last = open[open.length - 1]!.text;
  if (usageRow.test(text) && !head.startsWith('#')) return true;
  if (text.startsWith(hearsay) || text.startsWith(securityError)) return true;
  if (gitRow.test(text) && /exit status \d|: exit status|git |remote: |fatal: /.test(last)) return true;
  if (afterSecurityError.test(text) && open.some((line) => line.text.startsWith(securityError))) return true;
  if (!head.endsWith(':') || head.length > longestHeading || !blockRow.test(text) || head.startsWith('#')) return false;
  // `main.go:3:8: …; to add it:` is a row itself, and the next one is about another package.
  return !blockRow.test(head);
}

function toUnit(lines: readonly Line[], segment: number): Unit {
  return lines.length === 1 ? new OneLine(lines[0]!, segment) : new SeveralLines(lines.slice(), segment);
}

// Classes, since an object with a getter of its own needs several times the memory.

abstract class ReadUnit implements Unit {
  abstract readonly text: string;
  abstract readonly lines: readonly Line[];
  readonly segment: number;
  private known: boolean | null = null;

  constructor(segment: number) {
    this.segment = segment;
  }

  // Few units are ever asked.
  get aboutModules(): boolean {
    return (this.known ??= speaksOfModules(this.text));
  }
}

class OneLine extends ReadUnit {
  private readonly line: Line;

  constructor(line: Line, segment: number) {
    super(segment);
    this.line = line;
  }

  get text(): string {
    return this.line.text;
  }

  get lines(): readonly Line[] {
    return [this.line];
  }
}

class SeveralLines extends ReadUnit {
  readonly text: string;
  readonly lines: readonly Line[];

  constructor(lines: readonly Line[], segment: number) {
    super(segment);
    this.text = lines.map((line) => line.text).join('\n');
    this.lines = lines;
  }
}
