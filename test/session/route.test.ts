import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { familyDomains, fixedDomains } from '../../src/diagnose/domain-table.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { textsOf } from '../../src/i18n/texts.ts';
import { type Report, reportSchema } from '../../src/model/report.ts';
import { effectText } from '../../src/report/route-summary.ts';
import { renderText } from '../../src/report/text.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

function explain(log: string, files: Readonly<Record<string, string>> = {}): Report {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  for (const [name, text] of Object.entries(files)) session.addEvidence(name, text);
  session.push(Buffer.from(`$ go mod download\n${log}\n`));
  return reportSchema.parse(session.report());
}

const lib = 'git.corp.test/team/lib';
const sumdb410 = `go: ${lib}@v1.2.3: verifying go.mod: ${lib}@v1.2.3/go.mod: reading https://sum.golang.org/lookup/${lib}@v1.2.3: 410 Gone
\tserver response: not found: ${lib}@v1.2.3: unrecognized import path "${lib}"`;
const goEnv = (more: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    GOPROXY: 'https://proxy.golang.org,direct',
    GOPRIVATE: '',
    GONOPROXY: '',
    GONOSUMDB: '',
    GOSUMDB: 'sum.golang.org',
    GOVERSION: 'go1.26.1',
    ...more,
  })
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');

describe('S37: where a problem sits', () => {
  test.each([
    ['this machine', sumdb410, 'this-machine', null],
    [
      'a GOPROXY server',
      `go: ${lib}@v1.2.3: reading https://goproxy.corp.test/${lib}/@v/v1.2.3.zip: 502 Bad Gateway`,
      'goproxy',
      'goproxy.corp.test',
    ],
    [
      'what is behind a GOPROXY server',
      `go: github.com/northwind/lib@v1.2.3: reading https://goproxy.corp.test/github.com/northwind/lib/@v/v1.2.3.zip: 500 Internal Server Error
\tserver response: git ls-remote -q https://git.partner.test/northwind/lib: exit status 128: fatal: unable to access 'https://git.partner.test/northwind/lib/': Failed to connect`,
      'goproxy-upstream',
      'git.partner.test',
    ],
    [
      'the forward proxy',
      'go: github.com/northwind/lib@v1.2.3: Get "https://proxy.golang.org/github.com/northwind/lib/@v/v1.2.3.mod": proxyconnect tcp: dial tcp 192.0.2.4:3128: connect: connection refused',
      'forward-proxy',
      null,
    ],
    [
      'the host of the repository',
      `go: ${lib}@v1.2.3: unrecognized import path "${lib}": https fetch: Get "https://${lib}?go-get=1": dial tcp 192.0.2.7:443: connect: connection refused`,
      'vcs-host',
      'git.corp.test',
    ],
    [
      'the checksum database',
      'go: github.com/northwind/lib@v1.2.3: verifying module: github.com/northwind/lib@v1.2.3: Get "https://sum.golang.org/lookup/github.com/northwind/lib@v1.2.3": dial tcp 192.0.2.9:443: i/o timeout',
      'checksum-database',
      'sum.golang.org',
    ],
    [
      'no place',
      'go: github.com/northwind/lib@v1.2.3: Get "https://proxy.corp.test/github.com/northwind/lib/@v/v1.2.3.mod": dial tcp: lookup proxy.corp.test: no such host',
      'unknown',
      null,
    ],
  ])('%s', (_, log, is, host) => {
    const report = explain(log);
    const [incident] = report.incidents;
    expect(incident!.domain).toMatchObject({ is, host, line: 2 });
    const shown = renderText(report)
      .replace(/\n\s{12}(?=\S)/g, ' ')
      .split('\n')
      .filter((line) => line.startsWith('   where '));
    expect(shown).toEqual([expect.stringContaining(incident!.domain.because)]);
  });

  test('nothing that explains it: not known', () => {
    const session = createSession(pack, { name: 'a.log', version: '0' });
    session.push(Buffer.from('$ make deps\nsomething\nmake: *** [Makefile:3: deps] Error 2\n'));
    expect(session.report().incidents[0]!.domain).toEqual({
      is: 'unknown',
      host: null,
      because: 'the log does not say what failed',
      line: null,
    });
  });

  test('the table names families, causes and signals that exist', () => {
    const families = readdirSync('rules/causes');
    const causes = families.flatMap((family) =>
      readdirSync(`rules/causes/${family}`).map((file) => `${family}.${file.replace(/\.yaml$/, '')}`),
    );
    const signals = readRules('rules').signals.map(({ id }) => id);
    for (const key of [...Object.keys(fixedDomains), ...Object.keys(familyDomains)]) {
      const [name, signal] = key.split(' ');
      expect([...families, ...causes]).toContain(name);
      if (signal) expect(signals).toContain(signal);
    }
  });
});

