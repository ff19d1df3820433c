import { coveringPattern } from '../../route/prefix-patterns.ts';
import type { About, FactWords, FileOf, Seen } from './fact.ts';

interface Check {
  /** Its words are a text of their own. */
  readonly id: { [K in keyof FactWords]: FactWords[K] extends string ? K : never }[keyof FactWords];
  readonly name: string;
  readonly holds: (value: string) => boolean;
}

// cmd/go/internal/{modload,modfetch,toolchain,work}: what a setting alone decides.
const checks: readonly Check[] = [
  { id: 'env-goproxy-off', name: 'GOPROXY', holds: (value) => /(?:^|[,|])off$/.test(value) },
  { id: 'env-gosumdb-off', name: 'GOSUMDB', holds: (value) => value === 'off' },
  {
    id: 'env-gotoolchain-local',
    name: 'GOTOOLCHAIN',
    holds: (value) => value === 'local' || value === 'path',
  },
  {
    id: 'env-gotoolchain-switches',
    name: 'GOTOOLCHAIN',
    holds: (value) => /(?:^|\+)auto$/.test(value),
  },
  {
    id: 'env-goflags-vendor',
    name: 'GOFLAGS',
    holds: (value) => /(?:^|\s)['"]?--?mod=vendor\b/.test(value),
  },
  { id: 'env-go111module-off', name: 'GO111MODULE', holds: (value) => value === 'off' },
  { id: 'env-gowork-file', name: 'GOWORK', holds: (value) => value !== '' && value !== 'off' },
];

/** Facts from what `go env` printed. */
export function goEnvFacts(
  { settings }: Pick<FileOf<'go env'>, 'settings'>,
  { module, package: imported }: About,
  words: FactWords,
): Seen[] {
  const seen: Seen[] = [];
  for (const { id, name, holds } of checks) {
    const setting = settings.get(name);
    if (setting && holds(setting.value)) seen.push({ id, line: setting.line, says: words[id] });
  }
  const path = module ?? imported;
  const wide = settings.get('GOPRIVATE');
  if (path === null || !wide) return seen;
  // GOPRIVATE is only the default of the other two.
  const names = ['GONOPROXY', 'GONOSUMDB'].filter((name) => settings.get(name)?.value);
  const missing = (names.length > 0 ? names : ['GOPRIVATE']).find((name) => coveringPattern(settings.get(name)!.value, path) === null);
  if (missing === undefined) seen.push({ id: 'env-goprivate-covers', line: wide.line, says: words['env-goprivate-covers'](path) });
  else seen.push({ id: 'env-goprivate-misses', line: settings.get(missing)!.line, says: words['env-goprivate-misses'](path) });
  return seen;
}
