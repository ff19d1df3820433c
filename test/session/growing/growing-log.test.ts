import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/catalog/load.ts';
import { createGrowingLog, type Look } from '../../../src/session/growing/growing-log.ts';
import { RecentLines } from '../../../src/session/growing/recent-lines.ts';
import { createSession } from '../../../src/session/session.ts';
import { calm, failing } from '../../cli/modwhy.ts';

const pack = loadPack();
const open = () => createGrowingLog(() => createSession(pack, { name: 'a.log', version: '0' }));
const push = (log: ReturnType<typeof open>, text: string) => log.push(Buffer.from(text));
const brief = (looks: readonly Look[]) =>
  looks.map(({ build, revision, final, report }) => [build, revision, final, report.incidents[0]?.hypotheses[0]?.cause ?? report.verdict]);
const moduleCause = 'auth.private-module-via-public-proxy';

describe('reports of one build', () => {
  test('come only when they differ, and the last one is final', () => {
    const log = open();
    expect(log.stirred()).toBe(false);
    push(log, '$ go version\ngo version go1.26.1 linux/amd64\n');
    expect(brief(log.look())).toEqual([]);
    push(log, failing);
    expect(log.stirred()).toBe(true);
    expect(brief(log.look())).toEqual([[1, 1, false, moduleCause]]);
    push(log, 'a line that changes nothing\n');
    expect(brief(log.look())).toEqual([]);
    const last = log.end();
    expect(last.map(({ build, final, report }) => [build, final, report.verdict])).toEqual([[1, true, 'module-failure']]);
    expect(log.end()).toEqual([]);
  });

  test('what the build got over is taken back', () => {
    const log = open();
    push(
      log,
      '$ go mod download\ngo: example.com/lib@v1.2.3: reading https://proxy.golang.org/example.com/lib/@v/v1.2.3.mod: 502 Bad Gateway\n',
    );
    expect(log.look()[0]!.report.verdict).toBe('module-failure');
    push(log, 'retrying in 5 seconds\n$ go mod download\n$ go build ./...\n$ go vet ./...\n');
    expect(log.look().at(-1)!.report.verdict).toBe('no-failure');
  });

  test('words of failure alone are no news before the end', () => {
    const log = open();
    push(log, '$ ./check.sh\nError: 3 files differ\n');
    expect(brief(log.look())).toEqual([]);
    push(log, 'make: *** [Makefile:3: check] Error 1\n');
    expect(brief(log.look())).toEqual([[1, 1, false, 'unknown']]);
  });

  test('a line that has not ended is not looked at', () => {
    const log = open();
    push(log, failing.slice(0, 60));
    expect(brief(log.look())).toEqual([]);
    push(log, failing.slice(60));
    expect(brief(log.look())).toHaveLength(1);
  });

  test('an empty log says nothing at its end', () => expect(open().end()).toEqual([]));
});

