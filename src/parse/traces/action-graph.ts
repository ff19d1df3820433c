import type { FileSpan } from './trace-file.ts';

const longest = 300;
// cmd/go/internal/work, actionGraphJSON: objects of an array, indented by tabs.
const field = /^\t\t"(ID|Mode|Package|Failed|TimeStart|TimeDone)": (?:"((?:[^"\\]|\\.){0,2000})"|(\d{1,9}|true|false)),?$/;
const mode = /^[a-z][a-z -]{0,39}$/;

/** The actions of `-debug-actiongraph` that ran; null when the lines hold none. */
export function readActionGraph(lines: readonly string[]): FileSpan[] | null {
  const spans: FileSpan[] = [];
  let fields = new Map<string, string>();
  let line = 0;
  let actions = 0;
  for (const [index, text] of lines.entries()) {
    if (text === '\t{') {
      fields = new Map();
      line = index + 1;
    } else if (text === '\t},' || text === '\t}') {
      if (!fields.has('ID') || !fields.has('Mode')) continue;
      actions++;
      const span = toSpan(fields, line, index + 1);
      if (span) spans.push(span);
    } else {
      const found = field.exec(text);
      if (found) fields.set(found[1]!, found[2] ?? found[3]!);
    }
  }
  return actions > 0 ? spans : null;
}

function toSpan(fields: ReadonlyMap<string, string>, line: number, endLine: number): FileSpan | null {
  const at = Date.parse(fields.get('TimeStart') ?? '');
  const done = Date.parse(fields.get('TimeDone') ?? '');
  // The zero time stands for what did not run.
  if (!(at > 0)) return null;
  const named = fields.get('Mode')!;
  const what = mode.test(named) ? named : 'action';
  const failed = fields.get('Failed');
  const ms = done >= at ? done - at : null;
  const text = `${named} ${fields.get('Package') ?? ''}`.trim().slice(0, longest);
  const outcome = ms === null ? 'open' : failed !== undefined && failed !== 'false' ? 'failed' : 'ended';
  return { kind: 'build', what, module: null, version: null, text, line, endLine, at, ms, outcome };
}
