import { createHash } from 'node:crypto';
import { type Language, textsOf } from '../i18n/texts.ts';
import type { Report } from '../model/report.ts';
import { explanation, type FindingRow, findingRows } from './finding-rows.ts';
import { guardData, guardJson } from './guard.ts';

const severityOf = { error: 'critical', warning: 'minor', note: 'info' } as const;

/** A Code Quality report of GitLab, for `artifacts: reports: codequality`: https://docs.gitlab.com/ci/testing/code_quality */
export function renderGitlab(report: Report, language: Language = 'en'): string {
  const safe = guardData(report);
  const path = safe.input.name === '-' ? 'stdin' : safe.input.name.replace(/^(?:\.\/)+/, '');
  const seen = new Map<string, number>();
  const texts = textsOf(language);
  const rows = findingRows(safe, texts).map((row) => ({
    description: [row.message, ...explanation(row, texts)].join('\n'),
    check_name: row.cause ?? row.rule,
    fingerprint: fingerprintOf(row, seen),
    severity: severityOf[row.severity],
    location: { path, lines: { begin: row.line } },
  }));
  return `${guardJson(JSON.stringify(rows, null, 2))}\n`;
}

/** The same finding of another run has the same one; two of one report never have. */
function fingerprintOf({ fingerprint, rule, message }: FindingRow, seen: Map<string, number>): string {
  const key = fingerprint ?? `${rule}\0${message}`;
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 32);
}
