import type { ReadStream } from 'node:tty';
import { type Texts, textsOf } from '../i18n/texts.ts';
import { ModwhyError } from '../model/error.ts';
import type { Answer } from '../model/question.ts';
import type { Report } from '../model/report.ts';
import { say } from '../model/said.ts';
import { commandLine } from '../report/command-line.ts';
import { guardData } from '../report/guard.ts';
import { wrap } from '../report/wrap.ts';
import { answered, nextQuestion, type OpenOne } from '../session/interview.ts';
import type { AskingSession } from '../session/types.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

const margin = 5;

/** What a typed answer can be. */
type Reply = { readonly outcome: string | null } | 'back' | 'stop';

/**
 * Puts the open questions on the terminal, one after the other, until nothing more would change the answer or the reader has enough.
 * They go to standard error, so that the report can go into a file.
 * @param given answers of the command line
 * @returns the report with all answers
 * @throws ModwhyError E_USAGE when nobody can be asked
 */
export async function ask(session: AskingSession, given: readonly Answer[], { quiet, ascii, language }: Options, io: Io): Promise<Report> {
  const texts = textsOf(language).ask;
  let report = session.report();
  if (!nextQuestion(report)) {
    if (!quiet) io.err(`modwhy: ${texts.nothing}`);
    return report;
  }
  const terminal = await openTerminal(io);
  let answers = given;
  try {
    for (;;) {
      const open = nextQuestion(report);
      if (!open) {
        io.err(texts.done);
        break;
      }
      for (const line of questionLines(
        guardData(open, { ascii }),
        answers.length + 1,
        answers.length > given.length,
        io.columns ?? 80,
        textsOf(language),
      ))
        io.err(line);
      const reply = await replyTo(open, answers.length > given.length, terminal, io, texts);
      if (reply === 'stop') break;
      answers = reply === 'back' ? answers.slice(0, -1) : answered(answers, open.question, reply.outcome);
      session.answer(answers);
      report = session.report();
      io.err(leaderLine(guardData(report, { ascii }), open.incident.id, textsOf(language)));
    }
  } finally {
    terminal.close();
  }
  return report;
}

function questionLines({ question }: OpenOne, number: number, canGoBack: boolean, width: number, { ask: texts, label }: Texts): string[] {
  const outcomes = question.outcomes.flatMap(({ outcome, leads }, index) => {
    const then = leads ? ` (${texts.leads(label[leads.label], leads.title)})` : '';
    return wrap(outcome + then, width - margin).map((line, row) => (row === 0 ? `  ${index + 1}  ` : ' '.repeat(margin)) + line);
  });
  return [
    '',
    texts.question(number),
    '',
    `    ${commandLine(question.argv)}`,
    '',
    ...outcomes,
    `  ?  ${texts.dontKnow}`,
    ...(canGoBack ? [`  b  ${texts.back}`] : []),
    `  q  ${texts.stop}`,
  ];
}

function leaderLine({ incidents }: Report, id: string, { ask: texts, label }: Texts): string {
  const incident = incidents.find((one) => one.id === id) ?? incidents[0];
  const [first] = incident?.hypotheses ?? [];
  return `  ${first ? texts.now(label[first.label], first.title) : texts.undecided}`;
}

async function replyTo(
  { question: { outcomes } }: OpenOne,
  canGoBack: boolean,
  terminal: Terminal,
  io: Io,
  texts: Texts['ask'],
): Promise<Reply> {
  const keys = [...outcomes.map((_, index) => String(index + 1)), '?', ...(canGoBack ? ['b'] : []), 'q'];
  for (;;) {
    const typed = await terminal.line(texts.choose(keys.join(', ')));
    const key = typed?.trim().toLowerCase() ?? 'q';
    if (key === '?') return { outcome: null };
    if (key === 'q') return 'stop';
    if (key === 'b' && canGoBack) return 'back';
    const chosen = outcomes[Number(key) - 1];
    if (/^\d+$/.test(key) && chosen) return { outcome: chosen.id };
    io.err(texts.again(keys.join(', ')));
  }
}

interface Terminal {
  /** @returns null when the terminal went away or Ctrl+D was typed */
  line(prompt: string): Promise<string | null>;
  close(): void;
}

async function openTerminal(io: Io): Promise<Terminal> {
  const stream = await keys(io);
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: stream, output: process.stderr, terminal: false });
  const waiting: string[] = [];
  let wanted: ((line: string | null) => void) | null = null;
  let ended = false;
  lines.on('line', (line) => {
    if (wanted) wanted(line);
    else waiting.push(line);
    wanted = null;
  });
  lines.on('close', () => {
    ended = true;
    wanted?.(null);
  });
  return {
    line(prompt) {
      process.stderr.write(prompt);
      const [ready] = waiting.splice(0, 1);
      if (ready !== undefined || ended) return Promise.resolve(ready ?? null);
      return new Promise((resolve) => {
        wanted = resolve;
      });
    },
    close() {
      lines.close();
      stream.destroy();
    },
  };
}

/** Standard input, or the terminal itself when the log came through it. */
async function keys(io: Io): Promise<ReadStream | NodeJS.ReadStream> {
  const { openTerminal } = await import('../tui/shell/keyboard.ts');
  try {
    return io.stdinIsTerminal ? io.stdin : openTerminal(process.platform);
  } catch (cause) {
    if (!(cause instanceof ModwhyError)) throw cause;
    throw new ModwhyError('E_USAGE', say`--ask needs a terminal to ask on; without one, give the answers: --answer QUESTION=OUTCOME`, {
      cause,
    });
  }
}
