import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';

// cmd/go/internal/modcmd/download.go (ModuleJSON), cmd/go/internal/modinfo, cmd/go/internal/load (PackageError): objects indented by tabs.
const field = /^(\t{1,4})"(Path|ImportPath|Pos|Error|Err)": (?:"((?:[^"\\]|\\.){0,60000})"|\{),?$/;
const compact = /^\{"(?:Path|Dir|ImportPath)":"/;
const mostLanes = 200;

interface Open {
  named: boolean;
  /** Of the source file that an error is about. */
  pos: string;
}

/** `go mod download -json`, `go list -m -e -json` and `go list -e -json`: the error of a module or package becomes the line that go prints without -json. */
export const goModuleJson: Dialect = {
  name: 'go-module-json',
  signs: ['\t"Path": "', '\t"ImportPath": "', '{"Path":"', '{"Dir":"', '{"ImportPath":"'],
  rewrites: ['\t"Error": "', '\t"Err": "', '"Error":"', '"Err":"'],
  create() {
    const open = new Map<string, Open>();
    const begin = ({ lane }: Line) => {
      if (open.size >= mostLanes) open.clear();
      open.set(lane, { named: false, pos: '' });
    };
    return {
      read(line) {
        const { text } = line;
        const first = text.charCodeAt(0);
        if (first === 0x7b) {
          if (text === '{') begin(line);
          return compact.test(text) && rewrite(line, errorOf(text), '');
        }
        if (text === '}') open.delete(line.lane);
        const object = first === 9 ? open.get(line.lane) : undefined;
        const found = object ? field.exec(text) : null;
        if (!object || !found) return false;
        const [, depth = '', name, value] = found;
        if (name === 'Path' || name === 'ImportPath') object.named ||= depth.length === 1;
        else if (name === 'Pos') object.pos = decoded(value) ?? '';
        else if (object.named && (name === 'Error' ? depth.length === 1 : depth.length > 1)) {
          const { pos } = object;
          if (value !== undefined) object.pos = '';
          return rewrite(line, decoded(value), pos);
        }
        return false;
      },
    };
  },
};

function rewrite(line: Line, message: string | null, pos: string): boolean {
  if (message === null || message.trim() === '') return false;
  line.text = pos === '' ? `go: ${message}` : `${pos}: ${message}`;
  return true;
}

function decoded(value: string | undefined): string | null {
  try {
    return value === undefined ? null : (JSON.parse(`"${value}"`) as string);
  } catch {
    return null;
  }
}

/** Of an object in one line, as `jq -c` writes it. */
function errorOf(text: string): string | null {
  if (!text.includes('"Err')) return null;
  try {
    const { Error: error } = JSON.parse(text) as { Error?: unknown };
    const message = typeof error === 'object' && error !== null ? (error as { Err?: unknown }).Err : error;
    return typeof message === 'string' ? message : null;
  } catch {
    return null;
  }
}
