import type { FactId } from '../../model/facts.ts';
import { coveringPattern } from '../../route/prefix-patterns.ts';
import type { About, FileOf, Seen } from './fact.ts';

interface Check {
  readonly id: FactId;
  readonly name: string;
  readonly holds: (value: string) => boolean;
  readonly says: string;
}

// cmd/go/internal/{modload,modfetch,toolchain,work}: what a setting alone decides.
const checks: readonly Check[] = [
  { id: 'env-goproxy-off', name: 'GOPROXY', holds: (value) => /(?:^|[,|])off$/.test(value), says: 'nothing is downloaded' },
  { id: 'env-gosumdb-off', name: 'GOSUMDB', holds: (value) => value === 'off', says: 'toolchains cannot be checked' },
  {
    id: 'env-gotoolchain-local',
    name: 'GOTOOLCHAIN',
    holds: (value) => value === 'local' || value === 'path',
    says: 'go does not download a newer one',
  },
  {
    id: 'env-gotoolchain-switches',
    name: 'GOTOOLCHAIN',
    holds: (value) => /(?:^|\+)auto$/.test(value),
    says: 'go may download a newer one',
  },
  {
    id: 'env-goflags-vendor',
    name: 'GOFLAGS',
    holds: (value) => /(?:^|\s)['"]?--?mod=vendor\b/.test(value),
    says: 'every command takes the vendor folder',
  },
  { id: 'env-go111module-off', name: 'GO111MODULE', holds: (value) => value === 'off', says: 'modules are switched off' },
  { id: 'env-gowork-file', name: 'GOWORK', holds: (value) => value !== '' && value !== 'off', says: 'this workspace is active' },
];

/** Facts from what `go env` printed. */
export function goEnvFacts({ settings }: FileOf<'go env'>, { module, package: imported }: About): Seen[] {
  const seen: Seen[] = [];
  for (const { id, name, holds, says } of checks) {
    const setting = settings.get(name);
    if (setting && holds(setting.value)) seen.push({ id, line: setting.line, says });
  }
  const path = module ?? imported;
  const wide = settings.get('GOPRIVATE');
  if (path === null || !wide) return seen;
  // GOPRIVATE is only the default of the other two.
  const names = ['GONOPROXY', 'GONOSUMDB'].filter((name) => settings.get(name)?.value);
  const missing = (names.length > 0 ? names : ['GOPRIVATE']).find((name) => coveringPattern(settings.get(name)!.value, path) === null);
  if (missing === undefined)
    seen.push({ id: 'env-goprivate-covers', line: wide.line, says: `covers ${path}: with it no public server is asked` });
  else seen.push({ id: 'env-goprivate-misses', line: settings.get(missing)!.line, says: `does not cover ${path}` });
  return seen;
}
