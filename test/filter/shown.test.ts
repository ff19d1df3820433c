import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { pastedEvidence } from '../../src/evidence/pasted.ts';
import { readGoEnv } from '../../src/parse/go-env.ts';
import { buildSegments } from '../../src/parse/segment.ts';
import { createCutList } from '../../src/session/cut-list.ts';
import { createLineReading, filterFrom } from '../../src/session/line-reading.ts';
import { pastedTranscripts } from '../../src/session/pasted-transcripts.ts';
import { createSession } from '../../src/session/session.ts';
import { noise } from './noise.ts';
import { filesShown, lookedAt } from './shown.ts';

const pack = loadPack();
const traces = path.join(import.meta.dirname, '../timeline/traces/go');
const traced = readdirSync(traces).filter((name) => name.endsWith('.txt'));
// One long line up to where lines are left out, so that the rest costs little.
const opening = `${'words '.repeat(filterFrom / 6)}\n`;
const calm = (seed: number) => noise(seed, 300, (index) => (index % 9 === 0 ? '' : 'part of ')).toString();

/** What is seen in a log of the files and transcripts that it shows. */
function evidence(text: string, filter: 'on' | 'off') {
  const reading = createLineReading(pack, filter, createCutList());
  reading.push(Buffer.from(text));
  const lines = reading.end();
  const { segments, output } = buildSegments(lines);
  return [...pastedEvidence(lines, segments, output, 'log'), ...pastedTranscripts('log', lines), readGoEnv(segments, output)].map((file) =>
    'textOf' in file ? { ...file, textOf: null, offsetOf: null } : file,
  );
}

/** With words between its lines, and without. */
function* ways(shown: string): Generator<string> {
  const rows = shown.trimEnd().split('\n');
  yield shown;
  yield rows.map((row, index) => `${row}\n${index % 7 === 3 ? 'plain words\nmore words\nwords\nwords again\nlast words\n' : ''}`).join('');
  yield rows.map((row) => `2026-01-02T03:04:05.0000000Z ${row}\n`).join('');
}

test.each(Object.keys(lookedAt))('what %s shows is seen in a large log as in one that is read as a whole', (name) => {
  for (const shown of ways(lookedAt[name]!)) {
    const log = `${opening}${calm(1)}${shown}${calm(2)}`;
    expect(evidence(log, 'on')).toEqual(evidence(log, 'off'));
  }
  const [file] = evidence(`${opening}${calm(1)}${lookedAt[name]!}${calm(2)}`, 'on');
  expect(file).toMatchObject({ kind: 'transcript' });
});

test.each(Object.keys(filesShown))('%s is seen in a large log as in one that is read as a whole', (command) => {
  for (const shown of ways(filesShown[command]!))
    for (const log of [`\n${shown}`, `$ ${command}\n${shown}$ ls\n`, `+ ${command}\n${shown}`].map(
      (text) => opening + calm(1) + text + calm(2),
    ))
      expect(evidence(log, 'on')).toEqual(evidence(log, 'off'));
  expect(evidence(`${opening}${calm(1)}$ ${command}\n${filesShown[command]!}$ ls\n${calm(2)}`, 'on').length).toBeGreaterThan(0);
});

test.each(traced)('the trace %s says the same in a large log', (name) => {
  const reports = (['on', 'off'] as const).map((filter) => {
    const session = createSession(pack, { name: 'log', version: '0', filter });
    session.push(Buffer.from(`${opening}${calm(1)}${readFileSync(path.join(traces, name), 'utf8')}${calm(2)}`));
    return session.report();
  });
  expect(reports[0]).toEqual(reports[1]);
  expect(reports[0]!.traces).toBeDefined();
});
