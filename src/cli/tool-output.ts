import { textsOf } from '../i18n/texts.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { createRedactor, type Redactor } from '../redact/redactor.ts';
import type { Sheet } from '../report/sheet.ts';
import { redactValue } from '../session/redact-report.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';
import { openOutput } from './output.ts';

/** Formats of the commands beside `explain`. */
const formats: ReadonlySet<string> = new Set(['text', 'json', 'markdown']);

/** @throws ModwhyError E_USAGE for a format that the command does not have */
export function checkFormat(name: string, { format }: Options): void {
  if (!formats.has(format))
    throw new ModwhyError('E_USAGE', say`modwhy ${name}: --format expected text, json or markdown, found "${format}"`);
}

interface AnyReport {
  readonly redactions: number;
}

interface Printing {
  readonly options: Options;
  readonly io: Io;
  /** What was read: a secret may be given away by a line that is not shown. */
  readonly texts?: readonly string[];
  /** Has learned from what was read, where that is too large to be held. */
  readonly redactor?: Redactor;
  /** Names that `-o` must not overwrite. */
  readonly inputs: readonly string[];
}

/**
 * Hides secrets and prints a report in the format that was asked for.
 * @throws ModwhyError E_WRITE, E_USAGE
 */
export async function printReport<Report extends AnyReport>(
  report: Report,
  sheetOf: (report: Report) => Sheet,
  { options, io, texts = [], redactor = createRedactor(), inputs }: Printing,
): Promise<void> {
  const clean = redactedReport(report, texts, redactor, options);
  const output = openOutput(options.output, inputs, io);
  output.write(await rendered(clean, sheetOf, options, io));
  output.close();
}

/** The report with its secrets hidden, and how many they are. */
function redactedReport<Report extends AnyReport>(
  report: Report,
  texts: readonly string[],
  redactor: Redactor,
  { redact }: Options,
): Report {
  if (redact === 'off') return report;
  for (const text of texts) redactor.learn(text.split('\n'));
  const clean = redactValue(report, redactor);
  return { ...clean, redactions: redactor.count() };
}

async function rendered<Report extends AnyReport>(
  report: Report,
  sheetOf: (report: Report) => Sheet,
  options: Options,
  io: Io,
): Promise<string> {
  if (options.format === 'json') return (await import('../report/json.ts')).renderJson(report);
  if (options.format === 'markdown') return (await import('../report/sheet-markdown.ts')).renderSheetMarkdown(sheetOf(report));
  const { renderSheetText } = await import('../report/sheet-text.ts');
  const width = options.output === null && io.stdoutIsTerminal ? io.columns : undefined;
  return renderSheetText(sheetOf(report), textsOf(options.language).row.note, { ascii: options.ascii, width });
}
