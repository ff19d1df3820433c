import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { textsOf } from '../../src/i18n/texts.ts';
import type { Report, ReportStep } from '../../src/model/report.ts';
import { nextCommands } from '../../src/report/text-unknown.ts';
import { createSession } from '../../src/session/session.ts';

const rules = readRules('rules');
const pack = createPack(compileRules(rules, 'test'), middleGrams);
const hostile = ['--upload-pack=evil', '$(evil)', '`evil`', ';evil', "'evil'", 'a&&evil', '../evil', 'evil\u202e', '|evil', '{evil}'];

// A flag, or what a shell, a path or a reader takes for something else.
const harmful = /^-|[$`;'&|{}\u202e]|\.\./;

/** Every word of every command of a report that somebody might type. */
function typed(report: Report): string[] {
  const words = (step: ReportStep) => {
    if (step.kind === 'run') return [...step.argv, ...Object.values(step.env)];
    if (step.kind === 'set-env') return [step.name, step.value];
    if (step.kind === 'edit-file') return [step.path, step.find, step.replace];
    return [];
  };
  const unknown = report.incidents.filter(({ verdict }) => verdict === 'unknown');
  return [
    ...unknown.flatMap((incident) => nextCommands(incident, report, textsOf('en')).map(({ command }) => command)),
    ...report.incidents.flatMap(({ hypotheses }) =>
      hypotheses.flatMap(({ remedies, probes }) => [
        ...probes.flatMap(({ argv }) => argv),
        ...remedies.flatMap(({ steps, undo, verify }) => [...steps, ...undo, ...verify].flatMap(words)),
      ]),
    ),
  ];
}

function explain(text: string): Report {
  const session = createSession(pack, { name: 'a.log', version: '0', redact: 'off' });
  session.push(Buffer.from(`${text}\n`));
  return session.report();
}

test('no name of a log enters a command unless it is one', () => {
  const found: string[] = [];
  for (const { id, examples } of rules.signals)
    for (const { text, captures } of examples.match)
      for (const value of new Set(Object.values(captures ?? {})))
        for (const name of value.length > 2 ? hostile : []) {
          const words = typed(explain(text.replaceAll(value, name)));
          for (const word of words) if (word.includes('evil') && harmful.test(word)) found.push(`${id}: ${word}`);
        }
  expect([...new Set(found)]).toEqual([]);
});

test('the module that go asked for last enters a command only when it is one', () => {
  const commands = (module: string) => typed(explain(`go: downloading ${module} v1.0.0\nError: boom`));
  expect(commands('example.com/lib')).toEqual(['go mod download -x example.com/lib@v1.0.0']);
  for (const name of hostile) expect(commands(name)).toEqual(['go mod download -x']);
});
