import { expect, test } from 'vitest';
import type { Playbook } from '../../src/model/catalog.ts';
import { planPlaybook } from '../../src/remedy/playbook.ts';

const playbook: Playbook = {
  id: 'borrowed-car',
  title: 'To drive {path|the car}',
  hosts: [],
  steps: [
    { id: 'open', title: 'Open it', steps: [{ run: ['turn', '{path}'] }], due: { 'car.locked': '{path|it} is locked' }, done: {} },
    {
      id: 'again',
      title: 'Turn the key again',
      steps: [{ manual: 'Turn it once more.' }],
      due: { 'car.silent': 'it may be a moment only' },
      done: { repeated: 'it was silent twice', 'car.empty': 'it turned' },
    },
    {
      id: 'fuel',
      title: 'Fill it',
      steps: [{ manual: 'Fill it.' }],
      due: { 'car.silent': 'it stays silent', 'car.empty': 'it is empty' },
      done: {},
    },
    { id: 'drive', title: 'Drive', steps: [{ manual: 'Drive.' }], due: {}, done: {} },
  ],
};
const states = (...shown: string[]) => planPlaybook(playbook, {}, new Set(shown))?.steps.map(({ state, why }) => [state, why]);

test('the step that a cause asks for is due, and nothing before it counts as done without a sign', () => {
  expect(states('car.silent')).toEqual([
    ['unseen', null],
    ['due', 'it may be a moment only'],
    ['later', null],
    ['later', null],
  ]);
});

test('a step that is seen to be done hands over to the next one that the cause asks for', () => {
  expect(states('car.silent', 'repeated')).toEqual([
    ['unseen', null],
    ['done', 'it was silent twice'],
    ['due', 'it stays silent'],
    ['later', null],
  ]);
  expect(states('car.empty')).toEqual([
    ['unseen', null],
    ['done', 'it turned'],
    ['due', 'it is empty'],
    ['later', null],
  ]);
});

test('what the log names stands in the words and in what is typed', () => {
  const planned = planPlaybook(playbook, { path: { type: 'path', value: '/srv/car' } }, new Set(['car.locked']))!;
  expect(planned).toMatchObject({ id: 'borrowed-car', title: 'To drive /srv/car' });
  expect(planned.steps[0]).toMatchObject({ id: 'open', state: 'due', why: '/srv/car is locked' });
  expect(planned.steps[0]!.steps[0]).toMatchObject({ kind: 'run', argv: ['turn', '/srv/car'], posix: 'turn /srv/car' });
});

test('nothing is due: there is no playbook', () => {
  expect(states('car.stolen')).toBeUndefined();
});

test('a playbook for some servers is not shown for others', () => {
  const forOne = { ...playbook, hosts: ['garage.example.com'] };
  const of = (value: string) => planPlaybook(forOne, { host: { type: 'host', value } }, new Set(['car.silent']));
  expect(of('garage.example.com')?.id).toBe('borrowed-car');
  expect(of('example.com')).toBeNull();
  expect(planPlaybook(forOne, {}, new Set(['car.silent']))).toBeNull();
});
