import type { Dialect } from './dialect.ts';
import { jsonObject } from './json-line.ts';
import { markTime } from './mark.ts';
import { stampedTime } from './timestamps.ts';

const named = /"(?:msg|message|Message)" ?:/;
const startsPairs = /^(?:time|ts|t|level|lvl)=/;
const pair = /(?:^| )([A-Za-z_][\w.]{0,60})=("(?:[^"\\]|\\.)*"|\S*)/g;
const levels = ['level', 'lvl', 'severity', 'levelname'];
const times = ['time', 'ts', 'timestamp', '@timestamp', 't'];
// What a program reports about a failure besides its message.
const details = ['error', 'err', 'stderr', 'output', 'artifactErrors'];

// What it takes from an entry stands in the log as it is, unless something in it is escaped.
const hasMessage = (log: string) => ['msg=', 'essage=', '"msg"', 'essage"'].some((sign) => log.includes(sign));

/** Structured logs, as logrus, zap, slog, bunyan and others write them: `level=error msg="…"`, or an object in JSON a line. */
export const structured: Dialect = {
  name: 'structured-log',
  signs: [hasMessage],
  rewrites: [(log) => log.includes('\\') && hasMessage(log)],
  create: () => ({
    read(line) {
      const entry = startsPairs.test(line.text) ? pairsOf(line.text) : jsonObject(line.text, named);
      if (!entry || !levels.some((name) => name in entry)) return false;
      const message = entry.msg ?? entry.message ?? entry.Message;
      if (typeof message !== 'string') return false;
      const time = times.map((name) => entry[name]).find((value) => typeof value === 'string');
      const at = time === undefined ? null : stampedTime(time as string);
      if (at !== null) markTime(line, at, 'utc');
      // Line feeds that were escaped are line ends again.
      line.text = rowsOf([message, ...details.flatMap((name) => textsOf(entry[name]))]);
      return true;
    },
  }),
};

function pairsOf(text: string): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  // `matchAll` would make a pattern of its own for each line.
  pair.lastIndex = 0;
  for (let found = pair.exec(text); found !== null; found = pair.exec(text)) {
    const value = found[2]!;
    entry[found[1]!] ??= value.startsWith('"') ? unquote(value.slice(1, -1)) : value;
  }
  return entry;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** As strconv.Quote writes it. */
function unquote(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/g, (_, short?: string, long?: string, single?: string) =>
    single === undefined ? String.fromCharCode(Number.parseInt((short ?? long)!, 16)) : (escapes[single] ?? single),
  );
}

/** The words of an error: a text, what Node writes of a failed command, or a list of those. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((item) => (typeof item === 'object' ? textsOf(item) : []));
  if (value === null || typeof value !== 'object') return [];
  const { message, stderr } = value as Record<string, unknown>;
  return [message, stderr].filter((text) => typeof text === 'string');
}

/** One text, in which what was said before is not said again. */
function rowsOf(texts: readonly string[]): string {
  let all = '';
  for (const text of texts) {
    const rows = text.replace(/\r?\n/g, '\n').replace(/^\n+|\n+$/g, '');
    if (!all.includes(rows)) all += `\n${rows}`;
  }
  return all.slice(1);
}
