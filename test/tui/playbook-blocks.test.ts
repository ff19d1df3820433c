import { expect, test } from 'vitest';
import { buildModel } from '../../src/tui/screens/explain/build-model.ts';
import { hypothesis, incident, playbook, remedy, report, run } from '../report/sample.ts';

/** The blocks of the Fix pane from the playbook on. */
function fix(parts: Parameters<typeof incident>[0]) {
  const [reading] = buildModel(report({ incidents: [incident({ playbook, ...parts })] })).readings;
  const blocks = reading!.fix.map(({ side, label, text, command }) => [side, label, text, command].filter(Boolean).join(' | '));
  return blocks.slice(blocks.findIndex((text) => text.includes('step by step')));
}

test('the steps stand behind the remedies, and the due one can be copied', () => {
  expect(fix({})).toEqual([
    'title | step by step: To drive a borrowed car',
    'quiet | unseen | 1. Ask its owner',
    'quiet | done | 2. Open it: the door is open',
    'title | now | 3. Fill the tank: the tank is empty',
    'command | fill tank | fill tank',
    'plain | Pay.',
    'quiet | later | 4. Drive',
  ]);
});

test('what a remedy says already is not said twice', () => {
  const remedies = [remedy({ steps: [run(['fill', 'tank'], 'fill tank')] })];
  expect(fix({ hypotheses: [hypothesis({ remedies })] })).toContain('title | now | 3. Fill the tank: the tank is empty');
  expect(fix({ hypotheses: [hypothesis({ remedies })] })).not.toContain('command | fill tank | fill tank');
});

test('only the leading reading has it', () => {
  const { readings } = buildModel(report({ incidents: [incident({ playbook, hypotheses: [hypothesis(), hypothesis({ rank: 2 })] })] }));
  expect(readings.map(({ fix }) => fix.some(({ text }) => text.startsWith('step by step')))).toEqual([true, false]);
});
