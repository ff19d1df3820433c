import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { setEnvStep } from '../../src/remedy/step.ts';
import { buildModel } from '../../src/tui/screens/explain/build-model.ts';
import { evidence, hypothesis, incident, remedy, report } from '../report/sample.ts';

const steps = [setEnvStep('GOFLAGS', '-mod=mod'), setEnvStep('GOPRIVATE', 'a.test')];

test('the screen shows what fits the place, and copies exactly that', () => {
  const [reading] = buildModel(
    report({ incidents: [incident({ place: 'github-actions', hypotheses: [hypothesis({ remedies: [remedy({ steps, verify: [] })] })] })] }),
  ).readings;
  const fragment = "env:\n  GOFLAGS: '-mod=mod'\n  GOPRIVATE: 'a.test'";
  expect(reading!.fix.slice(1, 3)).toMatchObject([
    { side: 'plain', text: en.places['github-actions'].variable, command: null },
    { side: 'command', text: fragment, command: fragment },
  ]);
});

test('a line of another file has its name, and cannot be zoomed to in the log', () => {
  const given = { ...evidence(7, 'GOPRIVATE='), source: { input: 'env.txt', entry: null } };
  const [reading] = buildModel(
    report({ incidents: [incident({ hypotheses: [hypothesis({ evidence: [evidence(2, 'x'), given] })] })] }),
  ).readings;
  expect(reading!.why.filter(({ side }) => side === 'evidence')).toMatchObject([
    { text: 'x', line: 2 },
    { text: 'env.txt:7  GOPRIVATE=', line: null },
  ]);
  expect([...reading!.evidence]).toEqual([2]);
});
