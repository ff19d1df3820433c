import { statSync } from 'node:fs';
import { loadPack } from '../../catalog/load.ts';
import { type Texts, textsOf } from '../../i18n/texts.ts';
import { openInputs } from '../../ingest/open.ts';
import { ModwhyError } from '../../model/error.ts';
import type { Report } from '../../model/report.ts';
import { say } from '../../model/said.ts';
import { type SecretKind, secretKinds } from '../../redact/kinds.ts';
import { createRedactor } from '../../redact/redactor.ts';
import { createSession } from '../../session/session.ts';
import type { AskingSession } from '../../session/types.ts';
import { reportScreen, summaryLine } from '../../tui/main.ts';
import { showOnTerminal } from '../../tui/on-terminal.ts';
import { buildModel } from '../../tui/screens/explain/build-model.ts';
import { droppedPath } from '../../tui/screens/paste/dropped-path.ts';
import { type Explained, pasteScreen } from '../../tui/screens/paste/screen.ts';
import { mostBytes } from '../../tui/screens/paste/state.ts';
import { speakLanguage } from '../../tui/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { readInput } from '../read-input.ts';
import { screenSettings } from '../screen.ts';
import { version } from '../version.ts';

/** Between two of these pieces keys are read. */
const piece = 1 << 20;

/**
 * `modwhy paste`: a log that is pasted, explained while it comes.
 * @throws ModwhyError E_USAGE where nobody can paste
 */
export async function runPaste(options: Options, io: Io): Promise<number> {
  if (options.operands.length > 0)
    throw new ModwhyError('E_USAGE', say`paste takes no file, found ${options.operands.length}: modwhy explain ${options.operands[0]!}`);
  if (!io.stdoutIsTerminal || !(io.stdinIsTerminal || io.canReadKeys()) || io.env.TERM === 'dumb')
    throw new ModwhyError(
      'E_USAGE',
      say`paste needs a terminal to paste into, and here is none; give the log to standard input: modwhy < build.log`,
    );
  const pack = loadPack(options.language);
  await speakLanguage(options.language);
  const linear = pack.linear ? (await import('../../match/linear.ts')).linearEngine : null;
  const sessionOf = (name: string) => createSession(pack, { name, version, redact: options.redact, language: options.language }, linear);
  const redactor = createRedactor();
  let last: Report | null = null;
  await showOnTerminal(
    pasteScreen({
      ascii: options.ascii,
      hide: (text) => (options.redact === 'off' ? text : redactor.redact(text)),
      async explain(text, left, stale) {
        const path = droppedPath(text, io.env.HOME);
        const file = path !== null && isFile(path) ? path : null;
        const session = sessionOf('-');
        if (!(await pushed(text, session, stale))) return null;
        if (left > 0) session.cut('paste-20MB', mostBytes + left, mostBytes);
        const report = session.report();
        last = report;
        return explainedText(text, report, session, file, options);
      },
      open: (path) => opened(path, sessionOf, options, io),
    }),
    screenSettings(options, io),
  );
  if (last) io.out(`${summaryLine(buildModel(last, options.ascii, options.language))}\n`);
  return EXIT.done;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @returns false when the text had changed meanwhile */
async function pushed(text: string, session: AskingSession, stale: () => boolean): Promise<boolean> {
  for (let from = 0; from < text.length; from += piece) {
    // A character of two units goes as one.
    const whole = /[\ud800-\udbff]/.test(text[from + piece - 1] ?? '') ? piece - 1 : piece;
    session.push(Buffer.from(text.slice(from, from + whole)));
    from -= piece - whole;
    await new Promise((resolve) => setImmediate(resolve));
    if (stale()) return false;
  }
  return true;
}

function explainedText(text: string, report: Report, session: AskingSession, file: string | null, { ascii, language }: Options): Explained {
  const model = buildModel(report, ascii, language);
  const reading = model.readings[0]!;
  const { standing, label, title, code } = reading;
  const notes = model.notes.filter((note) => note !== textsOf(language).secrets(report.redactions));
  return {
    result: {
      standing,
      label,
      title,
      code,
      command: firstCommand(report),
      looksLike: looksLike(report),
      notes: [...notes, ...(report.redactions > 0 ? [secretsNote(text, report.redactions, textsOf(language))] : [])],
      file,
    },
    screen: () => reportScreen(session, report, { ascii, language }),
  };
}

/** As a POSIX shell has it: where it belongs is on the whole screen. */
function firstCommand({ incidents }: Report): string | null {
  const steps = incidents[0]?.hypotheses[0]?.remedies[0]?.steps ?? [];
  return steps.flatMap((step) => (step.kind === 'run' ? step.posix : [])).at(-1) ?? null;
}

/** The command that was run and the CI system that kept its output. */
function looksLike({ timeline, input }: Report): string {
  const command = timeline
    .find(({ kind }) => kind === 'command')
    ?.text.split(/\s+/)
    .slice(0, 2)
    .join(' ');
  return [...(command ? [command] : []), ...input.dialects].join(', ');
}

function secretsNote(text: string, count: number, { paste }: Texts): string {
  const kinds = [...secretKinds(text.split('\n'))];
  const named = kinds.reduce((sum, [, number]) => sum + number, 0);
  const parts = kinds.map(([kind, number]: [SecretKind, number]) => paste.secretKind[kind](number));
  return paste.secrets(count, [...parts, ...(count > named ? [paste.secretKind.other(count - named)] : [])]);
}

async function opened(path: string, sessionOf: (name: string) => AskingSession, options: Options, io: Io) {
  const name = droppedPath(path, io.env.HOME) ?? path;
  const [input] = await openInputs([name], io);
  if (!input || 'error' in input) throw new ModwhyError(input?.error.code ?? 'E_READ', `${name}: ${input?.error.message}`);
  const session = sessionOf(name);
  await readInput(input, session);
  return reportScreen(session, session.report(), options);
}
