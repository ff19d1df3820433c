import { judgeBypasses } from '../../bypass/judge.ts';
import { type BypassTexts, bypassEnglish } from '../../i18n/en-bypass.ts';
import { textsOf } from '../../i18n/texts.ts';
import type { BypassRecord, BypassReport } from '../../model/bypass.ts';
import { isDate } from '../../model/day.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { createRedactor } from '../../redact/redactor.ts';
import { endLines, renderBypassText } from '../../report/bypass-text.ts';
import { guardJson } from '../../report/guard.ts';
import { redactValue } from '../../session/redact-report.ts';
import { type Found, findWeakenings } from '../bypass/find.ts';
import { readRecords, writeRecords } from '../bypass/records.ts';
import { today } from '../bypass/today.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import type { Options } from '../options.ts';
import { openOutput } from '../output.ts';
import { version } from '../version.ts';

/**
 * `modwhy bypass [list]`, `add ID`, `end ID`: what weakens checks here. Nothing is started, and only records are written.
 * @returns the exit code: 1 for `--fail-on any` when one is overdue or not recorded
 * @throws ModwhyError E_USAGE for words that are none of these | E_CONFIG for a broken file of records | E_WRITE
 */
export async function runBypass(options: Options, io: Io): Promise<number> {
  const [action = 'list', id, ...more] = options.operands;
  const { format, language } = options;
  if (format !== 'text' && format !== 'json')
    throw new ModwhyError('E_USAGE', say`modwhy bypass: --format expected text or json, found "${format}"`);
  if (!['list', 'add', 'end'].includes(action))
    throw new ModwhyError('E_USAGE', say`modwhy bypass: expected list, add or end, found "${action}"`);
  if (action === 'list' && id !== undefined) throw new ModwhyError('E_USAGE', say`modwhy bypass list takes no more words, found "${id}"`);
  if (action !== 'list' && (id === undefined || more.length > 0))
    throw new ModwhyError('E_USAGE', say`modwhy bypass ${action} takes one id, which modwhy bypass shows`);
  const words = language === 'zh' ? (await import('../../i18n/zh-bypass.ts')).bypassChinese : bypassEnglish;
  const found = findWeakenings(io.env, process.cwd(), words, textsOf(language).diagnosis.advice);
  if (action === 'add') return add(id!, found, options, io, words);
  if (action === 'end') return end(id!, found, io, words);
  return list(found, options, io, words);
}

function list(found: Found, options: Options, io: Io, words: BypassTexts): number {
  const day = today();
  const records = { machine: found.machineFile === null ? [] : readRecords(found.machineFile), project: readRecords(found.projectFile) };
  const report: BypassReport = {
    schemaVersion: 1,
    type: 'bypass',
    tool: { name: 'modwhy', version },
    day,
    ...judgeBypasses(found.weakenings, records, day),
    ...(found.local.length > 0 && { local: [...found.local] }),
    redactions: 0,
  };
  const redactor = createRedactor();
  const clean = { ...redactValue(report, redactor), redactions: redactor.count() };
  const output = openOutput(options.output, [], io);
  const width = options.output === null && io.stdoutIsTerminal ? io.columns : undefined;
  output.write(
    options.format === 'json'
      ? `${guardJson(JSON.stringify(clean, null, 2))}\n`
      : renderBypassText(clean, { ascii: options.ascii, words, ...(width === undefined ? {} : { width }) }),
  );
  output.close();
  const open = clean.bypasses.some(({ state }) => state !== 'recorded');
  return options.failOn === 'any' && open ? EXIT.check : EXIT.done;
}

function add(id: string, { weakenings, machineFile, projectFile }: Found, { bypass }: Options, io: Io, words: BypassTexts): number {
  const one = weakenings.find((weakening) => weakening.id === id);
  if (!one) {
    const near = nearest(
      id,
      weakenings.map((weakening) => weakening.id),
    );
    throw new ModwhyError('E_USAGE', say`modwhy bypass add: there is no "${id}" here${near ? say`, did you mean ${near}?` : ''}`);
  }
  const { owner, reason, until } = bypass;
  if (owner === null || reason === null || until === null)
    throw new ModwhyError('E_USAGE', say`modwhy bypass add needs --owner, --reason and --until: who answers for it, why, and the last day`);
  if (!isDate(until) || until < today())
    throw new ModwhyError('E_USAGE', say`--until: expected a day from today on, such as 2027-01-31, found "${until}"`);
  if (/\p{Cc}/u.test(owner + reason) || owner.length > 300 || reason.length > 300)
    throw new ModwhyError('E_USAGE', say`--owner and --reason: expected at most 300 characters in one line`);
  const file = one.scope === 'machine' ? machineFile : projectFile;
  if (file === null) throw new ModwhyError('E_WRITE', say`there is no place for this record: set HOME or XDG_STATE_HOME`);
  // A record is a file that others read: a secret in a reason would stay.
  const redactor = createRedactor();
  const record: BypassRecord = { id, owner, reason: redactor.redact(reason), until };
  writeRecords(file, [...readRecords(file).filter((other) => other.id !== id), record]);
  io.out(`${words.added(id, file)}\n`);
  return EXIT.done;
}

/** Shows the steps and removes the record; whoever reads it does the rest. */
function end(id: string, { weakenings, machineFile, projectFile }: Found, io: Io, words: BypassTexts): number {
  const one = weakenings.find((weakening) => weakening.id === id);
  const files = [machineFile, projectFile].filter((file) => file !== null);
  const holding = files.filter((file) => readRecords(file).some((record) => record.id === id));
  if (!one && holding.length === 0) {
    const near = nearest(
      id,
      weakenings.map((weakening) => weakening.id),
    );
    throw new ModwhyError('E_USAGE', say`modwhy bypass end: there is no "${id}" here${near ? say`, did you mean ${near}?` : ''}`);
  }
  const redactor = createRedactor();
  if (one) io.out(redactor.redact(endLines(one.end, words)));
  for (const file of holding) {
    writeRecords(
      file,
      readRecords(file).filter((record) => record.id !== id),
    );
    io.out(`${words.removed(id, file)}\n`);
  }
  if (holding.length === 0) io.out(`${words.noRecord(id)}\n`);
  return EXIT.done;
}
