import { type Language, type Texts, textsOf } from '../i18n/texts.ts';
import type { Report } from '../model/report.ts';
import { explanation, type FindingRow, findingRows } from './finding-rows.ts';
import { guardData, guardJson } from './guard.ts';

/**
 * SARIF 2.1.0, for code scanning: one run, a rule for each cause, a result for each finding, at its line of the log.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0
 */
export function renderSarif(report: Report, language: Language = 'en'): string {
  const safe = guardData(report);
  const texts = textsOf(language);
  const rows = findingRows(safe, texts);
  const rules = [...new Map(rows.map((row) => [row.rule, row])).values()];
  const run = {
    tool: {
      driver: {
        name: safe.tool.name,
        semanticVersion: safe.tool.version,
        properties: { catalog: safe.tool.catalog },
        rules: rules.map(ruleOf),
      },
    },
    // The program ran as it should, whatever became of the build.
    invocations: [{ executionSuccessful: true }],
    columnKind: 'utf16CodeUnits',
    results: rows.map((row) =>
      resultOf(
        row,
        rules.findIndex(({ rule }) => rule === row.rule),
        safe,
        texts,
      ),
    ),
  };
  const document = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${guardJson(JSON.stringify(document, null, 2))}\n`;
}

function ruleOf({ rule, cause, severity, hypothesis }: FindingRow): object {
  return {
    id: rule,
    ...(cause !== null && { name: cause }),
    shortDescription: { text: cause ?? rule },
    defaultConfiguration: { level: severity },
    ...(hypothesis?.docs[0] !== undefined && { helpUri: hypothesis.docs[0] }),
  };
}

function resultOf(row: FindingRow, ruleIndex: number, { input }: Report, texts: Texts): object {
  const uri = uriOf(input.name);
  return {
    ruleId: row.rule,
    ruleIndex,
    level: row.severity,
    message: { text: plainMessage([row.message, ...explanation(row, texts)].join('\n')) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri },
          region: { startLine: row.line, ...(row.text !== null && { snippet: { text: row.text } }) },
        },
      },
    ],
    ...(row.fingerprint !== null && { partialFingerprints: { 'modwhy/v1': row.fingerprint } }),
    ...(row.hypothesis && {
      properties: { confidence: row.hypothesis.confidence, observer: row.hypothesis.observer, transient: row.hypothesis.transient },
    }),
  };
}

/** A message has links `[text](target)` and placeholders `{0}` of its own (SARIF 3.11.5, 3.11.6): none comes from a log. */
function plainMessage(text: string): string {
  return text.replaceAll('](', '] (').replace(/\{(?=\d)/g, '{ ');
}

/** A file name as a reference of RFC 3986. */
function uriOf(name: string): string {
  if (name === '-' || name.trim() === '') return 'stdin';
  const path = name.replaceAll('\\', '/').toWellFormed().split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]%3A\//.test(path)) return `file:///${path.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${path.startsWith('//') ? path.slice(1) : path}` : path;
}
