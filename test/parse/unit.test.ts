import { expect, test } from 'vitest';
import type { Line } from '../../src/model/line.ts';
import { eachUnit } from '../../src/parse/unit.ts';

function unitsOf(...texts: string[]): string[] {
  const lines = texts.map((text, index) => ({ text, number: index + 1, kind: 'output' }) as Line);
  const units: string[] = [];
  eachUnit(lines, 0, ({ text }) => units.push(text));
  return units;
}

const clone = '# cd .; git clone -- https://github.com/northwind/tally /home/ada/go/src/github.com/northwind/tally';
const cloning = "Cloning into '/home/ada/go/src/github.com/northwind/tally'...";
const refused = "fatal: unable to access 'https://github.com/northwind/tally/': Could not resolve host: github.com";
const failed = 'package github.com/northwind/tally: exit status 128';

test('what git says in GOPATH mode belongs to the package that go wanted', () => {
  expect(unitsOf('github.com/northwind/tally (download)', clone, cloning, refused, failed, 'done')).toEqual([
    'github.com/northwind/tally (download)',
    [clone, cloning, refused, failed].join('\n'),
    'done',
  ]);
  expect(unitsOf(cloning, refused, 'package github.com/northwind/app', '\timports github.com/northwind/tally: exit status 128')).toEqual([
    [cloning, refused, 'package github.com/northwind/app', '\timports github.com/northwind/tally: exit status 128'].join('\n'),
  ]);
});

test('what git said last and the package are one, also where the command is left out', () => {
  expect(unitsOf('The error was:', refused, failed)).toEqual(['The error was:', [refused, failed].join('\n')]);
  expect(unitsOf(refused, 'make: *** [deps] Error 1', failed)).toEqual([refused, 'make: *** [deps] Error 1', failed]);
});

test('of two downloads each has its own', () => {
  expect(unitsOf(clone, refused, failed, clone, refused, failed)).toEqual([
    [clone, refused, failed].join('\n'),
    [clone, refused, failed].join('\n'),
  ]);
});

test('a clone of the script stays what it is', () => {
  expect(unitsOf(cloning, refused, 'exit status 128')).toEqual([cloning, refused, 'exit status 128']);
  const far = Array.from({ length: 20 }, (_, index) => `step ${index}`);
  expect(unitsOf(cloning, ...far, failed)).toEqual([cloning, ...far, failed]);
});
