import { expect, test } from 'vitest';
import { reportSchema } from '../../src/model/report.ts';
import { calm, folderWith, modwhy } from './modwhy.ts';

const log = `$ go mod download
go: example.com/shop@v1.0.0: Get "https://proxy.golang.org/example.com/shop/@v/v1.0.0.mod": dial tcp: lookup proxy.golang.org on 127.0.0.53:53: server misbehaving
`;

function explain(...args: string[]) {
  const { out, err, code } = modwhy(['explain', '--format', 'json', ...args], { input: log });
  return { report: reportSchema.parse(JSON.parse(out)), err, code };
}

test('S24: where the log does not decide, the report has the questions that would', () => {
  const { report } = explain();
  expect(report.answers).toBeUndefined();
  expect(report.incidents[0]!.questions![0]).toEqual({
    id: 'names-resolve',
    argv: ['getent', 'hosts', 'proxy.golang.org'],
    outcomes: [
      {
        id: 'address',
        outcome: 'prints an address',
        then: 'there is a network now; look at the single host that failed',
        leads: {
          cause: 'network.dns-server-failure',
          title: 'The name server 127.0.0.53:53 is broken or refuses to answer',
          label: 'unlikely',
        },
      },
      {
        id: 'nothing',
        outcome: 'prints nothing',
        then: 'no names can be looked up here: offline, or the name server is broken',
        leads: {
          cause: 'network.dns-server-failure',
          title: 'The name server 127.0.0.53:53 is broken or refuses to answer',
          label: 'likely',
        },
      },
    ],
  });
});

test('S24: an answer is evidence, changes the order, and is named as answered', () => {
  const { report, err } = explain('--answer', 'way-out=none');
  expect(err).toBe('');
  expect(report.answers).toEqual([
    {
      question: 'way-out',
      outcome: 'none',
      argv: ['ip', 'route', 'show', 'default'],
      text: 'nothing is printed',
      then: 'this machine, container or job has no way out: this is it',
    },
  ]);
  const [first] = report.incidents[0]!.hypotheses;
  expect(first!.cause).toBe('network.offline-sandbox');
  expect(first!.evidence[0]).toEqual({
    for: true,
    weight: 4,
    signal: 'answer-way-out',
    source: { input: 'answered', entry: null, answered: true },
    line: 1,
    offset: 0,
    text: 'ip route show default: nothing is printed',
    says: 'this machine, container or job has no way out: this is it',
  });
  // Nothing is likely without a line of the log.
  expect(first!.evidence.some(({ source }) => source.input === '-')).toBe(true);
});

test('what leads after an answer is what the question promised', () => {
  for (const question of explain().report.incidents[0]!.questions!) {
    for (const { id, leads } of question.outcomes) {
      const [first] = explain('--answer', `${question.id}=${id}`).report.incidents[0]!.hypotheses;
      expect({ cause: first!.cause, title: first!.title, label: first!.label }).toEqual(leads);
    }
  }
});

test('"I do not know" changes nothing but what is asked next', () => {
  const { report } = explain('--answer', 'names-resolve=?');
  expect(report.incidents[0]!.hypotheses).toEqual(explain().report.incidents[0]!.hypotheses);
  expect(report.incidents[0]!.questions!.map(({ id }) => id)).not.toContain('names-resolve');
});

test('an answer that fits no problem is said to count for nothing', () => {
  const { report, err, code } = explain('--answer', 'vendor-changed=changed');
  expect(code).toBe(0);
  expect(err).toBe('modwhy: --answer vendor-changed: no problem of - has that question, so the answer counts for nothing\n');
  expect(report).toEqual(explain().report);
});

test.each([
  ['no outcome', 'way-out', 'expected QUESTION=OUTCOME'],
  ['an unknown question', 'wayout=none', 'no question is called "wayout", did you mean "way-out"?'],
  ['an unknown outcome', 'way-out=non', 'expected way-out=none, way-out=route or way-out=?, did you mean "none"?'],
])('%s is refused', (_, answer, says) => {
  expect(modwhy(['explain', '--answer', answer], { input: log })).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) });
});

test('one question has one answer', () => {
  const { code, err } = modwhy(['explain', '--answer', 'way-out=none', '--answer', 'way-out=route'], { input: log });
  expect([code, err]).toEqual([2, expect.stringContaining('way-out was answered before')]);
});

test('the text report says how to be asked, and only where that helps', () => {
  const cwd = folderWith({ 'my build.log': log, 'calm.log': calm });
  expect(modwhy(['explain', 'my build.log'], { cwd }).out).toContain(
    "   undecided   modwhy explain --ask 'my build.log' asks 3 questions that would settle it\n",
  );
  expect(modwhy(['explain'], { input: log }).out).not.toContain('--ask');
  expect(modwhy(['explain', 'calm.log'], { cwd }).out).not.toContain('--ask');
});

test('without a terminal nobody can be asked', () => {
  const cwd = folderWith({ 'build.log': log });
  const { code, err } = modwhy(['explain', '--ask', 'build.log'], { cwd });
  expect([code, err]).toEqual([
    2,
    expect.stringContaining('--ask needs a terminal to ask on; without one, give the answers: --answer QUESTION=OUTCOME'),
  ]);
});
