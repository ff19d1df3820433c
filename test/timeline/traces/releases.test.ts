import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explain, short } from './read-trace.ts';

const folder = 'test/timeline/traces/go';
const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const files = readdirSync(folder).filter((name) => name.endsWith('.file'));

test.each(texts)('what the go command of %s printed', (name) => {
  const { traces, spans } = explain(readFileSync(`${folder}/${name}`));
  expect({ traces, spans: spans?.map(short) }).toMatchSnapshot();
});

test.each(files)('what the go command of %s wrote into a file', (name) => {
  const { traces, spans } = explain('$ go build\n', { [name]: readFileSync(`${folder}/${name}`, 'utf8') });
  expect({ traces, first: spans?.slice(0, 5).map(short), spans: spans?.length, file: spans?.[0]?.file }).toMatchSnapshot();
});

test.each(texts)('no line of %s is taken for a failure of its own', (name) => {
  const said = readFileSync(`${folder}/${name}`, 'utf8')
    .split('\n')
    .filter((line) => !/^go(?: get)?: [a-z.]+\/\S+@|^go get \S+:/.test(line))
    .join('\n');
  expect(explain(said).verdict).toBe('no-failure');
});

test.each([...texts, ...files])('%s is read as far as it goes, wherever it ends', (name) => {
  const whole = readFileSync(`${folder}/${name}`, 'utf8');
  const spans = explain(name.endsWith('.txt') ? whole : '$ go build\n', name.endsWith('.txt') ? {} : { [name]: whole }).spans?.length ?? 0;
  for (const share of [0.2, 0.5, 0.9]) {
    // The piece of a line at the end may look like the beginning of another request.
    const part = whole.slice(0, Math.floor(whole.length * share));
    const read = explain(name.endsWith('.txt') ? part : '$ go build\n', name.endsWith('.txt') ? {} : { [name]: part });
    expect(read.spans?.length ?? 0, `${share}`).toBeLessThanOrEqual(spans + 1);
  }
});
