import { bypassNotes, judgeBypasses } from '../../bypass/judge.ts';
import { bypassEnglish } from '../../i18n/en-bypass.ts';
import { textsOf } from '../../i18n/texts.ts';
import type { Report } from '../../model/report.ts';
import { createRedactor } from '../../redact/redactor.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { findWeakenings } from './find.ts';
import { readRecords } from './records.ts';
import { today } from './today.ts';

/** The report of a failure with what weakens checks here and is overdue or not recorded. The day comes from the clock of the command line. */
export async function withBypassNotes(report: Report, options: Pick<Options, 'language'>, { env }: Pick<Io, 'env'>): Promise<Report> {
  if (report.verdict === 'no-failure') return report;
  const words = options.language === 'zh' ? (await import('../../i18n/zh-bypass.ts')).bypassChinese : bypassEnglish;
  const { weakenings, machineFile, projectFile } = findWeakenings(env, process.cwd(), words, textsOf(options.language).diagnosis.advice);
  if (weakenings.length === 0) return report;
  const records = { machine: machineFile === null ? [] : calmly(machineFile), project: calmly(projectFile) };
  const redactor = createRedactor();
  const notes = bypassNotes(judgeBypasses(weakenings, records, today()).bypasses, words).map((note) => redactor.redact(note));
  return notes.length > 0 ? { ...report, notes } : report;
}

/** A file of records that is broken records nothing; `modwhy bypass` says what is wrong with it. */
function calmly(file: string): ReturnType<typeof readRecords> {
  try {
    return readRecords(file);
  } catch {
    return [];
  }
}
