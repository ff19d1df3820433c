import type { GoModulesFile } from '../model/evidence.ts';

type Rows = { -readonly [K in keyof Omit<GoModulesFile, 'kind' | 'found'>]: GoModulesFile[K][number][] };

const path = '[^\\s@"]{1,400}';
const graphLine = new RegExp(`^(${path})(?:@(\\S{1,200}))? (${path})@(\\S{1,200})$`);
// cmd/go/internal/modcmd/verify.go; base.Errorf adds nothing in front.
const damage = new RegExp(`^(?:go: )?(${path}) (v\\S{1,120}): (?:(zip|dir) has been modified \\(|(missing ziphash): )`);
const verified = /^all modules verified$/;
// cmd/go/internal/modcmd/why.go
const whyHeading = /^# (\S{1,400})$/;
const notNeeded = /^\(main module does not need (?:module |to vendor (?:module|package) |package )?\S{1,400}\)$/;
const packageLine = /^[\w.~-]{1,100}(?:\/[\w.~+-]{1,100}){0,30}(?:\.test)?$/;
const listLine = new RegExp(
  `^(${path}) (v\\d\\S{1,200})(?: \\([^()]{1,200}\\))?(?: => (\\S{1,400}(?: v\\S{1,200})?))?(?: \\[v\\S{1,200}\\])?$`,
);
// cmd/go/internal/modcmd/download.go and cmd/go/internal/modinfo, indented by tabs.
const field = /^(\t{1,2})"(Path|Version|Main|Indirect|Error|Err|Replace)": (?:"((?:[^"\\]|\\.){0,60000})"|(true|false|\{)),?$/;
const around = /^(?:[$>] |go: |\+ )/;
const mostRows = 200_000;

interface Module {
  path: string;
  version: string | null;
  replacedBy: string | null;
  main: boolean;
  error: string | null;
  line: number;
}

/**
 * What `go mod graph`, `go mod why`, `go mod verify`, `go mod download -json` and `go list -m` (with or without -json) printed; one text may hold several.
 * Each line stands for itself, so that a part of an output, or lines of others between, do no harm.
 * @returns null unless most of the lines are of one of them
 */
export function readModuleOutput(lines: readonly string[]): GoModulesFile | null {
  const rows: Rows = { requirements: [], modules: [], needs: [], damaged: [], verified: [] };
  const json = createJsonReader(rows);
  let need: { module: string; packages: string[]; line: number } | null = null;
  let known = 0;
  let others = 0;
  for (const [index, raw] of lines.entries()) {
    const text = raw.trimEnd();
    const line = index + 1;
    if (text === '' || around.test(text)) continue;
    if (known >= mostRows) break;
    known++;
    if (json.read(text, line)) continue;
    const heading = whyHeading.exec(text);
    if (heading) {
      need = { module: heading[1]!, packages: [], line };
      rows.needs.push(need);
    } else if (need && notNeeded.test(text)) need = null;
    else if (need && packageLine.test(text)) need.packages.push(text);
    else {
      need = null;
      if (!readLine(text, line, rows)) {
        known--;
        others++;
      }
    }
  }
  json.end();
  // Headings alone stand in many texts.
  const needs = rows.needs.filter(({ packages }) => packages.length > 0);
  const found = rows.requirements.length + rows.modules.length + needs.length + rows.damaged.length + rows.verified.length;
  return found > 0 && known > others ? { kind: 'go modules', ...rows, needs } : null;
}

function readLine(text: string, line: number, rows: Rows): boolean {
  const edge = graphLine.exec(text);
  if (edge) {
    const [, from, fromVersion, to, version] = edge;
    rows.requirements.push({ from: { path: from!, version: fromVersion ?? null }, to: { path: to!, version: version! }, line });
    return true;
  }
  const harm = damage.exec(text);
  if (harm) {
    rows.damaged.push({ path: harm[1]!, version: harm[2]!, what: harm[4] ? 'ziphash' : (harm[3] as 'zip' | 'dir'), line });
    return true;
  }
  if (verified.test(text)) {
    rows.verified.push({ line });
    return true;
  }
  const listed = listLine.exec(text);
  // A main module stands alone, as any word does.
  if (!listed) return false;
  rows.modules.push({ path: listed[1]!, version: listed[2]!, replacedBy: listed[3] ?? null, main: false, error: null, line });
  return true;
}

/** Objects one after the other; the last one may be cut off. */
function createJsonReader({ modules }: Rows) {
  let open: Module | null = null;
  let inside: string | null = null;
  const close = () => {
    if (open && open.path !== '') modules.push(open);
    open = null;
  };
  const take = (module: Module, depth: number, name: string, value: string | undefined, word: string | undefined, line: number) => {
    if (word === '{') inside = name;
    const text = value === undefined ? null : decoded(value);
    if (depth === 2) {
      if (inside === 'Error' && name === 'Err' && text !== null) Object.assign(module, { error: text, line });
      if (inside === 'Replace' && text !== null && (name === 'Path' || name === 'Version'))
        module.replacedBy = module.replacedBy === null ? text : `${module.replacedBy} ${text}`;
      return;
    }
    if (word !== '{') inside = null;
    if (name === 'Path' && text !== null) Object.assign(module, { path: text, line });
    else if (name === 'Version') module.version = text;
    else if (name === 'Main') module.main = word === 'true';
    else if (name === 'Error' && text !== null) Object.assign(module, { error: text, line });
  };
  return {
    /** @returns whether the line is of an object */
    read(text: string, line: number): boolean {
      if (text === '{') {
        close();
        open = { path: '', version: null, replacedBy: null, main: false, error: null, line };
        inside = null;
        return true;
      }
      if (text === '}' && open) {
        close();
        return true;
      }
      if (open === null || text.charCodeAt(0) !== 9) return false;
      const found = field.exec(text);
      if (found) take(open, found[1]!.length, found[2]!, found[3], found[4], line);
      return true;
    },
    end: close,
  };
}

function decoded(value: string): string | null {
  try {
    return JSON.parse(`"${value}"`) as string;
  } catch {
    return null;
  }
}
