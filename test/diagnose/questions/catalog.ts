import path from 'node:path';
import { compileRules } from '../../../src/catalog/compile.ts';
import { createPack } from '../../../src/catalog/pack-file.ts';
import { readRules } from '../../../src/catalog/read.ts';
import { rankCauses } from '../../../src/diagnose/ledger.ts';
import type { Ranking } from '../../../src/diagnose/questions/choose.ts';
import { middleGrams } from '../../../src/filter/literal-index.ts';
import type { Signal } from '../../../src/model/catalog.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Line } from '../../../src/model/line.ts';

export const catalog = compileRules(readRules(path.join(import.meta.dirname, '../../../rules')), 'test');
export const pack = createPack(catalog, middleGrams);

/** A signal that fired on a line of its own, with nothing captured. */
export function fired(signal: Signal): Finding {
  const line: Line = { number: 1, offset: 0, text: signal.id, kind: 'output', time: null, clock: 'order', lane: '' };
  const unit = { text: signal.id, lines: [line], segment: 0, aboutModules: true };
  const { observer } = signal;
  return { signal, unit, start: 0, end: line.text.length, line, captures: {}, observer, share: 1, reduced: null };
}

/** What the catalog makes of these findings and of answers to its questions. */
export function rankingOf(findings: readonly Finding[]): Ranking {
  return (answers) => rankCauses(findings, pack, answers);
}
