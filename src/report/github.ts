import { type Language, type Texts, textsOf } from '../i18n/texts.ts';
import type { Report } from '../model/report.ts';
import { explanation, type FindingRow, findingRows } from './finding-rows.ts';
import { guardData } from './guard.ts';

const commandOf = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Annotations of GitHub Actions, one workflow command a finding:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(report: Report, language: Language = 'en'): string {
  const safe = guardData(report);
  const name = safe.input.name === '-' ? null : safe.input.name;
  const texts = textsOf(language);
  return findingRows(safe, texts)
    .map((row) => `${annotation(row, name, texts)}\n`)
    .join('');
}

function annotation(row: FindingRow, name: string | null, texts: Texts): string {
  const properties = [
    ...(name === null ? [] : [`file=${property(name)}`, `line=${row.line}`]),
    `title=${property(`modwhy ${row.rule}${row.cause === null ? '' : ` ${row.cause}`}`)}`,
  ];
  const said = [row.message, ...(row.text === null ? [] : [`${row.line}: ${row.text}`]), ...explanation(row, texts)].join('\n');
  return `::${commandOf[row.severity]} ${properties.join(',')}::${data(said)}`;
}

/** As `escapeData` of @actions/core has it; and the runner's old commands, `##[`, which it looks for anywhere in a line, are taken apart. */
function data(text: string): string {
  return text
    .replace(/##(?=\[|[A-Za-z]{1,20}\[)/g, '# #')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
