import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { createSession } from '../../src/session/session.ts';
import { logSource } from '../../src/tui/log/log-source.ts';
import { buildModel } from '../../src/tui/screens/explain/build-model.ts';
import { folderWith, modwhy } from '../cli/modwhy.ts';
import { allForms } from './forms/all.ts';

const secrets = [...new Set(allForms.flatMap((form) => form.secrets))];

function leaked(text: string): string[] {
  return secrets.filter((secret) => text.includes(secret));
}

const failure =
  'go: example.com/northwind/orders@v1.4.0: invalid version: unknown revision v1.4.0\n##[error]Process completed with exit code 1.\n';
const whole = `$ go mod download\n${allForms.map(({ text }) => `${text}\n\n`).join('')}${failure}`;

// What looks like a key is one only when it is alone on its line.
const quotable = allForms.filter(({ name }) => name !== 'key: cut at its start');

/** Logs whose lines stand in reports: as commands in the timeline, and as what went wrong. */
const quoting = [
  `${quotable.map(({ text }) => `$ go mod download ${text}\n`).join('')}${failure}`,
  ...Array.from({ length: 8 }, (_, at) => {
    const some = quotable.slice(at * 55, at * 55 + 55);
    return `$ go build ./...\n${some.map(({ text }) => `go: example.com/a@v1.0.0: ${text}\n`).join('')}${failure}`;
  }),
];

test.for(['text', 'json', 'ndjson', 'markdown'])('no secret of a log is in its report as %s', (format) => {
  const folder = folderWith(Object.fromEntries([...quoting.entries()].map(([index, text]) => [`${index}.log`, text])));
  let quoted = 0;
  for (const [index, log] of [whole, ...quoting].entries()) {
    const file = path.join(folder, `${index}.log`);
    writeFileSync(file, log);
    const { out, err, code } = modwhy(['explain', '-v', '--format', format, file]);
    expect(code).toBe(0);
    expect(leaked(out + err)).toEqual([]);
    quoted += out.match(/<secret-\d+>/g)?.length ?? 0;
  }
  // Else the test would prove nothing.
  if (format === 'json') expect(quoted).toBeGreaterThan(200);
});

test('no secret is on the screen, in its zoom, or in what it copies', () => {
  for (const log of [whole, ...quoting]) {
    const session = createSession(loadPack(), { name: 'build.log', version: '0' });
    session.push(Buffer.from(log));
    const report = session.report();
    const zoom = logSource(session, report.input.lines).lines(1, report.input.lines);
    expect(zoom.length).toBeGreaterThanOrEqual(report.input.lines);
    expect(leaked(JSON.stringify([buildModel(report), zoom]) + renderMarkdown(report))).toEqual([]);
  }
});

test('no secret is in what redact prints, from a file, a pipe, or into a file', () => {
  const folder = folderWith({ 'build.log': whole });
  const file = path.join(folder, 'build.log');
  const fromFile = modwhy(['redact', file]);
  expect(leaked(fromFile.out + fromFile.err)).toEqual([]);
  const fromPipe = modwhy(['redact'], { input: whole });
  expect(leaked(fromPipe.out + fromPipe.err)).toEqual([]);
  const target = path.join(folder, 'shared.log');
  expect(modwhy(['redact', '-o', target, file]).code).toBe(0);
  expect(readFileSync(target, 'utf8')).toBe(fromFile.out);
});

test.for([['explain'], ['explain', '--format', 'ndjson'], ['explain', '-v'], ['redact'], []])(
  'no secret of the command line is in an error: %s',
  (args) => {
    const token = allForms.find(({ name }) => name === 'token: GitHub personal')!.secrets[0]!;
    for (const name of [`https://bob:${token}@git.corp.test/a.log`, `/nowhere/${token}/a.log`, `/nowhere/TOKEN=${token}`]) {
      const { out, err, code } = modwhy([...args, name]);
      expect(code).toBe(2);
      expect(out + err).toMatch(/<secret-1>/);
      expect(out + err).not.toContain(token);
    }
  },
);

test('no secret is in the name of an output that cannot be written', () => {
  const folder = folderWith({ 'a.log': failure });
  const token = allForms.find(({ name }) => name === 'token: npm')!.secrets[0]!;
  for (const command of ['explain', 'redact']) {
    const { out, err, code } = modwhy([command, '-o', `${folder}/${token}/out`, path.join(folder, 'a.log')]);
    expect(code).toBe(2);
    expect(out + err).not.toContain(token);
  }
});
