import { statSync } from 'node:fs';
import { loadPack } from '../../catalog/load.ts';
import { textsOf } from '../../i18n/texts.ts';
import type { Position } from '../../ingest/follow/position.ts';
import { readPosition, stateFolder, writePosition } from '../../ingest/follow/resume-file.ts';
import { findByPattern, isPattern } from '../../ingest/glob.ts';
import { readFailure } from '../../ingest/read-failure.ts';
import { ModwhyError } from '../../model/error.ts';
import { type Said, say } from '../../model/said.ts';
import { renderNdjson } from '../../report/ndjson.ts';
import type { Look } from '../../session/growing/growing-log.ts';
import { createSession } from '../../session/session.ts';
import type { Feed } from '../../tui/screens/live/feed.ts';
import { createPrinter, silence } from '../../watch/printer.ts';
import { shownWindow } from '../../watch/shown.ts';
import { createSource, type Source } from '../../watch/source.ts';
import { type WatchEvents, type WatchedFile, type Watching, watchFiles } from '../../watch/watch-files.ts';
import { addEvidence, readEvidence } from '../evidence.ts';
import { EXIT, exitCodeOf } from '../exit.ts';
import { heldOfBuild } from '../held-of-build.ts';
import type { Io } from '../io.ts';
import { showLive } from '../live.ts';
import type { Options } from '../options.ts';
import { render } from '../render.ts';
import { wantsScreen } from '../screen.ts';
import { told } from '../told.ts';
import { version } from '../version.ts';

/**
 * `modwhy watch FILE...`: follows growing logs and says why a build in them failed, until it is interrupted.
 * @returns the exit code: 130 or 143 by the signal that ended it, 2 when no file can be followed
 */
export async function runWatch(options: Options, io: Io): Promise<number> {
  refuse(options);
  const codes = new Set<number>();
  const names = await followable(options, io, codes);
  if (names.length === 0) return Math.max(...codes);
  const sources = await openSources(names, options, io);
  const folder = stateFolder(io.env);
  const files = sources.map((source) => ({
    source,
    from: options.from === 'resume' ? (readPosition(folder, source.name) ?? ('start' as const)) : options.from,
  }));
  const remember = (file: number, position: Position) => {
    if (options.from === 'resume') writePosition(folder, names[file]!, position);
  };
  if (wantsScreen(options, 1, io)) {
    const code = await showLive(filesFeed(sources, files, remember), options, io);
    if (code !== null) return code;
  }
  const output = options.format === 'ndjson' ? rows(names.length, io) : texts(sources, options, io);
  const running = watchFiles(files, {
    grew() {},
    looks: output.looks,
    failed: (file, error) => io.err(`modwhy: ${told(say`${names[file]!}: ${error.said ?? error.message}; it is tried again`)}`),
    reached: remember,
  });
  const code = await untilSignal(running);
  await output.close();
  return code;
}

/** The followed files as the live screen wants them. */
function filesFeed(sources: readonly Source[], files: readonly WatchedFile[], reached: NonNullable<WatchEvents['reached']>): Feed {
  let running: Watching | null = null;
  return {
    title: 'watch',
    names: sources.map(({ name }) => name),
    window: (file) => shownWindow(sources[file]!),
    behind: (file) => running?.behind(file) ?? 0,
    start(listener) {
      const watching = watchFiles(files, { ...listener, failed: (file, error) => listener.failed(file, told(error)), reached });
      running = watching;
      return () => watching.stop();
    },
  };
}

function refuse({ operands, format, output, failOn }: Options): void {
  const usage = (message: Said) => new ModwhyError('E_USAGE', message);
  if (operands.length === 0)
    throw usage(say`nothing to watch: name the logs that grow (modwhy watch build.log), or pipe them in (… | modwhy)`);
  if (operands.includes('-')) throw usage(say`watch follows files; standard input is followed by modwhy itself: … 2>&1 | modwhy`);
  if (format !== 'text' && format !== 'lines' && format !== 'ndjson')
    throw usage(say`watch has no end, and ${format} is one text for all: use text, lines or ndjson`);
  if (output !== null)
    throw usage(say`watch writes as it goes, and -o writes at the end: redirect it instead (modwhy watch build.log > answers.txt)`);
  if (failOn !== null) throw usage(say`watch has no end, so --fail-on has nothing to decide: use it with modwhy explain`);
}

