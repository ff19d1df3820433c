import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack, readPack, writePack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { createRedactor } from '../../src/redact/redactor.ts';
import { createSession } from '../../src/session/session.ts';

const catalog = compileRules(readRules('rules'), 'test');
const inMemory = createPack(catalog, middleGrams);
const texts = writePack(catalog, inMemory);
const fromFile = () => readPack(texts.head, () => Buffer.from(texts.details));

function textsIn(value: unknown, key = ''): [key: string, text: string][] {
  if (typeof value === 'string') return [[key, value]];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, item]) => textsIn(item, name)) : [];
}

test('what the catalog says word for word has nothing that redaction would hide', () => {
  // `what` is never redacted, and what has a hole never stands word for word in a report.
  const own = textsIn([catalog.signals, catalog.causes, catalog.playbooks]).filter(([key, text]) => key !== 'what' && !text.includes('{'));
  expect(own.length).toBeGreaterThan(5000);
  expect(own.filter(([, text]) => createRedactor().redact(text) !== text)).toEqual([]);
});

test('a rule is known as our own text from when it was read, and only as a whole', () => {
  const pack = fromFile();
  const { title } = catalog.causes[0]!;
  expect(pack.isOwn(title)).toBe(false);
  pack.cause(0);
  expect(pack.isOwn(title)).toBe(true);
  expect(pack.isOwn(title.slice(1))).toBe(false);
  expect(pack.isOwn(`${title} `)).toBe(false);
});

test('a pack that knows its own texts changes no report, with secrets and without', () => {
  const secret = 'git clone https://jane:Xa81mnQ-7wv@git.corp.test/lib\n';
  for (const name of readdirSync('samples', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'))) {
    for (const before of ['', secret]) {
      const bytes = Buffer.concat([Buffer.from(before), readFileSync(path.join('samples', name))]);
      const [one, other] = [inMemory, fromFile()].map((pack) => {
        const session = createSession(pack, { name, version: '0' });
        session.push(bytes);
        return session.report();
      });
      expect(other).toEqual(one);
    }
  }
});
