import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { place } from '../../src/model/report.ts';
import { placeForms, placeTable } from '../../src/remedy/place-forms.ts';
import { commandPlaces, runPlaces, variablePlaces } from '../../src/remedy/places.ts';
import { posixCommand } from '../../src/remedy/quote.ts';
import { dockerfileEnv, groovyString } from './place-readers.ts';

const nasty = fc.constantFrom(
  ...'\'"`$%!#&|<>();:,\\ @{}[]*?~=-.\n\r\t\0\u2028'.split(''),
  '${{',
  '$(',
  '<<EOF',
  ': ',
  ' #',
  'off',
  '\\\n',
  '{name}',
);
const value = fc.oneof(
  fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What a place would understand; null when it has no fragment. */
function readBack(fragments: ReturnType<typeof variablePlaces>, where: string): unknown {
  const text = fragments.find((one) => one.place === where)?.fragment;
  if (text === undefined) return null;
  if (where === 'dockerfile') return dockerfileEnv(text);
  if (where === 'jenkins') return ['GOPRIVATE', groovyString(/^environment \{\n {2}GOPRIVATE = (.*)\n\}$/s.exec(text)![1]!)];
  if (where === 'ci') return text.split(/=(.*)/s).slice(0, 2);
  return parse(text);
}

test('a variable read back from its fragment is what was meant, or there is no fragment', () => {
  fc.assert(
    fc.property(
      value.filter((text) => !/:\/\/[^/@]*:[^/@]*@/.test(text)),
      (text) => {
        const fragments = variablePlaces('GOPRIVATE', text);
        const back = (where: string) => readBack(fragments, where);
        const pair = ['GOPRIVATE', text];
        if (unseen.test(text)) return void expect(fragments).toEqual([]);
        expect(back('dockerfile')).toEqual(pair);
        expect(back('ci')).toEqual(pair);
        expect(back('github-actions')).toEqual(text.includes('${{') ? null : { env: { GOPRIVATE: text } });
        expect(back('gitlab-ci')).toEqual({ variables: { GOPRIVATE: text.replaceAll('$', '$$$$') } });
        expect(back('azure-pipelines')).toEqual(/\$[([{]/.test(text) ? null : { variables: { GOPRIVATE: text } });
        expect(back('jenkins')).toEqual(/[$\\]/.test(text) ? null : pair);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a command read back from its fragment is the same command, or there is no fragment', () => {
  fc.assert(
    fc.property(value, (text) => {
      const command = posixCommand(['git', 'config', '--global', 'a.b', text]);
      const fragments = commandPlaces(command);
      if (unseen.test(text)) return void expect(fragments).toEqual([]);
      const at = (where: string) => fragments.find((one) => one.place === where)?.fragment;
      expect(at('dockerfile')).toEqual(command.includes('<<') ? undefined : `RUN ${command}`);
      expect(parse(at('gitlab-ci')!)).toEqual({ before_script: [command] });
      expect(groovyString(at('jenkins')!.replace(/^sh /, ''))).toBe(command);
      const github = at('github-actions');
      expect(github === undefined ? undefined : parse(github)).toEqual(command.includes('${{') ? undefined : [{ run: command }]);
      const azure = at('azure-pipelines');
      expect(azure === undefined ? undefined : parse(azure)).toEqual(/\$[([{]/.test(command) ? undefined : [{ script: command }]);
    }),
    { numRuns: 2000 },
  );
});

test('a value with a password stands in no fragment', () => {
  const fragments = variablePlaces('HTTPS_PROXY', 'http://ada:s3cr3t@proxy.corp.test:3128');
  expect(fragments.map(({ what }) => what)).toEqual(placeForms.map(() => 'secret'));
  expect(JSON.stringify(fragments)).not.toMatch(/s3cr3t|ada/);
  expect(fragments.map(({ fragment }) => fragment)).toEqual([
    'RUN --mount=type=secret,id=HTTPS_PROXY,env=HTTPS_PROXY <the command that failed>',
    `env:\n  HTTPS_PROXY: \${{ secrets.HTTPS_PROXY }}`,
    'HTTPS_PROXY',
    'env:\n  HTTPS_PROXY: $(HTTPS_PROXY)',
    "environment {\n  HTTPS_PROXY = credentials('<id of the credential>')\n}",
    'HTTPS_PROXY',
  ]);
});

test('only settings of one user of one machine have places', () => {
  const what = (...argv: string[]) => runPlaces(argv, argv.join(' '))[1]?.fragment ?? null;
  expect(what('go', 'env', '-w', 'GOPRIVATE=a.test')).toBe("env:\n  GOPRIVATE: 'a.test'");
  expect(what('go', 'env', '-u', 'GOFLAGS')).toBe("- run: 'go env -u GOFLAGS'");
  expect(what('go', 'env', 'GOFLAGS')).toBe("- run: 'go env GOFLAGS'");
  expect(what('git', 'config', '--global', 'a.b', 'c')).toBe("- run: 'git config --global a.b c'");
  expect(what('git', 'config', 'a.b', 'c')).toBeNull();
  expect(what('go', 'mod', 'tidy')).toBeNull();
});

test('a name that is not one has no place', () => {
  expect(variablePlaces('A=B\nC', 'x')).toEqual([]);
  expect(variablePlaces('<name>', 'x')).toEqual([]);
});

test('every place that is not a shell has its forms', () => {
  expect([...placeForms.map((form) => form.place), 'posix', 'powershell', 'cmd'].sort()).toEqual([...place.options].sort());
});

test('the README shows the table of the code', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(placeTable());
});

test('a RUN goes to the shell as it is', () => {
  const fragment = commandPlaces(posixCommand(['printf', '%s', "it's $HOME"])).find((one) => one.place === 'dockerfile')!.fragment;
  expect(execFileSync('sh', ['-c', fragment.replace(/^RUN /, '')], { encoding: 'utf8' })).toBe("it's $HOME");
});
