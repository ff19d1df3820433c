import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { type Place, place, type ReportStep } from '../../src/model/report.ts';
import { runStep, setEnvStep, unsetEnvStep } from '../../src/remedy/step.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { stepForms } from '../../src/report/step-form.ts';
import { renderText } from '../../src/report/text.ts';
import { hypothesis, incident, remedy, report } from './sample.ts';

const go = (...words: string[]) => runStep(['go', ...words], {}, { cwd: null, changes: words[0] === 'env' ? ['go env file'] : ['go.mod'] });
const steps = [go('env', '-w', 'GOPRIVATE=a.test,b.test'), setEnvStep('GOFLAGS', '-mod=mod'), unsetEnvStep('GOSUMDB'), go('mod', 'tidy')];
const shown = (where: Place, given: readonly ReportStep[] = steps) => stepForms(given, where, en).map(({ head, text }) => [head, text]);

test('a CI job is never told to type what only one user of one machine keeps', () => {
  for (const where of place.options) {
    const typed = shown(where).map(([, text]) => text);
    expect(typed.some((text) => /go env -w|export/.test(text!))).toBe(['posix', 'powershell', 'cmd'].includes(where));
  }
});

test.each([
  ['posix', [null, null, null, null], ['go env -w GOPRIVATE=a.test,b.test', 'export GOFLAGS=-mod=mod', 'unset GOSUMDB', 'go mod tidy']],
  [
    'powershell',
    [null, null, null, null],
    ["go env -w 'GOPRIVATE=a.test,b.test'", "$env:GOFLAGS = '-mod=mod'", 'Remove-Item -ErrorAction Ignore Env:GOSUMDB', 'go mod tidy'],
  ],
  ['cmd', [null, null, null, null], ['go env -w "GOPRIVATE=a.test,b.test"', 'set "GOFLAGS=-mod=mod"', 'set "GOSUMDB="', 'go mod tidy']],
  [
    'github-actions',
    [en.places['github-actions'].variable, null],
    ["env:\n  GOPRIVATE: 'a.test,b.test'\n  GOFLAGS: '-mod=mod'\n  GOSUMDB: ''", 'go mod tidy'],
  ],
  [
    'jenkins',
    [en.places.jenkins.variable, null],
    ["environment {\n  GOPRIVATE = 'a.test,b.test'\n  GOFLAGS = '-mod=mod'\n  GOSUMDB = ''\n}", 'go mod tidy'],
  ],
  [
    'dockerfile',
    [en.places.dockerfile.variable, en.places.dockerfile.variable, en.places.dockerfile.variable, null],
    ['ENV GOPRIVATE=a.test,b.test', 'ENV GOFLAGS="-mod=mod"', 'ENV GOSUMDB=""', 'go mod tidy'],
  ],
] as const)('%s', (where, heads, texts) => {
  expect(shown(where)).toEqual(texts.map((text, index) => [heads[index], text]));
});

test('what a place cannot hold is done by hand, and says so', () => {
  expect(shown('github-actions', [setEnvStep('GOFLAGS', `\${{ x }}`)])).toEqual([
    [en.places['github-actions'].byHand, `export GOFLAGS='\${{ x }}'`],
  ]);
  expect(shown('cmd', [setEnvStep('GOFLAGS', '100%')])).toEqual([[en.places.cmd.byHand, 'export GOFLAGS=100%']]);
  expect(shown('powershell', [runStep(['rm', '-rf', 'vendor'], {}, { cwd: null, changes: [] })])).toEqual([
    [en.places.powershell.byHand, 'rm -rf vendor'],
  ]);
});

test('text and Markdown show the form of the place', () => {
  const sample = (where: Place) =>
    report({
      incidents: [incident({ place: where, hypotheses: [hypothesis({ remedies: [remedy({ steps, verify: [go('mod', 'verify')] })] })] })],
    });
  expect(renderText(sample('gitlab-ci'))).toContain(`
   do       in .gitlab-ci.yml, at the job that fails:
              variables:
                GOPRIVATE: 'a.test,b.test'
                GOFLAGS: '-mod=mod'
                GOSUMDB: ''
            go mod tidy        changes go.mod
`);
  const markdown = renderMarkdown(sample('gitlab-ci'));
  expect(markdown).toContain("\n\n```yaml\nvariables:\n  GOPRIVATE: 'a.test,b.test'\n  GOFLAGS: '-mod=mod'\n  GOSUMDB: ''\n```\n");
  expect(markdown).toContain('\n\n```sh\ngo mod tidy   # changes go.mod\ngo mod verify   # check\n```\n');
  expect(renderMarkdown(sample('cmd'))).toContain('```bat\ngo env -w "GOPRIVATE=a.test,b.test"   & rem changes go env file\n');
  expect(renderMarkdown(sample('posix'))).toContain('```sh\ngo env -w GOPRIVATE=a.test,b.test   # changes go env file\n');
});
