import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createRedactor } from '../../src/redact/redactor.ts';

const folder = path.join(import.meta.dirname, 'harmless');
const texts = readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

/** Words with something in them that could be taken for a secret: long, or letters and digits mixed. */
function suspiciousWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word.length >= 8 && /\d|[=:]/.test(word));
}

test('less than one word in a hundred of real outputs is hidden, where nothing is secret', () => {
  let words = 0;
  let hidden = 0;
  for (const { text } of texts) {
    words += suspiciousWords(text).length;
    hidden +=
      createRedactor()
        .redact(text)
        .match(/<(?:secret|user)-\d+>/g)?.length ?? 0;
  }
  expect(words).toBeGreaterThan(2000);
  expect(hidden / words).toBeLessThan(0.01);
});

test.for(readFileSync(path.join(folder, 'not-secrets.txt'), 'utf8').split('\n'))('leaves %s', (line) => {
  const redactor = createRedactor();
  expect(redactor.redact(line)).toBe(line);
  expect(redactor.count()).toBe(0);
});

test('what the rules themselves say is not hidden', () => {
  const texts = ['rules/causes', 'rules/playbooks', 'rules/zh'].flatMap((rules) =>
    readdirSync(rules, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name) => readFileSync(path.join(rules, name), 'utf8').split('\n')),
  );
  const redactor = createRedactor();
  // What is discouraged is shown as it stands; a signal's weight is no text.
  const shown = texts.filter((line) => !/^\s*[\w-]+: (?:decisive|strong|moderate|weak|contra)$/.test(line));
  const filled = shown.map((line) => line.replace(/what: "[^"]*"/, '').replaceAll(/\{\w+(?:\|[^}]*)?\}/g, 'git.corp.test'));
  expect(filled.length).toBeGreaterThan(5000);
  expect(filled.filter((line) => redactor.redact(line) !== line)).toEqual([]);
});
