import { comparingTexts } from '../i18n/comparing/texts.ts';
import type { EnvDiffReport } from '../model/env-diff.ts';
import type { Sheet, SheetBlock, SheetRow } from './sheet.ts';

/** What `modwhy env diff` has found, in rows. */
export function envDiffSheet({ a, b, differences, expected, notes }: EnvDiffReport): Sheet {
  const { diff } = comparingTexts().env;
  const shown = (value: string | null) => (value === null ? diff.notShown : value === '' ? diff.empty : value);
  const blocks = differences.map((row, index): SheetBlock => {
    const rows: SheetRow[] = [
      { label: 'A', text: shown(row.a), verbatim: true },
      { label: 'B', text: shown(row.b), verbatim: true },
      ...(saysMore(row.onlyA, row.a) ? [{ label: diff.only('A'), text: row.onlyA.join('  '), verbatim: true }] : []),
      ...(saysMore(row.onlyB, row.b) ? [{ label: diff.only('B'), text: row.onlyB.join('  '), verbatim: true }] : []),
      { label: diff.why, text: row.because },
      ...row.causes.map(({ code, title }, position) => ({ label: position === 0 ? diff.explains : '', text: `${code}  ${title}` })),
    ];
    return { heading: `${index + 1}. ${row.name}`, rows };
  });
  const quiet: SheetBlock[] =
    expected.length === 0 ? [] : [{ heading: diff.expected, rows: expected.map(({ name, because }) => ({ label: name, text: because })) }];
  const side = (letter: string, { name, go, system, variables, line }: EnvDiffReport['a']) =>
    `${letter}  ${diff.side(name, go, system, variables, line > 2 ? line : null)}`;
  return { title: diff.title(differences.length), lead: [side('A', a), side('B', b)], blocks: [...blocks, ...quiet], notes };
}

/** A list of one entry says no more than the value above it. */
function saysMore(entries: readonly string[], value: string | null): boolean {
  return entries.length > 0 && entries.join() !== value;
}
