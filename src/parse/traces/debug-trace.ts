import type { FileSpan } from './trace-file.ts';

const longest = 300;
const mostDepth = 10_000;
// cmd/go/internal/trace: events of the format that browsers show, one a line, the comma in front.
const event = /^,?\{"name":("(?:[^"\\]|\\.){0,2000}"),"ph":"([BE])","ts":(\d{1,17}(?:\.\d{1,9})?),"pid":\d{1,9},"tid":(\d{1,9})[,}]/;
const downloads = /^modfetch\.download (\S+)@(\S+)$/;
const action = /^Executing action \((.*)\)$/;

/** The events of `-debug-trace`, as pairs of begin and end; null when the lines hold none. */
export function readDebugTrace(lines: readonly string[]): FileSpan[] | null {
  const spans: { -readonly [K in keyof FileSpan]: FileSpan[K] }[] = [];
  const open = new Map<string, typeof spans>();
  for (const [index, line] of lines.entries()) {
    const found = event.exec(line);
    // Above the first event there is only the bracket.
    if (!found && spans.length === 0 && index > 2) return null;
    if (!found) continue;
    const [, quoted, phase, time, thread] = found;
    const key = `${thread} ${quoted}`;
    const at = Number(time) / 1000;
    if (phase === 'B') {
      const span = { ...describe(nameOf(quoted!)), line: index + 1, endLine: null, at, ms: null, outcome: 'open' as const };
      spans.push(span);
      const running = open.get(key) ?? [];
      if (open.size < mostDepth && running.length < mostDepth) open.set(key, [...running.slice(-20), span]);
    } else {
      const span = open.get(key)?.pop();
      if (span) Object.assign(span, { endLine: index + 1, ms: Math.max(0, Math.round((at - span.at) * 1000) / 1000), outcome: 'ended' });
    }
  }
  return spans.length > 0 ? spans : null;
}

function nameOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted)).slice(0, longest);
  } catch {
    return quoted.slice(1, longest);
  }
}

function describe(text: string): Pick<FileSpan, 'kind' | 'what' | 'module' | 'version' | 'text'> {
  const download = downloads.exec(text);
  if (download) return { kind: 'step', what: 'download', module: download[1]!, version: download[2]!, text };
  const run = action.exec(text);
  if (run) return { kind: 'build', what: 'action', module: null, version: null, text: run[1]! };
  return { kind: 'step', what: 'step', module: null, version: null, text };
}
