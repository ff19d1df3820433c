import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterRows } from '../../src/clusters/clusters.ts';
import { mergeTemplates } from '../../src/clusters/merge.ts';
import type { UnexplainedRow } from '../../src/model/history.ts';

function row(template: string, logs: number, at: number): UnexplainedRow {
  return { template, logs, first: at, last: at + 10, examples: [{ source: `/logs/${at}.log`, line: at, text: `${template} ${at}` }] };
}

const merged = (templates: readonly string[]) => mergeTemplates(templates).map(({ template }) => template);

test('names that differ are one cluster, words of the message are not', () => {
  expect(
    merged([
      'bash: line <num>: <quoted>: not found',
      'bash: line <num>: my-tool: not found here',
      'bash: line <num>: tool_b: not found here',
    ]),
  ).toEqual(['bash: line <num>: <any> not found here', 'bash: line <num>: <quoted>: not found']);
  // Two plain words in one place may be what the message is about.
  expect(merged(['cannot open the given file', 'cannot remove the given file'])).toHaveLength(2);
  expect(merged(['alpha', 'bravo', 'delta', 'golf'].map((name) => `cannot find the image ${name} in any registry`))).toEqual([
    'cannot find the image <any> in any registry',
  ]);
  expect(merged(['alpha', 'bravo', 'delta', 'golf'].map((name) => `pull of ${name} failed, the mirror ${name}x said no`))).toEqual([
    'pull of <any> failed, the mirror <any> said no',
  ]);
});

test('codes and exceptions never merge', () => {
  const codes = ['E401', 'E403', 'E404', 'E500', 'ETIMEDOUT'].map((code) => `npm error code ${code} from the registry`);
  expect(merged(codes)).toHaveLength(5);
  const exits = [1, 2, 126, 137, 139].map((code) => `the command ended with exit code ${code}`);
  expect(merged(exits)).toHaveLength(5);
  const thrown = ['NullPointer', 'ClassCast', 'Arithmetic', 'IllegalState'].map(
    (name) => `Exception in thread main java.lang.${name}Exception`,
  );
  expect(merged(thrown)).toHaveLength(4);
});

test('a list is one thing however long it is', () => {
  expect(
    clusterRows([row('cannot stat files <path>, <path>', 1, 1), row('cannot stat files <path>, <path>, <path>', 1, 2)], 9),
  ).toHaveLength(1);
});

test('counts, times and examples of a cluster, the biggest first', () => {
  const rows = [
    row('something else went wrong here', 2, 5),
    ...['one', 'two', 'three', 'four', 'five', 'six'].map((name, index) =>
      row(`no rule for the target ${name} in this file`, index + 1, index * 100),
    ),
  ];
  const [first, second] = clusterRows(rows, 10);
  expect(first).toMatchObject({ template: 'no rule for the target <any> in this file', logs: 21, first: 0, last: 510, templates: 6 });
  expect(first!.examples.map(({ line }) => line)).toEqual([500, 400, 300, 200, 100]);
  expect(second).toMatchObject({ template: 'something else went wrong here', logs: 2, templates: 1 });
  expect(clusterRows(rows, 1)).toEqual([first]);
});

test('the order of the rows does not matter, and every log is counted once', () => {
  const word = fc.constantFrom('open', 'read', 'file', 'my-name', 'other_name', '<path>', 'failed:', 'image', 'x1', 'E404');
  const templates = fc.array(
    fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' ')),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(templates, fc.infiniteStream(fc.nat()), (list, stream) => {
      const rows = list.map((template, index) => row(template, index + 1, index));
      const shuffled = rows
        .map((one) => ({ one, at: stream.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      const clusters = clusterRows(rows, 1000);
      expect(clusterRows(shuffled, 1000)).toEqual(clusters);
      expect(clusters.reduce((sum, { logs }) => sum + logs, 0)).toBe(rows.reduce((sum, { logs }) => sum + logs, 0));
    }),
  );
});

test('a hundred thousand templates take seconds', () => {
  const words = 'cannot open file read write failed timeout while waiting server module name image registry found exit killed memory'.split(
    ' ',
  );
  let seed = 1;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >>> 8) % below;
  };
  const rows = Array.from({ length: 100_000 }, (_, at) =>
    row(`${Array.from({ length: 6 + next(8) }, () => words[next(words.length)]).join(' ')} item${at % 5000} <path>`, 1, at),
  );
  const before = process.cpuUsage();
  expect(clusterRows(rows, 50)).toHaveLength(50);
  const { user, system } = process.cpuUsage(before);
  // 1.3 s on a quiet machine.
  expect((user + system) / 1e6).toBeLessThan(6);
});
