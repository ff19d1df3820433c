import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderGithub } from '../../src/report/github.ts';
import { renderGitlab } from '../../src/report/gitlab.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { failing, folderWith, modwhy } from '../cli/modwhy.ts';
import { advice, hostileStrings, poisoned } from './hostile.ts';
import { hypothesis, incident, report, testFailure, unknownFailure } from './sample.ts';

const calm = report({ verdict: 'no-failure', incidents: [] });
const title = hypothesis().title;
// Texts that each of the formats could take for its own, beside those that no format may obey.
const piece = fc.oneof(
  fc.constantFrom(
    ...Object.values(hostileStrings),
    '::error::x',
    '\n::set-env name=PATH::/x',
    '##[add-path]/x',
    '%0A::stop-commands::x',
    ']]>',
    '<!DOCTYPE a>',
    '&lt;',
    '{0}',
    '\uffff',
    'a,file=b:c',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const hostileReport = fc.tuple(piece, piece).map(([name, text]) => {
  const bad = poisoned(text);
  return { ...bad, input: { ...bad.input, name }, advice: [advice(text)] };
});

interface Sarif {
  $schema: string;
  version: string;
  runs: {
    tool: { driver: { name: string; semanticVersion: string; rules: { id: string; defaultConfiguration: { level: string } }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
      partialFingerprints?: object;
    }[];
  }[];
}

describe('sarif', () => {
  const read = (text: string) => JSON.parse(text) as Sarif;

  test('a rule for each cause, a result for each finding, at its line', () => {
    const { runs, version } = read(renderSarif({ ...testFailure(), advice: [advice('GOSUMDB=off')] }));
    expect(version).toBe('2.1.0');
    const [{ tool, results }] = runs as [Sarif['runs'][0]];
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['GM0401', 'GM9002', 'advice']);
    expect(
      results.map(({ ruleId, ruleIndex, level, locations: [at] }) => [ruleId, ruleIndex, level, at!.physicalLocation.region.startLine]),
    ).toEqual([
      ['GM0401', 0, 'note', 3],
      ['GM9002', 1, 'error', 6],
      ['advice', 2, 'warning', 9],
    ]);
    expect(results[1]!.partialFingerprints).toEqual({ 'modwhy/v1': testFailure().incidents[0]!.fingerprint });
    expect(read(renderSarif(calm)).runs[0]!.results).toEqual([]);
    expect(read(renderSarif(unknownFailure())).runs[0]!.results[0]).toMatchObject({ ruleId: 'unknown', level: 'error' });
  });

  test.each([
    ['ci/build log.log', 'ci/build%20log.log'],
    ['/var/log/a#b.log', 'file:///var/log/a%23b.log'],
    ['C:\\logs\\a.log', 'file:///C:/logs/a.log'],
    ['a:b.log', 'a%3Ab.log'],
    ['-', 'stdin'],
  ])('the file %s is a reference', (name, uri) => {
    const { runs } = read(renderSarif(report({ input: { ...report().input, name } })));
    expect(runs[0]!.results[0]!.locations[0]!.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('what the standard requires is there whatever a log says, and no text becomes a link, a placeholder or a control', () => {
    fc.assert(
      fc.property(hostileReport, (bad) => {
        const text = renderSarif(bad);
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        const [{ tool, results }] = read(text).runs as [Sarif['runs'][0]];
        for (const { ruleId, ruleIndex, level, message, locations } of results) {
          expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
          expect(['error', 'warning', 'note']).toContain(level);
          expect(message.text).not.toMatch(/\]\(|\{\d/);
          const [{ physicalLocation }] = locations as [(typeof locations)[0]];
          expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w.~!*'()%/:-]+$/);
          expect(physicalLocation.region.startLine).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('junit', () => {
  test('what made a command fail is a failed test, what the build got over one that passed', () => {
    expect(renderJunit(unknownFailure())).toMatch(/<testsuite name="docker.log" tests="1" failures="1" errors="0" skipped="0">/);
    expect(renderJunit(testFailure()).match(/<testcase .*|<failure message="[^"]*" type="[^"]*">|<system-out>/g)).toEqual([
      '<testcase classname="modwhy" name="GM0401 auth.private-module-via-public-proxy (build.log:3)">',
      '<system-out>',
      '<testcase classname="modwhy" name="GM9002 not-module.test-failure (build.log:6)">',
      '<failure message="very likely: a test failed" type="GM9002">',
    ]);
    expect(renderJunit(calm)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="modwhy" tests="1" failures="0" errors="0" skipped="0">\n  <testsuite name="build.log" tests="1" failures="0" errors="0" skipped="0">\n    <testcase classname="modwhy" name="build.log"/>\n  </testsuite>\n</testsuites>\n',
    );
  });

  test('it is XML whatever a log says: no element, entity or character of its own', () => {
    fc.assert(
      fc.property(hostileReport, (bad) => {
        const text = renderJunit(bad);
        expect(text).not.toMatch(/[^\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
        expect(text.replace(/&(?:amp|lt|gt|quot|apos|#10);/g, '')).not.toContain('&');
        // Only elements of ours, closed in order.
        const open: string[] = [];
        for (const [tag, slash, name, , empty] of text
          .replace(/^<\?xml [^?]*\?>/, '')
          .matchAll(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<>]*")*)(\/?)>/g)) {
          expect(['testsuites', 'testsuite', 'testcase', 'failure', 'system-out']).toContain(name);
          if (slash) expect([tag, open.pop()]).toEqual([tag, name]);
          else if (!empty) open.push(name!);
        }
        expect(open).toEqual([]);
        const left = text.replace(/^<\?xml [^?]*\?>/, '').replace(/<\/?[a-z-]+(?: [a-z]+="[^"<>]*")*\/?>/g, '');
        expect(left).not.toMatch(/[<>"]/);
      }),
    );
  });
});

describe('github', () => {
  test('one command a finding', () => {
    const [row, ...more] = renderGithub({ ...report(), advice: [advice('GOSUMDB=off')] })
      .trimEnd()
      .split('\n');
    expect(row).toMatch(/^::error file=build\.log,line=2,title=modwhy GM0401 auth\.private-module-via-public-proxy::very likely: /);
    expect(row).toContain(`${title}%0A2: reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 410 Gone%0A`);
    expect(more).toEqual(['::warning file=build.log,line=9,title=modwhy advice::GOSUMDB=off is unsafe: GOSUMDB=off%0A9: GOSUMDB=off']);
    expect(renderGithub(report({ input: { ...report().input, name: '-' } }))).toMatch(/^::error title=modwhy GM0401 [a-z.-]+::/);
    expect(renderGithub(calm)).toBe('');
  });

  test('no text of a log becomes a command or a property', () => {
    fc.assert(
      fc.property(hostileReport, (bad) => {
        const rows = renderGithub(bad).split('\n');
        expect(rows.pop()).toBe('');
        expect(rows).toHaveLength(bad.incidents.length + 1);
        for (const row of rows) {
          expect(row).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|##\w*\[/u);
          // As the runner reads it: properties end at the first ::, and one ends at a comma.
          const [, command, properties] = /^::(\w+) (.*?)::/.exec(row)!;
          expect(['error', 'warning', 'notice']).toContain(command);
          expect(properties!.split(',').map((pair) => pair.split('=')[0])).toEqual(
            bad.input.name === '-' ? ['title'] : ['file', 'line', 'title'],
          );
        }
      }),
    );
  });
});

describe('gitlab', () => {
  interface Row {
    description: string;
    check_name: string;
    fingerprint: string;
    severity: string;
    location: { path: string; lines: { begin: number } };
  }
  const read = (text: string) => JSON.parse(text) as Row[];

  test('what GitLab wants of a finding', () => {
    expect(
      read(renderGitlab({ ...testFailure(), advice: [advice('x')] })).map(({ check_name, severity, location }) => [
        check_name,
        severity,
        location.lines.begin,
      ]),
    ).toEqual([
      ['auth.private-module-via-public-proxy', 'info', 3],
      ['not-module.test-failure', 'critical', 6],
      ['advice', 'minor', 9],
    ]);
    expect(read(renderGitlab(calm))).toEqual([]);
    expect(read(renderGitlab(report({ input: { ...report().input, name: './ci/a.log' } })))[0]!.location.path).toBe('ci/a.log');
  });

  test('the same failure has the same fingerprint in another log, and no two findings of one report have one', () => {
    const [one] = read(renderGitlab(report()));
    const [other] = read(renderGitlab(report({ input: { ...report().input, name: 'other.log' } })));
    expect(one!.fingerprint).toBe(other!.fingerprint);
    const twice = read(renderGitlab(report({ incidents: [incident(), incident()], advice: [advice('x'), advice('x')] })));
    expect(new Set(twice.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });

  test('it is JSON without a control character', () => {
    fc.assert(
      fc.property(hostileReport, (bad) => {
        const text = renderGitlab(bad);
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        for (const row of read(text))
          expect(Object.keys(row)).toEqual(['description', 'check_name', 'fingerprint', 'severity', 'location']);
      }),
    );
  });
});

describe('on the command line', () => {
  test('each is a format of explain, in English whatever the locale', () => {
    const folder = folderWith({ 'build.log': failing });
    const env = { LANG: 'zh_CN.UTF-8', MODWHY_LANG: 'zh' };
    const run = (format: string, ...more: string[]) => modwhy(['explain', '--format', format, ...more, 'build.log'], { cwd: folder, env });
    expect(JSON.parse(run('sarif').out)).toMatchObject({ version: '2.1.0' });
    expect(run('junit').out).toContain('likely: ');
    expect(run('github').out).toMatch(/^::error file=build\.log,line=2,title=modwhy GM0401 /);
    expect(JSON.parse(run('gitlab').out)).toMatchObject([{ severity: 'critical' }]);
    expect(run('github', '--lang', 'zh').out).toMatch(/极可能：.*私有的：%0A/);
  });

  test('one document is of one log, and other commands have none', () => {
    const folder = folderWith({ 'a.log': failing, 'b.log': failing });
    expect(modwhy(['explain', '--format', 'sarif', 'a.log', 'b.log'], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--format sarif is one document for one input, found 2'),
    });
    expect(
      modwhy(['explain', '--format', 'github', 'a.log', 'b.log'], { cwd: folder }).out.match(/^::error file=[ab]\.log/gm),
    ).toHaveLength(2);
    expect(modwhy(['scan', '--format', 'junit', '.'], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining('modwhy scan: --format junit is for one log'),
    });
  });
});
