import type { GoModFile } from '../model/evidence.ts';
import { opensGoModStatement, parseGoMod } from './go-mod.ts';

/** One module of `go list -m all`. */
interface ListedModule {
  readonly path: string;
  /** Null: a main module. */
  readonly version: string | null;
  readonly replacedBy: string | null;
  readonly indirect: boolean;
  readonly error: string | null;
}

interface At {
  readonly path: string;
  readonly version: string | null;
}

/** What go says about the modules of a build. */
export type ModuleText =
  | { readonly kind: 'go mod graph'; readonly requirements: readonly { readonly from: At; readonly to: At }[] }
  | { readonly kind: 'go list -m'; readonly modules: readonly ListedModule[] }
  /** Packages from the main module to one of the module; none when it is not needed. */
  | { readonly kind: 'go mod why'; readonly chains: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: 'go.mod'; readonly file: GoModFile };

const graphLine = /^([^\s@]{1,400})(?:@(\S{1,200}))? ([^\s@]{1,400})@(\S{1,200})$/;
const listLine = /^([^\s@#]{1,400})(?: (v\S{1,200}))?(?: => (\S{1,400}(?: v\S{1,200})?))?$/;

/**
 * Reads what `go mod graph`, `go list -m -json all`, `go list -m all` or `go mod why -m` printed, or a go.mod. The content says which.
 * @param lines without decoration
 * @returns null when it is none of them
 */
export function parseModuleText(lines: readonly string[]): ModuleText | null {
  const filled = lines.filter((line) => line.trim() !== '' && !/^(?:\$ |go: )/.test(line));
  if (filled.length === 0) return null;
  return readJson(filled) ?? readWhy(filled) ?? readGraph(filled) ?? readMod(lines) ?? readList(filled);
}

// What is left of a version, or of the date and hash of one that a commit has. golang.org/x/mod/module, pseudoVersionRE.
const cutVersion = /^v(?!\d{1,20}\.\d{1,20}\.\d)|(?:^v\d{1,20}\.0\.0-|-(?:[\w.]{1,60}\.)?0\.)\d{1,14}$|[-.]\d{14}-[0-9a-f]{0,11}$/;

function readGraph(lines: readonly string[]): ModuleText | null {
  const requirements = lines.flatMap((line, index) => {
    const found = graphLine.exec(line.trim());
    if (found && index === lines.length - 1 && cutVersion.test(found[4]!)) return [];
    return found ? [{ from: { path: found[1]!, version: found[2] ?? null }, to: { path: found[3]!, version: found[4]! } }] : [];
  });
  return requirements.length * 2 > lines.length ? { kind: 'go mod graph', requirements } : null;
}

/** Objects follow each other; each begins and ends with a bracket at the start of a line. */
function readJson(lines: readonly string[]): ModuleText | null {
  const modules: ListedModule[] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (line === '{') open = [line];
    else if (open) open.push(line);
    if (line !== '}' || open === null) continue;
    const module = listed(open.join('\n'));
    if (module) modules.push(module);
    open = null;
  }
  return modules.length > 0 ? { kind: 'go list -m', modules } : null;
}

function listed(text: string): ListedModule | null {
  try {
    const { Path, Version, Main, Indirect, Replace, Error: error } = JSON.parse(text) as Record<string, unknown>;
    if (typeof Path !== 'string') return null;
    const other = Replace as { Path?: string; Version?: string } | undefined;
    const message = (error as { Err?: unknown } | undefined)?.Err;
    return {
      path: Path,
      version: Main === true || typeof Version !== 'string' ? null : Version,
      replacedBy: typeof other?.Path === 'string' ? [other.Path, other.Version].filter(Boolean).join(' ') : null,
      indirect: Indirect === true,
      error: typeof message === 'string' ? message : null,
    };
  } catch {
    return null;
  }
}

function readList(lines: readonly string[]): ModuleText | null {
  const modules = lines.flatMap((line) => {
    const found = listLine.exec(line.trim());
    return found ? [{ path: found[1]!, version: found[2] ?? null, replacedBy: found[3] ?? null, indirect: false, error: null }] : [];
  });
  // Words of any text look like main modules.
  return modules.length * 2 > lines.length &&
    modules.some(({ version }) => version !== null) &&
    modules.filter(({ version }) => version === null).length < 100
    ? { kind: 'go list -m', modules }
    : null;
}

/** `# module`, then one package a line, or `(main module does not need module m)`. cmd/go/internal/modcmd/why.go */
function readWhy(lines: readonly string[]): ModuleText | null {
  if (!/^# \S+$/.test(lines[0]!)) return null;
  const chains = new Map<string, string[]>();
  let chain: string[] | null = null;
  for (const line of lines) {
    const heading = /^# (\S{1,400})$/.exec(line);
    if (heading) chains.set(heading[1]!, (chain = []));
    else if (/^\(main module does not need /.test(line)) continue;
    else if (/^\S{1,400}$/.test(line)) chain?.push(line);
    else return null;
  }
  return { kind: 'go mod why', chains };
}

function readMod(lines: readonly string[]): ModuleText | null {
  const first = lines.find((line) => !/^\s*(?:\/\/|$)/.test(line));
  if (first === undefined || !opensGoModStatement(first)) return null;
  const file = parseGoMod(lines.join('\n'));
  return file.module ? { kind: 'go.mod', file } : null;
}
