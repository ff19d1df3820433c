import { judge, type Side } from './judge.ts';
import { type MeaningId, meanings } from './meanings.ts';
import { isKnownTo, minorOf } from './variables.ts';

/** One setting that is not the same on both sides. */
export interface SettingDifference {
  readonly name: string;
  /** Null where it was not shown. */
  readonly a: string | null;
  readonly b: string | null;
  readonly meaning: MeaningId;
  readonly weight: number;
  readonly causes: readonly string[];
  /** Entries of a list, and flags, that only one side has. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

// What go has where nobody sets it, as far as it is the same everywhere.
const defaults: Readonly<Record<string, string>> = {
  GOPROXY: 'https://proxy.golang.org,direct',
  GOSUMDB: 'sum.golang.org',
  GOTOOLCHAIN: 'auto',
  GOAUTH: 'netrc',
  GOFIPS140: 'off',
};
// Shown only by commands that print the whole environment: not shown says nothing.
const rarelyShown = new Set(['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']);
// Without one of these, only some variables were printed (`go env -changed`, `go env GOPROXY GOPRIVATE`).
const alwaysPrinted = ['GOROOT', 'GOPATH', 'GOOS'];
// What go env itself prints among its first lines, and nobody picks by hand: sorted since Go 1.24, by groups before.
const first = [['AR', 'CC'], ['GOEXE'], ['GOHOSTARCH']];

/** Whether these are a piece of a longer output: every whole one has PKG_CONFIG, as one of the last. What is missing may have stood there. */
export function isPiece(values: ReadonlyMap<string, string>): boolean {
  return !values.has('PKG_CONFIG') && (values.size >= 12 || first.some((names) => names.every((name) => values.has(name))));
}

/**
 * Compares what two `go env` have printed, by what each difference can cause.
 * @param goA such as `1.21.5`, where something else than GOVERSION tells it
 * @returns the strongest first; those that are expected between two machines last
 */
export function settingDifferences(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
  goA: string | null = null,
  goB: string | null = null,
): SettingDifference[] {
  const sides = [sideOf(a, goA), sideOf(b, goB)] as const;
  const pieces = [isPiece(a), isPiece(b)];
  const whole = [a, b].map((values) => alwaysPrinted.every((name) => values.has(name)));
  const found: SettingDifference[] = [];
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const shown = [a.get(name) ?? null, b.get(name) ?? null] as const;
    const missing = shown.indexOf(null);
    if (missing >= 0) {
      if (rarelyShown.has(name) || pieces[missing]) continue;
      // GOROOT/go.env has the default of GOTOOLCHAIN, and installations differ in it.
      if (!whole[missing] && !(name !== 'GOTOOLCHAIN' && (name in defaults || isEmptyByDefault(name)))) continue;
    }
    const values = [sides[0].valueOf(name), sides[1].valueOf(name)] as const;
    const said = judge(name, values, sides);
    if (said === null) continue;
    const unknown = missing >= 0 && !isKnownTo(name, sides[missing]!.minor);
    const meaning = unknown ? 'not-known-there' : said.meaning;
    const { weight, causes } = meanings[meaning];
    found.push({ name, a: shown[0], b: shown[1], meaning, weight, causes, onlyA: said.onlyA, onlyB: said.onlyB });
  }
  return found.sort((one, other) => other.weight - one.weight || (one.name < other.name ? -1 : 1));
}

function sideOf(values: ReadonlyMap<string, string>, go: string | null): Side {
  return {
    minor: minorOf(values.get('GOVERSION') ?? go),
    // An empty value of these is the default, too.
    valueOf: (name) => values.get(name) || (defaults[name] ?? ''),
    has: (name) => values.has(name),
  };
}

/** Settings that mean something only where somebody has set them. */
function isEmptyByDefault(name: string): boolean {
  return [
    'GO111MODULE',
    'GOFLAGS',
    'GOPRIVATE',
    'GONOPROXY',
    'GONOSUMDB',
    'GOINSECURE',
    'GOVCS',
    'GOBIN',
    'GOTMPDIR',
    'GOEXPERIMENT',
  ].includes(name);
}
