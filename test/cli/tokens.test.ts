import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flags } from '../../src/cli/flags.ts';
import { tokensOf } from '../../src/cli/tokens.ts';

const options = Object.fromEntries(
  flags.map((flag) => [flag.name, { type: flag.type, ...('short' in flag && flag.short ? { short: flag.short } : {}) }]),
);
const names = Object.keys(options);
const shorts = Object.values(options).flatMap((option) => ('short' in option ? [option.short as string] : []));

function asNode(argv: readonly string[]) {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  return tokens.map(({ kind, index, ...more }) =>
    'name' in more ? { kind, index, name: more.name, rawName: more.rawName, value: more.value } : { kind, index, ...more },
  );
}

const letter = fc.oneof(fc.constantFrom(...shorts), fc.constantFrom('x', '=', 'é', '/'));
const word = fc.oneof(
  fc.constantFrom(...names).map((name) => `--${name}`),
  fc.constantFrom(...names).map((name) => `--${name}=a=b`),
  fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => `-${letters.join('')}`),
  fc.constantFrom('--', '-', '', '--=', '--=a', '--x', '--x=', '--x=1', '---', 'build.log', 'run', 'json', '-1'),
  fc.string({ maxLength: 5 }),
);
// A dash among short flags ends the flags for Node.
const withoutInnerDash = word.filter((text) => !/^-[^-].*-/s.test(text));

test('words of a command line are read as Node reads them', () => {
  fc.assert(
    fc.property(fc.array(withoutInnerDash, { maxLength: 7 }), (argv) => {
      expect(tokensOf(argv, flags)).toEqual(asNode(argv));
    }),
    { numRuns: 5_000 },
  );
});

test('a dash among short flags is a flag that nobody knows', () => {
  expect(tokensOf(['-q-v', 'a.log'], flags).map((token) => (token.kind === 'option' ? token.name : token.index))).toEqual([
    'quiet',
    '-',
    'verbose',
    1,
  ]);
});
