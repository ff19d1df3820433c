import { isatty } from 'node:tty';
import { loadPack } from '../../catalog/load.ts';
import { textsOf } from '../../i18n/texts.ts';
import type { Attempt, Report } from '../../model/report.ts';
import type { KeptOutput } from '../../proc/kept-output.ts';
import { createSession } from '../../session/session.ts';
import type { AskingSession } from '../../session/types.ts';
import { addEvidence, type EvidenceText } from '../evidence.ts';
import { type Io, ReaderGone, writeAll } from '../io.ts';
import type { Options } from '../options.ts';
import { openOutput } from '../output.ts';
import { render } from '../render.ts';
import { showScreen, wantsScreen } from '../screen.ts';
import { told } from '../told.ts';
import { version } from '../version.ts';
import { commandName, transcript } from './transcript.ts';

/** One run of the command, explained. */
export interface Explained {
  readonly session: AskingSession;
  readonly report: Report;
}

/** @param evidence files of the folder and of `--with` @param attempts that failed before this one */
export async function explainRun(
  kept: KeptOutput,
  exitCode: number,
  evidence: readonly EvidenceText[],
  attempts: readonly Attempt[],
  options: Options,
  io: Pick<Io, 'err'>,
): Promise<Explained> {
  const pack = loadPack(options.language);
  const linear = pack.linear ? (await import('../../match/linear.ts')).linearEngine : null;
  const session = createSession(
    pack,
    { name: commandName(options.operands), version, redact: options.redact, language: options.language },
    linear,
  );
  addEvidence(session, evidence, (name, error) => io.err(`modwhy: ${name}: ${told(error)}`));
  for (const bytes of transcript(options.operands, kept, exitCode)) session.push(bytes);
  if (kept.dropped() > 0) session.cut('run-output', kept.seen(), kept.seen() - kept.dropped());
  const report = session.report();
  return { session, report: attempts.length > 0 ? { ...report, attempts: [...attempts] } : report };
}

/** Shows the answer: on the screen when it was asked for, in the file of `-o`, or below the output, on standard error. */
export async function showAnswer({ session, report }: Explained, exitCode: number, options: Options, io: Io): Promise<void> {
  if (options.run.screen && wantsScreen(options, 1, io) && (await showScreen(session, report, options, io)) !== null) return;
  if (options.output !== null && options.output !== '-') {
    const output = openOutput(options.output, options.with, io);
    output.write(await render(report, options, io));
    return output.close();
  }
  const short = inOneLine(report, exitCode, options);
  if (short !== null) return io.err(`modwhy: ${short}`);
  const terminal = isatty(2);
  const columns = terminal ? process.stderr.columns : undefined;
  const text = await render(report, options, { env: io.env, stdoutIsTerminal: terminal, columns });
  try {
    writeAll(2, options.format === 'text' ? `\n${text}` : text);
  } catch (error) {
    if (!(error instanceof ReaderGone)) throw error;
  }
}

/** What a page of text would not make clearer: nothing is known, or what the command printed holds an answer already. */
function inOneLine({ input, verdict, incidents }: Report, exitCode: number, { format, verbose, language }: Options): string | null {
  if (format !== 'text' || verbose) return null;
  const words = textsOf(language).run;
  if (input.dialects.includes('modwhy')) return words.answeredAbove(input.name);
  const nothing = verdict === 'no-failure' || (verdict === 'unknown' && incidents.every(({ hypotheses }) => hypotheses.length === 0));
  return nothing ? words.unknown(input.name, exitCode) : null;
}
