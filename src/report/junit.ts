import { type Language, type Texts, textsOf } from '../i18n/texts.ts';
import type { Report } from '../model/report.ts';
import { explanation, type FindingRow, findingRows } from './finding-rows.ts';
import { guardData } from './guard.ts';

/** JUnit XML: what made a command fail is a failed test, what the build got over is one that passed, and so is a log without a failure. */
export function renderJunit(report: Report, language: Language = 'en'): string {
  const safe = guardData(report);
  const texts = textsOf(language);
  const name = safe.input.name === '-' ? texts.stdin : safe.input.name;
  const rows = findingRows(safe, texts);
  const failures = rows.filter(({ severity }) => severity === 'error').length;
  const cases =
    rows.length > 0 ? rows.map((row) => testCase(row, name, texts)) : [`    <testcase classname="modwhy" name="${xml(name)}"/>`];
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="modwhy" ${counts}>`,
    `  <testsuite name="${xml(name)}" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(row: FindingRow, name: string, texts: Texts): string {
  const what = `${row.rule}${row.cause === null ? '' : ` ${row.cause}`}`;
  const head = `    <testcase classname="modwhy" name="${xml(`${what} (${name}:${row.line})`)}"`;
  const body = [row.message, ...(row.text === null ? [] : [`${row.line}: ${row.text}`]), ...explanation(row, texts)].map(xml).join('\n');
  const inner =
    row.severity === 'error'
      ? `<failure message="${xml(row.message)}" type="${xml(row.rule)}">${body}</failure>`
      : `<system-out>${body}</system-out>`;
  return `${head}>\n      ${inner}\n    </testcase>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\n': '&#10;' };

/** Text of an element or attribute. What XML 1.0 does not allow at all is shown as U+FFFD. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"'\n]/g, (char) => entities[char]!);
}
