import { type Language, textsOf } from '../i18n/texts.ts';
import type { Report } from '../model/report.ts';
import { type FindingRow, findingRows } from './finding-rows.ts';
import { guardData } from './guard.ts';
import { cutToWidth } from './width.ts';

const MESSAGE_COLUMNS = 300;

/**
 * One line a finding, by line number: `FILE:LINE: SEVERITY: CODE SLUG: MESSAGE`, as compilers print. `error` is what made a command fail,
 * `warning` what should be changed all the same, `note` what the build got over. Empty when there is nothing to say.
 */
export function renderLines(report: Report, language: Language = 'en'): string {
  const safe = guardData(report);
  const texts = textsOf(language);
  const name = fileName(safe.input.name);
  return findingRows(safe, texts)
    .map((row) => `${harmless(`${name}:${row.line}: ${row.severity}: ${whatOf(row)}: ${cutToWidth(row.message, MESSAGE_COLUMNS, '…')}`)}\n`)
    .join('');
}

function whatOf({ rule, cause }: FindingRow): string {
  return cause === null ? rule : `${rule} ${cause}`;
}

/** Standard input has no name that an editor could open; a name that looks like a line of this format is not taken for one. */
function fileName(name: string): string {
  if (name.trim() === '') return '<unnamed>';
  return name === '-' ? '<stdin>' : name.replace(/:(?=\d+: )/g, '%3A');
}

/**
 * A line that no CI system takes as a command of its own: GitHub and Azure obey `##[` and `##vso[` anywhere in a line,
 * GitHub `::` and TeamCity `##teamcity[` at its start.
 */
function harmless(line: string): string {
  const apart = line.replace(/##(?=\[|[A-Za-z]{1,20}\[)/g, '# #');
  return /^\s*::/.test(apart) ? `./${apart.trimStart()}` : apart;
}
