import { describe, expect, test } from 'vitest';
import { type TreeNode, treeReportSchema } from '../../src/model/tree.ts';
import { folderWith, modwhy } from './modwhy.ts';

const noNames = `$ go mod download
go: example.com/shop@v1.0.0: Get "https://proxy.golang.org/example.com/shop/@v/v1.0.0.mod": dial tcp: lookup proxy.golang.org on 127.0.0.53:53: server misbehaving
`;

describe('S24: modwhy tree', () => {
  test('the tree of a log, in full', () => {
    const cwd = folderWith({ 'build.log': noNames });
    expect(modwhy(['tree', 'build.log'], { cwd })).toEqual({
      code: 0,
      err: '',
      out: `What would decide build.log
A line with ? is a command that only looks; below it what it may show, what that means, and => what
then leads.

possible: The name server 127.0.0.53:53 is broken or refuses to answer   GM0102
unlikely: This build has no network   GM0106
? getent hosts proxy.golang.org   [names-resolve]
  address: prints an address
      there is a network now; look at the single host that failed
      => unlikely: The name server 127.0.0.53:53 is broken or refuses to answer   GM0102
      ? ip route show default   [way-out]
        none: nothing is printed
            this machine, container or job has no way out: this is it
            => unlikely: This build has no network   GM0106
        route: a line that begins with default
            there is a way out; the name server or one host is at fault
            => unlikely: The name server 127.0.0.53:53 is broken or refuses to answer   GM0102
  nothing: prints nothing
      no names can be looked up here: offline, or the name server is broken
      => likely: The name server 127.0.0.53:53 is broken or refuses to answer   GM0102
      ? ip route show default   [way-out]
        none: nothing is printed
            this machine, container or job has no way out: this is it
            => possible: This build has no network   GM0106
            ? cat /etc/resolv.conf   [name-servers]
              none: no nameserver line
                  that is it: Go falls back to a name server on this machine, and there is none
                  => possible: The name server 127.0.0.53:53 is broken or refuses to answer
                    GM0102
              named: names a server
                  that server is the one that fails; ask it for another name
                  => possible: This build has no network   GM0106
        route: a line that begins with default
            there is a way out; the name server or one host is at fault
            => very likely: The name server 127.0.0.53:53 is broken or refuses to answer   GM0102
`,
    });
  });

  test('an answer cuts the tree', () => {
    const cwd = folderWith({ 'build.log': noNames });
    const { out } = modwhy(['tree', 'build.log', '--answer', 'names-resolve=nothing', '--answer', 'way-out=route'], { cwd });
    expect(out).toBe(
      'What would decide build.log\n\nvery likely: The name server 127.0.0.53:53 is broken or refuses to answer   GM0102\nNothing that could be asked would change this.\n',
    );
  });

  test.each([
    ['a cause by its code', 'GM0106', { kind: 'cause', name: 'network.offline-sandbox' }],
    ['a cause by its name', 'network.offline-sandbox', { kind: 'cause', name: 'network.offline-sandbox' }],
    ['a signal', 'dns-server-misbehaving', { kind: 'signal', name: 'dns-server-misbehaving' }],
    ['a line that was copied', noNames.split('\n')[1]!, { kind: 'symptom' }],
    [
      "a line of git's that stands alone",
      "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
      { kind: 'symptom' },
    ],
  ])('%s', (_, operand, about) => {
    const { code, out } = modwhy(['tree', operand, '--format', 'json']);
    const report = treeReportSchema.parse(JSON.parse(out));
    expect(code).toBe(0);
    expect(report.about).toMatchObject(about);
    expect(report.trees.length).toBeGreaterThan(0);
    expect(report.trees.every(({ root }) => questionsIn(root) > 0)).toBe(true);
  });

  test('S2: without a symptom, the way that go takes: configured, reachable, credentials, direct', () => {
    const report = treeReportSchema.parse(JSON.parse(modwhy(['tree', '--format', 'json']).out));
    expect(report.way!.map(({ stage }) => stage)).toEqual(['configured', 'reachable', 'credentials', 'direct']);
    for (const { questions, playbooks } of report.way!) {
      expect(questions.length).toBeGreaterThan(1);
      expect(playbooks.length).toBeGreaterThan(0);
      // Each question says for some cause that it is the one.
      for (const { outcomes } of questions) expect(outcomes.flatMap(({ causes }) => causes).length).toBeGreaterThan(0);
    }
    expect(modwhy(['tree']).out).toContain('1. Is a proxy configured, and for this module?\n  ? go env GOPRIVATE GONOSUMDB GONOPROXY');
  });

  test('the same as Markdown', () => {
    const { out } = modwhy(['tree', 'dns-server-misbehaving', '--format', 'markdown']);
    expect(out.split('\n').slice(0, 7)).toEqual([
      '### What would decide the message dns-server-misbehaving',
      '',
      '- **possible**: The name server in use is broken or refuses to answer (GM0102)',
      '- **unlikely**: This build has no network (GM0106)',
      '',
      '- `getent hosts proxy.golang.org`',
      '  - prints an address: there is a network now; look at the single host that failed → **unlikely**: The name server in use is broken or refuses to answer (GM0102)',
    ]);
  });

  test('what no rule knows is said to be so', () => {
    expect(modwhy(['tree', 'all is well'])).toEqual({
      code: 0,
      err: '',
      out: 'What would decide: all is well\n\nThe catalog knows no failure behind this. Give the whole log, or the error line as Go printed it.\n',
    });
  });

  test('an escape in the symptom does not reach the terminal, and a secret is hidden', () => {
    const { out } = modwhy(['tree', 'go: \u001b[2Jx https://ada:hunter2secret@git.corp.test/']);
    expect(out).not.toMatch(/\u001b|hunter2secret/);
  });

  test('wrong usage', () => {
    expect(modwhy(['tree', 'a', 'b'])).toMatchObject({ code: 2, err: expect.stringContaining('found 2: quote an error line') });
    expect(modwhy(['tree', '--format', 'lines'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('expected text, json or markdown'),
    });
    expect(modwhy(['tree', 'GM0106', '--answer', 'way-out=maybe'])).toMatchObject({ code: 2 });
  });
});

function questionsIn({ question }: TreeNode): number {
  return question ? 1 + Math.max(...question.outcomes.map(({ next }) => questionsIn(next))) : 0;
}
