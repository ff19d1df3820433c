import { build } from 'esbuild';
import { expect, test } from 'vitest';

// Which rooms a room may import, besides model and itself. `*` is everything.
const allowed: Readonly<Record<string, readonly string[] | '*'>> = {
  model: [],
  ingest: [],
  filter: [],
  dialect: [],
  parse: [],
  evidence: ['parse', 'route'],
  paste: [],
  match: ['catalog'],
  timeline: ['i18n'],
  route: ['i18n'],
  cache: ['parse', 'catalog', 'remedy', 'i18n'],
  settings: ['route'],
  compare: ['ingest', 'dialect', 'parse', 'settings', 'requirements'],
  requirements: ['parse'],
  repro: ['remedy'],
  diagnose: ['catalog', 'timeline', 'route', 'requirements', 'clusters', 'i18n'],
  remedy: ['catalog', 'route', 'i18n'],
  clusters: [],
  redact: [],
  catalog: ['i18n'],
  session: [
    'ingest',
    'filter',
    'paste',
    'dialect',
    'parse',
    'evidence',
    'match',
    'timeline',
    'route',
    'diagnose',
    'remedy',
    'redact',
    'catalog',
    'i18n',
  ],
  watch: ['ingest', 'session'],
  scan: ['clusters', 'session', 'ingest', 'match', 'catalog', 'parse', 'redact', 'report', 'probe', 'route', 'filter', 'i18n'],
  i18n: [],
  report: ['i18n'],
  browse: ['catalog', 'remedy'],
  proc: [],
  store: ['redact'],
  fleet: ['scan', 'store'],
  config: [],
  tui: ['session', 'report', 'i18n', 'browse'],
  probe: ['session', 'parse', 'route', 'remedy', 'diagnose', 'catalog', 'i18n'],
  bypass: ['route', 'parse', 'diagnose', 'remedy', 'i18n'],
  cli: '*',
};

test('imports between rooms go one way', async () => {
  const { metafile } = await build({
    entryPoints: ['src/**/*.ts', 'src/**/*.tsx'],
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'never-written',
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  const wrong: string[] = [];
  for (const [file, { imports }] of Object.entries(metafile.inputs)) {
    const room = roomOf(file);
    const may = room === null ? '*' : allowed[room];
    for (const { path } of imports) {
      const target = roomOf(path);
      if (target === null || target === room || target === 'model' || may === '*' || may?.includes(target)) continue;
      wrong.push(`${file} -> ${path}`);
    }
  }
  expect(wrong).toEqual([]);
});

function roomOf(file: string): string | null {
  return /^src\/([a-z0-9]+)\//.exec(file)?.[1] ?? null;
}
