import { expect, test } from 'vitest';
import { renderText } from '../../src/report/text.ts';
import { hypothesis, incident, playbook, remedy, report, run } from './sample.ts';

const blockOf = (text: string) => text.slice(text.indexOf('   step by step')).split('\n\n')[0];
const shown = (verbose: boolean, remedies = [remedy()]) =>
  blockOf(renderText(report({ incidents: [incident({ hypotheses: [hypothesis({ remedies })], playbook })] }), { verbose }));

test('all steps in order, and the one that is due with what to do', () => {
  expect(shown(false)).toMatchInlineSnapshot(`
    "   step by step   To drive a borrowed car
                      unseen  1. Ask its owner
                      done    2. Open it: the door is open
                      now     3. Fill the tank: the tank is empty
                                 fill tank
                                 Pay.
                      later   4. Drive"
  `);
});

test('-v shows what each step does', () => {
  expect(shown(true)).toMatchInlineSnapshot(`
    "   step by step   To drive a borrowed car
                      unseen  1. Ask its owner
                                 Call them.
                      done    2. Open it: the door is open
                                 turn key
                      now     3. Fill the tank: the tank is empty
                                 fill tank
                                 Pay.
                      later   4. Drive
                                 drive home"
  `);
});

test('what a remedy above says already is not said twice', () => {
  expect(shown(false, [remedy({ steps: [run(['fill', 'tank'], 'fill tank')] })])).not.toContain('fill tank');
});

test('no playbook, no block', () => {
  expect(renderText(report({ incidents: [incident()] }))).not.toContain('step by step');
});
