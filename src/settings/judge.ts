import { goflags } from './flags.ts';
import { type MeaningId, meanings } from './meanings.ts';
import { onlyIn, patternSet } from './patterns.ts';
import { compareProxyLists, type ListDifference } from './proxy-list.ts';
import { minorOf } from './variables.ts';

/** The settings of one side, with the defaults that are known. */
export interface Side {
  readonly minor: number | null;
  valueOf(name: string): string;
  has(name: string): boolean;
}

type Values = readonly [a: string, b: string];
type Judge = (values: Values, sides: readonly [Side, Side]) => ListDifference | MeaningId | null;

/** Looks only at one value: true on one side alone is the difference. */
const onOneSide = ([a, b]: Values, is: (value: string) => boolean) => is(a) !== is(b);

const always =
  (meaning: MeaningId): Judge =>
  () =>
    meaning;

/** A list of patterns: its order and what is said twice do not matter. */
const patternList =
  (meaning: MeaningId): Judge =>
  ([a, b]) => {
    const [left, right] = [patternSet(a), patternSet(b)];
    const only = { onlyA: onlyIn(left, right), onlyB: onlyIn(right, left) };
    return { meaning: only.onlyA.length + only.onlyB.length === 0 ? 'same-meaning' : meaning, ...only };
  };

/** GONOPROXY and GONOSUMDB are printed with the value of GOPRIVATE where they have none. */
const followsPrivate =
  (meaning: MeaningId): Judge =>
  (values, sides) =>
    sides.every((side, index) => side.valueOf('GOPRIVATE') === values[index]) ? 'follows-private' : patternList(meaning)(values, sides);

const isAbsolute = (folder: string) => /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(folder);

/** A folder that go refuses when it is no absolute path; `off` and nothing are refused as well. */
const folder =
  (moved: (value: string, side: Side) => boolean): Judge =>
  (values, sides) => {
    if (onOneSide(values, isAbsolute)) return 'folder-invalid';
    return values.some((value, index) => moved(value, sides[index]!)) ? 'cache-moved' : 'own-folder';
  };

const judgeFlags: Judge = ([a, b], sides) => {
  const [left, right] = [goflags(a), goflags(b)];
  if (left === null || right === null) return left === right ? 'flags-other' : 'flags-invalid';
  const modern = sides.every(({ minor }) => minor === null || minor >= 16);
  const differing = [...new Set([...left.keys(), ...right.keys()])].filter((name) => {
    // Since Go 1.16 -mod=readonly is what go does without it.
    const plain = (value: string | undefined) => (name === 'mod' && modern && value === 'readonly' ? undefined : value);
    return plain(left.get(name)) !== plain(right.get(name));
  });
  const rows = (flags: ReadonlyMap<string, string>) =>
    differing.filter((name) => flags.has(name)).map((name) => (flags.get(name) === 'true' ? `-${name}` : `-${name}=${flags.get(name)}`));
  const [worst = 'same-meaning'] = differing.map(meaningOfFlag).sort((one, other) => meanings[other].weight - meanings[one].weight);
  return { meaning: worst, onlyA: rows(left), onlyB: rows(right) };
};

function meaningOfFlag(name: string): MeaningId {
  if (name === 'mod' || name === 'modfile' || name === 'tags' || name === 'buildvcs') return `flags-${name}`;
  return name === 'modcacherw' || name === 'trimpath' || name === 'v' || name === 'x' ? 'harmless' : 'flags-other';
}

const judgeVersion: Judge = ([a, b], sides) => {
  const [left, right] = [minorOf(a), minorOf(b)];
  if (left === null || right === null || left === right) return 'go-patch';
  const older = sides[left < right ? 0 : 1]!;
  const own = older.valueOf('GOTOOLCHAIN');
  const switches = Math.min(left, right) >= 21 && (own === 'auto' || /\+(?:auto|path)$/.test(own) || own === 'path');
  return switches ? 'go-older-switches' : 'go-older';
};

const judgeTarget: Judge = (_, [a, b]) => {
  const crosses = (side: Side) =>
    (side.valueOf('GOHOSTOS') !== '' && side.valueOf('GOOS') !== side.valueOf('GOHOSTOS')) ||
    (side.valueOf('GOHOSTARCH') !== '' && side.valueOf('GOARCH') !== side.valueOf('GOHOSTARCH'));
  return crosses(a) || crosses(b) ? 'target' : 'other-system';
};

/** The program's default depends on the system. */
const judgeCompiler: Judge = (values, [a, b]) => {
  const usual = values.every((value) => /^(?:gcc|clang|g\+\+|clang\+\+|cc|c\+\+|)$/.test(value));
  return usual && a.valueOf('GOOS') !== b.valueOf('GOOS') ? 'follows-system' : 'compiler';
};