/** The files that are there or may come; what cannot be followed is said, and the others go on. */
async function followable({ operands, quiet, language }: Options, io: Io, codes: Set<number>): Promise<string[]> {
  const names: string[] = [];
  for (const operand of operands) {
    const found = isPattern(operand) && !io.fileExists(operand) ? await findByPattern(operand) : [];
    names.push(...(found.length > 0 ? found : [operand]));
  }
  return [...new Set(names)].filter((name) => {
    try {
      const stat = statSync(name, { throwIfNoEntry: false });
      if (!stat && !quiet) io.err(`modwhy: ${name}: ${textsOf(language).watch.waiting}`);
      if (stat?.isDirectory()) throw readFailure(Object.assign(new Error(), { code: 'EISDIR' }));
      if (stat && !stat.isFile())
        throw new ModwhyError(
          'E_READ',
          say`only a plain file can be followed, and this is a pipe, a socket or a device; pipe it in (… | modwhy)`,
        );
      return true;
    } catch (error) {
      const failure = error instanceof ModwhyError ? error : readFailure(error as NodeJS.ErrnoException);
      codes.add(exitCodeOf(failure));
      io.err(`modwhy: ${name}: ${told(failure)}`);
      return false;
    }
  });
}

/** One for each name; each build of it has a session with the same evidence. */
export async function openSources(names: readonly string[], options: Options, io: Io): Promise<Source[]> {
  const pack = loadPack(options.language);
  const linear = pack.linear ? (await import('../../match/linear.ts')).linearEngine : null;
  const refused = (name: string, error: ModwhyError) => io.err(`modwhy: ${told(say`--with ${name}: ${error.said ?? error.message}`)}`);
  let evidence = options.with.length > 0 ? await readEvidence(options.with, io, refused) : [];
  return names.map((name, index) =>
    createSource(
      name,
      () => {
        const session = createSession(
          pack,
          { name, index, version, redact: options.redact, language: options.language, held: heldOfBuild },
          linear,
        );
        evidence = addEvidence(session, evidence, refused);
        return session;
      },
      textsOf(options.language).watch.remark,
    ),
  );
}

interface WatchOutput {
  looks: WatchEvents['looks'];
  close(): Promise<void>;
}

function rows(files: number, io: Io): WatchOutput {
  const print = ({ report, revision }: Look, final: boolean) => io.out(renderNdjson({ ...report, revision, final }));
  const waiting: (NodeJS.Timeout | undefined)[] = Array.from({ length: files });
  return {
    looks(file, looks) {
      clearTimeout(waiting[file]);
      for (const look of looks) print(look, look.final);
      // What failed is over when nothing comes after it.
      const last = looks.at(-1);
      if (last?.failed && !last.final) waiting[file] = setTimeout(() => print(last, true), silence);
    },
    async close() {
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}

function texts(sources: readonly Source[], options: Options, io: Io): WatchOutput {
  const { watch } = textsOf(options.language);
  let printed = 0;
  // A report is rendered in steps; the next one waits for it.
  let turn = Promise.resolve();
  const print = (text: () => Promise<string>) => {
    turn = turn.then(async () => {
      const separator = printed++ > 0 && options.format === 'text' ? '\n' : '';
      io.out(separator + (await text()));
    });
  };
  const printer = createPrinter(sources.length, {
    failed(_, { report }: Look, mayChange) {
      print(async () => (await render(report, options, io)) + (mayChange && options.format === 'text' ? `\n${watch.mayChange}\n` : ''));
    },
    wentOn(file) {
      if (!options.quiet) io.err(`modwhy: ${watch.wentOn(sources[file]!.name)}`);
    },
  });
  return {
    looks: printer.looks,
    async close() {
      printer.close();
      await turn;
    },
  };
}

/** Ctrl+C and SIGTERM end it, after what is known was said. */
async function untilSignal(running: ReturnType<typeof watchFiles>): Promise<number> {
  let code: number = EXIT.done;
  const end = (number: number) => () => {
    code = number;
    running.stop();
  };
  const interrupted = end(130);
  const terminated = end(143);
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', terminated);
  try {
    await running.done;
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', terminated);
  }
  return code;
}
