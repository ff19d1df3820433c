import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Failure, failures } from './failures.ts';
import { loadSkins } from './load-skins.ts';
import { type Answer, answerOf, reportOf } from './seen.ts';
import type { Skin } from './skin.ts';

// The same failure has the same answer in whatever form its log is met.

const skins = await loadSkins();
const tools = skins.filter((skin) => skin.place === 'tool');

test('the outputs are forty different problems', () => {
  const causes = new Set(failures.map((failure) => plain(failure).incidents[0]!.cause));
  expect(failures.length).toBeGreaterThanOrEqual(40);
  expect(causes.size).toBeGreaterThanOrEqual(35);
  expect(causes).not.toContain(null);
  expect(failures.filter((failure) => plain(failure).incidents.every((incident) => !incident.terminal)).map(({ name }) => name)).toEqual(
    [],
  );
});

describe.each(skins)('$name', (skin) => {
  test('has the answers of the plain logs', () => expect(differing(skin)).toEqual([]));

  test('is recognised', () => {
    for (const failure of failures)
      expect(reportOf(skin.dress(failure)).input.dialects).toEqual(expect.arrayContaining([...skin.dialects]));
  });

  if (skin.place === 'ci') test.each(tools)('around $name', (tool) => expect(differing(stack(skin, tool), !tool.loses)).toEqual([]));
});

/** Each failure whose answer is not that of its plain log, with both. Commands and exit codes are compared where the form `tells` them. */
function differing(skin: Skin, tells = true) {
  return failures.flatMap((failure) => {
    const found = answerOf(reportOf(skin.dress(failure)));
    const expected = wanted(skin, failure);
    if (!tells) for (const { incidents } of [found, expected]) incidents.forEach(forgetCommand);
    return isDeepStrictEqual(found, expected) ? [] : [{ failure: failure.name, found, expected }];
  });
}

/** A tool inside a step. What the tool does not tell, the step tells of the tool, which is another answer. */
function stack(outer: Skin, tool: Skin): Skin {
  return {
    ...tool,
    dress: (run) => outer.dress({ command: tool.wraps!, output: tool.dress(run), exitCode: tool.exits ?? run.exitCode }),
  };
}

function wanted({ loses = [] }: Skin, failure: Failure): Answer {
  const { verdict, incidents } = plain(failure);
  return {
    verdict,
    incidents: incidents.map((incident) => ({
      ...incident,
      command: loses.includes('command') ? null : incident.command,
      exitCode: loses.length > 0 ? null : failure.exitCode,
    })),
  };
}

function plain({ command, output }: Failure): Answer {
  return answerOf(reportOf(`$ ${command}\n${output}`));
}

function forgetCommand(incident: Answer['incidents'][number]): void {
  Object.assign(incident, { command: null, exitCode: null });
}
