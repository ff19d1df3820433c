import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { runExplain } from './commands/explain.ts';
import { EXIT, exitCodeOf } from './exit.ts';
import { type Io, processIo, ReaderGone } from './io.ts';
import { languageOfArguments } from './language.ts';
import { parse } from './parse.ts';
import { speak, told } from './told.ts';
import { version } from './version.ts';

/**
 * Runs one command line. Everything that a command throws ends here.
 * @returns the exit code
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const language = languageOfArguments(argv, io.env);
    if (language !== 'en') await speak(language);
    const options = parse(argv, io);
    if (options.version) {
      io.out(`modwhy ${version}\n`);
      return EXIT.done;
    }
    if (options.help) {
      const topic = [
        'redact',
        'run',
        'config',
        'route',
        'paste',
        'tree',
        'causes',
        'rules',
        'watch',
        'cache',
        'env',
        'compare',
        'blame',
        'repro',
        'doctor',
        'bypass',
        'scan',
        'worker',
        'history',
        'completion',
        'man',
      ].includes(options.command)
        ? [options.command]
        : [];
      return (await import('./commands/help.ts')).runHelp({ ...options, operands: topic }, io);
    }
    if (options.command === 'help') return (await import('./commands/help.ts')).runHelp(options, io);
    if (options.command === 'redact') return await (await import('./commands/redact.ts')).runRedact(options, io);
    if (options.command === 'rules' || options.command === 'causes')
      return await (await import('./commands/rules.ts')).runRules(options, io);
    if (options.command === 'run') return await (await import('./commands/run.ts')).runRun(options, io);
    if (options.command === 'config') return await (await import('./commands/config.ts')).runConfig(options, io);
    if (options.command === 'paste') return await (await import('./commands/paste.ts')).runPaste(options, io);
    if (options.command === 'tree') return await (await import('./commands/tree.ts')).runTree(options, io);
    if (options.command === 'bypass') return await (await import('./commands/bypass.ts')).runBypass(options, io);
    if (options.command === 'history') return await (await import('./commands/history.ts')).runHistory(options, io);
    if (options.command === 'doctor') return await (await import('./commands/doctor.ts')).runDoctor(options, io);
    if (options.command === 'route') return await (await import('./commands/route.ts')).runRoute(options, io);
    if (options.command === 'watch') return await (await import('./commands/watch.ts')).runWatch(options, io);
    if (options.command === 'cache') return await (await import('./commands/cache.ts')).runCache(options, io);
    if (options.command === 'env') return await (await import('./commands/env.ts')).runEnv(options, io);
    if (options.command === 'blame') return await (await import('./commands/blame.ts')).runBlame(options, io);
    if (options.command === 'compare') return await (await import('./commands/compare.ts')).runCompare(options, io);
    if (options.command === 'repro') return await (await import('./commands/repro.ts')).runRepro(options, io);
    if (options.command === 'worker') return await (await import('./commands/worker.ts')).runWorker(options, io);
    if (options.command === 'scan') return await (await import('./commands/scan.ts')).runScan(options, io);
    if (options.command === 'completion') return await (await import('./commands/completion.ts')).runCompletion(options, io);
    if (options.command === 'man') return await (await import('./commands/man.ts')).runMan(options, io);
    return await runExplain(options, io);
  } catch (error) {
    return failed(error, argv, io);
  }
}

function failed(error: unknown, argv: readonly string[], io: Io): number {
  if (error instanceof ReaderGone || (error as NodeJS.ErrnoException)?.code === 'EPIPE') return EXIT.done;
  const code = isRun(argv) ? EXIT.notStarted : exitCodeOf(error);
  if (error instanceof ModwhyError) {
    io.err(`modwhy: ${told(error)}`);
    if (error.code === 'E_USAGE') io.err(`  ${told(say`all commands and flags: modwhy help`)}`);
    return code;
  }
  const verbose = argv.some((word) => word === '-v' || word === '--verbose');
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  io.err(`modwhy: ${told(say`internal error: ${message.split('\n')[0]!}`)}`);
  io.err(verbose ? `${stack}` : `  ${told(say`run it again with -v to see where it arose, and report that, please`)}`);
  return code;
}

/** Of `modwhy run` these codes are the command's: ours says that it was never started. */
function isRun(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const ours = argv.slice(0, end < 0 ? argv.length : end);
  return ours.find((word) => !word.startsWith('-')) === 'run' || (end >= 0 && ours.at(-1) === 'run');
}

/** The program: sets the exit code, and lets what is still open end by itself. */
export async function run(): Promise<void> {
  // Streams of Node report a reader that went away as an event; unhandled it would be a crash.
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    const code = failed(error, process.argv.slice(2), processIo());
    // A command that ran has set its own.
    process.exit(process.exitCode ?? code);
  });
  process.exitCode = await main(process.argv.slice(2), processIo());
}
