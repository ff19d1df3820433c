import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Failure, failures } from './failures.ts';
import { loadSkins } from './load-skins.ts';
import { type Answer, answerOf, reportOf } from './seen.ts';
import type { Skin } from './skin.ts';

// The same failure has the same answer in whatever form its log is met.

const skins = await loadSkins();
const tools = skins.filter((skin) => skin.place === 'tool');
const named = (name: string) => skins.find((skin) => skin.name === name)!;
const plain = new Map(failures.map(({ name, command, output }) => [name, answerOf(reportOf(`$ ${command}\n${output}`))]));

test('the outputs are forty different problems', () => {
  const answers = [...plain.values()];
  const causes = new Set(answers.map(({ incidents }) => incidents[0]?.cause));
  expect(failures.length).toBeGreaterThanOrEqual(40);
  expect(causes.size).toBeGreaterThanOrEqual(35);
  expect([...causes].filter((cause) => cause == null)).toEqual([]);
  expect(answers.filter(({ incidents }) => incidents.every(({ terminal }) => !terminal))).toEqual([]);
});

describe.each(skins)('$name', (skin) => {
  test('has the answers of the plain logs', () => expect(differing(skin, failures)).toEqual([]));

  if (skin.place === 'ci') {
    const turn = skins.indexOf(skin);
    test.each(tools)('around $name', (tool) => expect(differing(stack(skin, tool), share(turn + tools.indexOf(tool)))).toEqual([]));
  }
});

test.each(tools)('$name, started by make in a step', (tool) => {
  expect(differing(stack(named('GitHub Actions'), stack(named('make'), tool)), share(tools.indexOf(tool)))).toEqual([]);
});

/** A quarter of the failures: all of them come up in any four stacks. */
function share(turn: number): readonly Failure[] {
  return failures.filter((_, index) => index % 4 === turn % 4);
}

interface Stack extends Skin {
  /** What the inner form does not tell, the outer one tells of its own command, which is another answer. */
  readonly mixed?: boolean;
}

/** A tool inside a step. */
function stack(outer: Stack, tool: Stack): Stack {
  return {
    ...tool,
    ...(outer.wraps ? { wraps: outer.wraps, exits: outer.exits ?? 1 } : {}),
    mixed: tool.mixed === true || tool.loses !== undefined,
    dress: (run) => outer.dress({ command: tool.wraps!, output: tool.dress(run), exitCode: tool.exits ?? run.exitCode }),
  };
}

/** Each failure whose answer is not that of its plain log, or whose dialects are not all seen. */
function differing(skin: Stack, which: readonly Failure[]) {
  return which.flatMap((failure) => {
    const report = reportOf(skin.dress(failure));
    const found = answerOf(report);
    const expected = wanted(skin, failure);
    if (skin.mixed) for (const { incidents } of [found, expected]) incidents.forEach(forgetCommand);
    const unseen = skin.dialects.filter((name) => !report.input.dialects.includes(name));
    return isDeepStrictEqual(found, expected) && unseen.length === 0 ? [] : [{ failure: failure.name, unseen, found, expected }];
  });
}

function wanted({ loses = [] }: Skin, failure: Failure): Answer {
  const { verdict, incidents } = plain.get(failure.name)!;
  return {
    verdict,
    incidents: incidents.map((incident) => ({
      ...incident,
      command: loses.includes('command') ? null : incident.command,
      exitCode: loses.length > 0 ? null : failure.exitCode,
    })),
  };
}

function forgetCommand(incident: Answer['incidents'][number]): void {
  Object.assign(incident, { command: null, exitCode: null });
}