describe('S3: the route of an incident', () => {
  test('is there when the settings were seen, with the setting and pattern of each server', () => {
    const report = explain(sumdb410, { 'env.txt': goEnv({ GOPRIVATE: 'other.test', GONOPROXY: 'other.test', GONOSUMDB: 'other.test' }) });
    const { route } = report.incidents[0]!;
    expect(route!.stops.map(({ kind, host, setting, onNotFound, onError }) => [kind, host, setting, onNotFound, onError])).toEqual([
      ['proxy', 'proxy.golang.org', 'GOPROXY', 'next', 'fail'],
      ['direct', 'git.corp.test', 'GOPROXY', 'fail', 'fail'],
    ]);
    expect(renderText(report)).toContain(`   asked    1 proxy.golang.org, GOPROXY, only 404 and 410 lead on
            2 git.corp.test directly, GOPROXY
            checksums: sum.golang.org
`);
  });

  test('is not guessed: no settings, half of them, or no module', () => {
    expect(explain(sumdb410).incidents[0]!.route).toBe(null);
    expect(explain(sumdb410, { 'env.txt': "GOPRIVATE=''\nGOFLAGS=''\n" }).incidents[0]!.route).toBe(null);
    expect(
      explain("go: go.mod file not found in current directory or any parent directory; see 'go help modules'", { 'env.txt': goEnv() })
        .incidents[0]!.route,
    ).toBe(null);
  });

  test('has no more than six lines, and none for a cause that no server has a part in', () => {
    const long = goEnv({ GOPROXY: Array.from({ length: 9 }, (_, index) => `https://p${index}.test`).join('|') });
    const rows = renderText(explain(sumdb410, { 'env.txt': long })).split('\n');
    const from = rows.findIndex((row) => row.startsWith('   asked'));
    expect(rows.slice(from, from + 7).indexOf('')).toBe(6);
    const vendor = `go: inconsistent vendoring in /src:\n\t${lib}@v1.2.3: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt`;
    expect(renderText(explain(vendor, { 'env.txt': goEnv() }))).not.toContain('asked');
  });
});

describe('what a remedy changes about the route', () => {
  const texts = textsOf();
  const effects = (report: Report) =>
    report.incidents[0]!.hypotheses[0]!.remedies.map(({ id, effect }) => [id, effect && effectText(effect, texts)]);

  test('with the settings that were seen', () => {
    expect(effects(explain(sumdb410, { 'env.txt': goEnv() }))).toEqual([
      ['goprivate', 'git.corp.test is asked directly; proxy.golang.org and sum.golang.org no more'],
      ['gonosumdb', 'proxy.golang.org, then git.corp.test directly are asked; sum.golang.org no more'],
    ]);
  });

  test('a setting that hides the one that is changed is not overlooked', () => {
    const report = explain(sumdb410, { 'env.txt': goEnv({ GONOPROXY: 'none.test', GONOSUMDB: 'none.test' }) });
    // GOPRIVATE is only the default of the two, and both have a value.
    expect(effects(report)[0]).toEqual(['goprivate', `with the settings seen, the same servers are asked for ${lib} as before`]);
    const { before, after } = report.incidents[0]!.hypotheses[0]!.remedies[0]!.effect!;
    expect(after).toEqual(before);
  });

  test("with Go's defaults, and says so", () => {
    expect(effects(explain(sumdb410))[0]).toEqual([
      'goprivate',
      "git.corp.test is asked directly; proxy.golang.org and sum.golang.org no more (by Go's defaults: the log shows no settings)",
    ]);
    expect(renderText(explain(sumdb410)).replace(/\n\s+/g, ' ')).toContain(
      "then     git.corp.test is asked directly; proxy.golang.org and sum.golang.org no more (by Go's defaults: the log shows no settings)",
    );
  });

  test('not where the log shows that the settings are others than the defaults, or a value has a hole', () => {
    const notFound = `go: ${lib}@v1.2.3: reading https://goproxy.corp.test/${lib}/@v/v1.2.3.info: 404 Not Found\n\tserver response: not found`;
    expect(effects(explain(notFound)).map(([, text]) => text)).toEqual(effects(explain(notFound)).map(() => null));
    const seen = effects(explain(notFound, { 'env.txt': goEnv({ GOPROXY: 'https://goproxy.corp.test' }) }));
    expect(seen.filter(([, text]) => text !== null)).toEqual([
      ['direct-fallback', 'goproxy.corp.test, then git.corp.test directly are asked'],
    ]);
    const timeout = `go: ${lib}@v1.2.3: Get "https://proxy.golang.org/${lib}/@v/v1.2.3.mod": dial tcp 192.0.2.4:443: i/o timeout`;
    const known = effects(explain(timeout)).filter(([, text]) => text !== null);
    expect(known.map(([id]) => id)).toEqual(['goproxy-cn']);
  });
});

test('S14: no credentials of a setting reach a report', () => {
  const env = goEnv({ GOPROXY: 'https://bob:hunter2hunter2@goproxy.corp.test|direct', GOAUTH: '/opt/auth --token hunter3hunter3' });
  const text = JSON.stringify(explain(sumdb410, { 'env.txt': env }));
  expect(text).toContain('goproxy.corp.test');
  expect(text).not.toMatch(/hunter|bob/);
});

test('any settings and module give a report', () => {
  const text = fc.string({ maxLength: 30 });
  const value = fc.oneof(
    text,
    fc.constantFrom('https://[::1', 'https://a b', 'http://%zz', 'a.test|', ',direct', 'git:', '<existing>', '*,['),
  );
  fc.assert(
    fc.property(value, value, value, value, (goproxy, goprivate, govcs, goauth) => {
      const clean = (one: string) => one.replace(/['\n\r]/g, '');
      explain(sumdb410, {
        'env.txt': goEnv({ GOPROXY: clean(goproxy), GOPRIVATE: clean(goprivate), GOVCS: clean(govcs), GOAUTH: clean(goauth) }),
      });
    }),
    { numRuns: 200 },
  );
});
