import { expect, test } from 'vitest';
import type { Surroundings } from '../../src/cli/options.ts';
import { parse } from '../../src/cli/parse.ts';
import { ModwhyError } from '../../src/model/error.ts';

const terminal: Surroundings = { env: {}, stdinHasInput: false, fileExists: (name) => name === 'build.log' };

test('everything at once, flags anywhere, the last of two wins', () => {
  expect(
    parse(['-q', 'explain', 'a.log', '--format=json', 'b.log', '-o', 'out', '--format', 'ndjson', '--fail-on', 'any'], terminal),
  ).toEqual({
    command: 'explain',
    operands: ['a.log', 'b.log'],
    format: 'ndjson',
    from: 'start',
    formatGiven: true,
    with: [],
    whatIf: [],
    answers: [],
    ask: false,
    waterfall: false,
    output: 'out',
    failOn: 'any',
    tui: true,
    color: 'auto',
    deep: false,
    ascii: false,
    theme: 'auto',
    screenReader: false,
    redact: 'on',
    quiet: true,
    verbose: false,
    here: null,
    doctor: { preflight: false, download: false, yes: false, resume: false, budget: null, secondResolver: null },
    bypass: { owner: null, reason: null, until: null },
    history: {
      store: null,
      since: null,
      until: null,
      cause: null,
      module: null,
      host: null,
      runner: null,
      job: null,
      by: 'cause',
      step: null,
      limit: null,
      older: null,
      keep: null,
      drafts: null,
      yes: false,
    },
    scan: { store: null, jobs: null, shard: null, enqueue: false, status: false },
    run: { pty: false, screen: false, retries: null, budget: null, retryAny: false },
    help: false,
    version: false,
    language: 'en',
  });
});

test('bare: help on a terminal, explain with a pipe', () => {
  expect(parse([], terminal).command).toBe('help');
  expect(parse([], { ...terminal, stdinHasInput: true }).command).toBe('explain');
});

test('what follows -- is an input', () => {
  expect(parse(['explain', '--', '-x.log'], terminal).operands).toEqual(['-x.log']);
  expect(parse(['explain', '-'], terminal).operands).toEqual(['-']);
});

test('variables stand in for flags, and flags are stronger', () => {
  const env = { MODWHY_FORMAT: 'json', MODWHY_ASCII: '1', MODWHY_NO_TUI: '0', MODWHY_OUTPUT: '' };
  expect(parse(['explain'], { ...terminal, env })).toMatchObject({ format: 'json', ascii: true, tui: true, output: null });
  expect(parse(['explain', '--format', 'text'], { ...terminal, env })).toMatchObject({ format: 'text' });
});

test.each([
  [['--fromat', 'json'], 'unknown flag --fromat, did you mean --format?'],
  [['-x'], 'unknown flag -x'],
  [
    ['explain', '--format', 'jsn'],
    '--format: expected text, lines, json, ndjson, markdown, html, sarif, junit, github or gitlab, found "jsn", did you mean json?',
  ],
  [['explain', '--format'], '--format needs a value: text, lines, json, ndjson, markdown, html, sarif, junit, github or gitlab'],
  [['explain', '-o', '--quiet'], '-o needs a value: FILE'],
  [['explain', '--quiet=yes'], '--quiet takes no value, found "yes"'],
  [['explian'], 'unknown command "explian", did you mean explain?'],
  [['histery', 'x'], 'unknown command "histery", did you mean history?'],
  [['explain', '--store', 'x.db'], '--store is a flag of modwhy scan, history, worker, not of modwhy explain'],
  [['scan', '--shard', '3/2', 'logs'], '--shard 3/2: expected I/N with I from 1 to N, such as 2/8'],
  [['build.log'], 'unknown command "build.log", did you mean: modwhy explain build.log'],
  [
    ['explain', '--format', 'json', '--redact', 'off'],
    '--redact off works for text only, and the format is json: secrets stay hidden in what programs read and pass on',
  ],
])('%j is refused', (argv, message) => {
  expect(() => parse(argv, terminal)).toThrow(new ModwhyError('E_USAGE', message));
});

test('a bad variable is named', () => {
  expect(() => parse(['explain'], { ...terminal, env: { MODWHY_COLOR: 'blue' } })).toThrow(
    'MODWHY_COLOR: expected auto, always or never, found "blue"',
  );
});
