import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
import { markExit, markHeading } from './mark.ts';

// renovatebot/renovate, lib/logger/pretty-stdout.ts: the level in five columns, the message, what it is about; details as JSON, seven columns in.
const entry = /^(?:TRACE|DEBUG| INFO| WARN|ERROR|FATAL): (?=.* \((?:repository|baseBranch|branch|dependency|logContext)=|.*$)/;
const about = / \((?:repository|baseBranch|branch|dependency|packageFile)=[^)]{0,400}\)$/;
const detail = /^ {7,40}"([\w.-]{1,60})": ("(?:[^"\\]|\\.)*"|.*?),?$/;
const bracket = /^ {7,40}[\]}[{],?$/;
const spoken = new Set(['stderr', 'message']);
// Node's child_process, and with it Renovate's comment on a pull request.
const failed = /^Command failed: (.{1,1000})$/;
const comment = /^#{3,5} (?:.{0,3} ?Artifact update problem|File name: )/;
const fence = /^(?:```|<\/?details>|<\/?pre>)/;

/** Renovate: its log on a terminal, and its comment on a pull request. Its log in JSON is a structured one. */
export const renovate: Dialect = {
  name: 'renovate',
  signs: [
    'Command failed: ',
    ' (repository=',
    ' (baseBranch=',
    ' (branch=',
    ' (dependency=',
    ' (packageFile=',
    'Artifact update problem',
    'File name: ',
  ],
  rewrites: [' (repository=', ' (baseBranch=', ' (branch=', ' (dependency=', ' (packageFile='],
  create() {
    let seen = false;
    // The line that named the failed command; where the command's output stands.
    let named = 0;
    let place: 'unknown' | 'same line' | 'below' = 'unknown';
    // In an error that names its command the message repeats what stderr says.
    let repeats = false;
    const follows = ({ number }: Line): boolean => {
      if (named === 0) return false;
      if (place === 'unknown') place = number === named ? 'same line' : 'below';
      if (place === 'below' || number === named) return true;
      named = 0;
      return false;
    };
    return {
      read(line) {
        const { text } = line;
        if (readFailed(line, text)) {
          named = line.number;
          place = 'unknown';
          return true;
        }
        const head = entry.exec(text);
        if (head && (seen || about.test(text))) {
          seen = true;
          named = 0;
          line.text = text.slice(head[0].length).replace(about, '');
          return /^(?: WARN|ERROR|FATAL)/.test(head[0]) ? true : markHeading(line);
        }
        if (comment.test(text) || (named > 0 && fence.test(text))) {
          named = 0;
          return markHeading(line);
        }
        const fact = seen ? detail.exec(text) : null;
        if (fact) {
          repeats = fact[1] === 'cmd' || (repeats && fact[1] !== 'message');
          return repeats && fact[1] === 'stderr' ? markHeading(line) : readDetail(line, fact[1]!, fact[2]!);
        }
        if (seen && bracket.test(text)) return markHeading(line);
        if (!follows(line)) return false;
        line.late = true;
        return true;
      },
    };
  },
};

function readFailed(line: Line, text: string): boolean {
  const match = failed.exec(text);
  if (!match) return false;
  line.command = match[1]!;
  return markExit(line, null);
}

function readDetail(line: Line, name: string, value: string): boolean {
  if (!spoken.has(name) || !value.startsWith('"')) return markHeading(line);
  try {
    line.text = String(JSON.parse(value)).replace(/\n+$/, '');
  } catch {
    return markHeading(line);
  }
  const [first] = line.text.split('\n', 1) as [string];
  return readFailed(line, first) || true;
}