describe('another build begins', () => {
  const sample = (name: string) => readFileSync(`samples/${name}.log`, 'utf8');

  test.each([
    ['GitLab', 'Running with gitlab-runner 19.2.0 (1a2b3c4d)\n'],
    ['GitLab, coloured', '\u001b[0KRunning with gitlab-runner 19.2.0 (1a2b3c4d)\u001b[0;m\n'],
    ['GitLab with times', '2026-02-03T04:05:06.123456Z 00O Running with gitlab-runner 19.2.0 (1a2b3c4d)\n'],
    ['GitHub', "2026-02-03T04:05:06.1234567Z Current runner version: '2.330.0'\n"],
    ['Jenkins', 'Started by user Robin Doe\n'],
    ['BuildKit', '#0 building with "default" instance using docker driver\n'],
  ])('at the head of a job: %s', (_, head) => {
    const log = open();
    push(log, failing + head + calm);
    expect(brief(log.look())).toEqual([[1, 1, true, moduleCause]]);
    push(log, head);
    expect(brief(log.look())).toEqual([[2, 1, true, 'no-failure']]);
  });

  test.each(['echo "Running with gitlab-runner 19.2.0"\n', 'Started by accident\n', 'see Current runner version: 2\n'])(
    'not at %j',
    (line) => {
      const log = open();
      push(log, failing + line + calm);
      log.look();
      expect(log.build().number).toBe(1);
    },
  );

  test('at the next command that is typed after a failure was seen, and not before', () => {
    const log = open();
    push(log, 'dev@box:~/app$ go version\ndev@box:~/app$ go env\n');
    log.look();
    push(log, failing);
    log.look();
    push(log, '$ cat go.mod\n');
    log.look();
    expect(log.build().number).toBe(1);
    push(log, 'dev@box:~/app$ \n');
    expect(log.build().number).toBe(1);
    push(log, 'dev@box:~/app$ go env -w GOPRIVATE=corp.example.com/*\ndev@box:~/app$ go mod download\n');
    expect(brief(log.look())).toEqual([[1, 1, true, moduleCause]]);
    expect(log.build().number).toBe(2);
  });

  test('each build is explained as it would be alone, with line numbers of its own', () => {
    const one = sample('vendor/bumped-without-go-mod-vendor');
    const jenkins = `Started by timer\n[Pipeline] sh\n+ go build ./...\n${failing.split('\n').slice(1).join('\n')}Finished: FAILURE\n`;
    const log = open();
    push(log, one + jenkins);
    const looks = [...log.look(), ...log.end()].filter(({ final }) => final);
    const alone = [one, jenkins].map((text) => {
      const session = createSession(pack, { name: 'a.log', version: '0' });
      session.push(Buffer.from(text));
      return session.report();
    });
    expect([...new Map(looks.map((look) => [look.build, look.report])).values()]).toEqual(alone);
  });

  test('a log that is one build stays one', () => {
    const log = createGrowingLog(() => createSession(pack, { name: '-', version: '0' }), 'one');
    log.push(Buffer.from(`${failing}Started by timer\n${calm}`));
    log.look();
    log.push(Buffer.from('Started by timer\n'));
    expect(log.build().number).toBe(1);
  });
});

describe('recent lines', () => {
  test('are the last ones, however they came', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'ß', '日', ' ', '\u001b[1m'), maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 40 }),
        fc.array(fc.nat(200), { maxLength: 6 }),
        fc.nat(45),
        fc.nat(45),
        (lines, cuts, count, skip) => {
          const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''));
          const recent = new RecentLines();
          let from = 0;
          for (const cut of [...cuts.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length]) {
            recent.push(bytes.subarray(from, cut), 1);
            from = cut;
          }
          const plain = lines.map((text, index) => ({ build: 1, number: index + 1, text: text.replaceAll('\u001b[1m', '') }));
          const end = Math.max(0, plain.length - skip);
          expect(recent.window().last(count, skip)).toEqual(plain.slice(Math.max(0, end - count), end));
          expect(recent.count()).toBe(lines.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a window stays as it is while lines come, remarks stand between them, and old ones go', () => {
    const recent = new RecentLines();
    recent.push(Buffer.from('a\nb\n'), 1);
    const before = recent.window();
    recent.remark('rotated', 1);
    recent.push(Buffer.from('c\n'), 2);
    expect(before.last(9).map(({ text }) => text)).toEqual(['a', 'b']);
    expect(recent.window().last(9)).toEqual([
      { build: 1, number: 1, text: 'a' },
      { build: 1, number: 2, text: 'b' },
      { build: 1, number: null, text: 'rotated' },
      { build: 2, number: 1, text: 'c' },
    ]);
    for (let count = 0; count < 400; count++) recent.push(Buffer.alloc(10_000, 'x\n'), 2);
    expect(recent.count()).toBe(2_000_003);
    expect(recent.window().held()).toBeLessThan(600_000);
    expect(recent.window().last(1)).toEqual([{ build: 2, number: 2_000_001, text: 'x' }]);
  });
});