const isNoModule = (value: string) => value === '' || value === '/dev/null' || value.toUpperCase() === 'NUL';
const isNoWorkspace = (value: string) => value === '' || value === 'off';

/** A GOTOOLDIR outside of GOROOT: GOROOT was set by hand. */
const isMixed = (side: Side) => {
  const [root, tools] = [side.valueOf('GOROOT'), side.valueOf('GOTOOLDIR')];
  return root !== '' && tools !== '' && !tools.startsWith(root);
};

const firstOf = (list: string) => list.split(/:(?![\\/])|;/)[0] ?? '';

const judges: Readonly<Record<string, Judge>> = {
  GO111MODULE: ([a, b], sides) => {
    if (onOneSide([a, b], (value) => value === 'off')) return 'modules-off';
    // Nothing means `on` since Go 1.16, and `auto` before.
    const meant = [a, b].map((value, index) => value || ((sides[index]!.minor ?? 99) >= 16 ? 'on' : 'auto'));
    return meant[0] === meant[1] ? 'same-meaning' : 'modules-auto';
  },
  GOPROXY: ([a, b]) => compareProxyLists(a, b),
  GOFLAGS: judgeFlags,
  GOPRIVATE: patternList('private-patterns'),
  GONOPROXY: followsPrivate('noproxy-patterns'),
  GONOSUMDB: followsPrivate('nosumdb-patterns'),
  GOINSECURE: patternList('insecure-patterns'),
  NO_PROXY: patternList('no-proxy'),
  HTTP_PROXY: always('http-proxy'),
  HTTPS_PROXY: always('http-proxy'),
  GOSUMDB: (values) => (onOneSide(values, (value) => value === 'off') ? 'sumdb-off' : 'sumdb-other'),
  GOTOOLCHAIN: (values) => (onOneSide(values, (value) => value === 'local') ? 'toolchain-local' : 'toolchain-named'),
  GOVERSION: judgeVersion,
  GOVCS: always('vcs-rules'),
  GOAUTH: always('auth-commands'),
  GOMOD: (values) => (onOneSide(values, isNoModule) ? 'no-module' : 'own-folder'),
  GOWORK: (values) => (onOneSide(values, isNoWorkspace) ? 'workspace' : values.every(isNoWorkspace) ? 'same-meaning' : 'own-folder'),
  GOENV: (values) => (onOneSide(values, (value) => value === 'off' || value === '') ? 'env-file-off' : 'own-folder'),
  GOCACHE: folder((value) => !/[\\/]go-build$/.test(value)),
  GOMODCACHE: folder(
    (value, side) => side.has('GOPATH') && value !== `${firstOf(side.valueOf('GOPATH'))}/pkg/mod` && !/\\pkg\\mod$/.test(value),
  ),
  GOPATH: (values) => (onOneSide(values, (value) => isAbsolute(firstOf(value))) ? 'folder-invalid' : 'own-folder'),
  GOROOT: (_, sides) => {
    if (sides.some(isMixed)) return 'goroot-mixed';
    return sides[0].valueOf('GOVERSION') === sides[1].valueOf('GOVERSION') ? 'own-folder' : 'follows-version';
  },
  GOTOOLDIR: always('own-folder'),
  GOTMPDIR: always('temporary-folder'),
  GOBIN: always('install-folder'),
  GOOS: judgeTarget,
  GOARCH: judgeTarget,
  GOHOSTOS: always('follows-system'),
  GOHOSTARCH: always('follows-system'),
  GOEXE: always('follows-system'),
  CGO_ENABLED: always('cgo'),
  CC: judgeCompiler,
  CXX: judgeCompiler,
  GCCGO: always('harmless'),
  AR: always('compiler'),
  FC: always('compiler'),
  PKG_CONFIG: always('compiler'),
  GODEBUG: always('godebug'),
  GOEXPERIMENT: always('experiment'),
  GOFIPS140: always('experiment'),
  GOCACHEPROG: always('cache-program'),
  GOGCCFLAGS: always('each-run'),
  GOTELEMETRY: always('harmless'),
  GOTELEMETRYDIR: always('own-folder'),
};

/** What it means that a setting has two values. Null when it has not. */
export function judge(name: string, values: Values, sides: readonly [Side, Side]): ListDifference | null {
  if (values[0] === values[1]) return null;
  const said = (judges[name] ?? (/^CGO_\w+$/.test(name) ? always('compiler') : judgeRest(name)))(values, sides);
  return typeof said === 'string' ? { meaning: said, onlyA: [], onlyB: [] } : said;
}

/** GOAMD64, GOARM and their like are there only on their processor. */
function judgeRest(name: string): Judge {
  if (!/^GO(?:386|AMD64|ARM|ARM64|MIPS|MIPS64|PPC64|RISCV64|WASM)$/.test(name)) return always('other');
  return (_, [a, b]) => (a.has(name) && b.has(name) ? 'level-of-processor' : 'follows-system');
}
