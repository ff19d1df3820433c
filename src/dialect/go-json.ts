import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
import { addLane, markExit, markHeading } from './mark.ts';
import { isoTime } from './timestamps.ts';

/** `go doc test2json` and `go help buildjson`: one object a line. */
interface Event {
  readonly Time?: unknown;
  readonly Action?: unknown;
  readonly Package?: unknown;
  readonly ImportPath?: unknown;
  readonly Test?: unknown;
  readonly Output?: unknown;
  readonly FailedBuild?: unknown;
}

// cmd/internal/test2json and cmd/go/internal/load/printer.go write the keys in this order.
const opener = /^\{"(?:Time|Action|ImportPath)":"/;
const stamp = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
const buildFailed = /^FAIL\t\S+ \[(?:build|setup) failed\]/;

/** `go test -json` and `go build -json`: the output stands in events; lines between them are the command's own stderr. */
export const goJson: Dialect = {
  name: 'go-json',
  signs: ['{"Time":"', '{"Action":"', '{"ImportPath":"'],
  rewrites: ['{"Time":"', '{"Action":"', '{"ImportPath":"'],
  create() {
    // A test that prints without a line end has its line in several events.
    const unfinished = new Map<string, Line>();
    // Before Go 1.24 what the compiler says stands outside the events.
    const notBuilt = new Set<string>();
    return {
      read(line) {
        if (line.text.charCodeAt(0) !== 0x7b || !opener.test(line.text)) return false;
        const event = parse(line.text);
        if (event === null || typeof event.Action !== 'string') return false;
        const time = typeof event.Time === 'string' ? stamp.exec(event.Time) : null;
        if (time && line.time === null) {
          const at = isoTime(time[1]!, time[2], time[3]!);
          if (!Number.isNaN(at)) {
            line.time = at;
            line.clock = 'utc';
          }
        }
        const lane = wordOf(event.Package) ?? wordOf(event.ImportPath);
        if (lane !== null) addLane(line, lane);
        if (typeof event.Output !== 'string') return readAction(line, event, notBuilt.has(line.lane));
        if (buildFailed.test(event.Output)) notBuilt.add(line.lane);
        readOutput(line, event.Output, `${line.lane}\n${wordOf(event.Test) ?? ''}`);
        return true;
      },
    };

    function readOutput(line: Line, output: string, source: string): void {
      const texts = output.split('\n');
      const complete = texts.length > 1 && texts.at(-1) === '';
      if (complete) texts.pop();
      const before = unfinished.get(source);
      if (before) {
        before.text = (before.text + texts.shift()!).slice(0, 65_536);
        if (texts.length > 0 || complete) {
          before.unfinished = undefined;
          unfinished.delete(source);
        }
        if (texts.length === 0) {
          markHeading(line, '');
          return;
        }
      }
      // The reader makes lines of them.
      line.text = texts.join('\n');
      if (texts.length === 1 && !complete) {
        unfinished.set(source, line);
        line.unfinished = true;
      }
    }
  },
};

/** A package's end is the end of what ran for it; the end of one test is not, and a package whose build failed did not run. */
function readAction(line: Line, event: Event, notBuilt: boolean): true {
  markHeading(line, '');
  if (event.Action === 'build-fail') return markExit(line, 1);
  if (event.Test !== undefined || event.FailedBuild !== undefined || notBuilt) return true;
  if (event.Action === 'fail') return markExit(line, 1);
  return event.Action === 'pass' || event.Action === 'skip' ? markExit(line, 0) : true;
}

function parse(text: string): Event | null {
  try {
    return JSON.parse(text) as Event;
  } catch {
    return null;
  }
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 300) : null;
}
