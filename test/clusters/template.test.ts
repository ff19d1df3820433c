import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TEMPLATE_LENGTH, templateOfText } from '../../src/clusters/template.ts';

const rows: readonly (readonly [text: string, template: string])[] = [
  ['2026-01-02T03:04:05.123Z ERROR open /tmp/go-build12/b001/x.a: permission denied', '<time> ERROR open <path>: permission denied'],
  [
    "error: pathspec 'feature-12' did not match any file(s) known to git",
    "error: pathspec '<quoted>' did not match any file(s) known to git",
  ],
  ['./cmd/app/main.go:12:3: undefined: Foo', '<path>: undefined: Foo'],
  ['dial tcp 10.1.2.3:443: connect: connection refused', 'dial tcp <ip>: connect: connection refused'],
  ['dial tcp [2001:db8::1]:443: i/o timeout', 'dial tcp <ip>: i/o timeout'],
  ['dial tcp: lookup proxy.corp.test on 127.0.0.53:53: no such host', 'dial tcp: lookup <host> on <ip>: no such host'],
  ['npm error 404 Not Found - GET https://registry.example.com/left', 'npm error 404 Not Found - GET <url>'],
  ['git@github.com:northwind/app.git: Permission denied (publickey).', '<url>: Permission denied (publickey).'],
  ['example.com/lib/v2@v2.0.1: not found', '<module>: not found'],
  ['C:\\Users\\bo\\AppData\\Local\\Temp\\x.exe: Access is denied.', '<path>: Access is denied.'],
  ['runner-x7k2p9q4-project-123 lost contact after 1h2m3s', 'runner-<id>-project-<num> lost contact after <duration>'],
  [
    '{"msg":"cannot connect","code":12,"id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"}',
    '{"msg":"cannot connect","code":<num>,"id":"<quoted>"}',
  ],
  ['wrote 34MiB of 1.2 GiB, 45% in 12.5s', 'wrote <size> of <size>, <num>% in <duration>'],
  ['<secret-12> is no key of <user-1>', '<secret> is no key of <user>'],
  ['Loading job f81d4fae-7dec-11d0-a765-00a0c91e6bf6 at 0xc000123abc, commit 9f8e7d6c5b', 'Loading job <uuid> at <hex>, commit <hex>'],
  // What happened stays: codes of messages, exit codes, answers of servers, names of algorithms.
  ["error TS2307: Cannot find module './foo'.", "error TS2307: Cannot find module '<quoted>'."],
  ['Command failed with exit code 137.', 'Command failed with exit code 137.'],
  ['the server answered status code 503', 'the server answered status code 503'],
  ['x509: certificate signed by unknown authority', 'x509: certificate signed by unknown authority'],
  ['Exception in thread "main" java.lang.NullPointerException', 'Exception in thread "<quoted>" java.lang.NullPointerException'],
  ['I/O error, and/or a broken disk', 'I/O error, and/or a broken disk'],
];

test('what differs from log to log is left out, and what happened stays', () => {
  expect(rows.map(([text]) => [text, templateOfText(text)])).toEqual(rows);
});

test('a template is short, has one line, is the same each time, and a template of a template says no less', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const template = templateOfText(text);
      expect(template.length).toBeLessThanOrEqual(TEMPLATE_LENGTH);
      expect(template).not.toMatch(/[\n\r\t\ud800-\udbff](?![\udc00-\udfff])/);
      expect(templateOfText(text)).toBe(template);
      expect(templateOfText(`  ${text}\n`.slice(0, 900))).toBe(templateOfText(text.slice(0, 897)));
    }),
    { examples: [['0.'.repeat(700)], ['a@'.repeat(500)]] },
  );
});

test('another number, path or host is the same template', () => {
  const name = fc.stringMatching(/^[a-z]{3,8}$/);
  fc.assert(
    fc.property(fc.nat(99_999), name, name, fc.nat(99_999), (count, folder, host, port) => {
      const text = `worker ${count}: /srv/${folder}/app.sock: lost ${host}.example.com:${(port % 60_000) + 1000}`;
      expect(templateOfText(text)).toBe('worker <num>: <path>: lost <host>');
    }),
  );
});

test('a text made to be slow takes no longer than others', () => {
  const slow = ['a-', '1:', 'a.b@', 'a/', '1.', '"', '\\a', 'A1', '<a-', 'f0'].map((part) => part.repeat(5000));
  const before = process.cpuUsage();
  for (const text of slow) for (let times = 0; times < 10; times++) templateOfText(text);
  const { user, system } = process.cpuUsage(before);
  // 100 templates take 60 ms here; what grows with the square of the length would take minutes.
  expect((user + system) / 1e6).toBeLessThan(3);
});
