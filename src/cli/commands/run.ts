import { hostname } from 'node:os';
import type { Settings } from '../../config/settle.ts';
import { type Texts, textsOf } from '../../i18n/texts.ts';
import { durationText } from '../../model/duration.ts';
import type { Attempt } from '../../model/report.ts';
import { type Ending, exitCodeOfEnding, startFailure, wasInterrupted } from '../../proc/ending.ts';
import { createKeptOutput, type KeptOutput } from '../../proc/kept-output.ts';
import { isInside } from '../../proc/nested.ts';
import { judgeRetry } from '../../proc/retry-judge.ts';
import { defaultRows, permissionOf } from '../../proc/retry-policy.ts';
import { waitBefore } from '../../proc/retry-schedule.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { type Explained, explainRun, showAnswer } from '../run/answer.ts';
import { evidenceOf } from '../run/evidence.ts';
import { loadSettings } from '../run/settings.ts';
import { startCommand, wantsLive } from '../run/start.ts';
import { waitOrSignal } from '../run/wait.ts';
import { told } from '../told.ts';

/**
 * `modwhy run -- CMD ARGS...`: passes the output through, explains when the command has failed, and tries again what passes by itself.
 * @returns the exit code of the command; nothing that goes wrong after its end changes it
 * @throws ModwhyError before the command is started, for a config or a terminal that cannot be used
 */
export async function runRun(options: Options, io: Io): Promise<number> {
  const { settings } = await loadSettings(options, io);
  const live = wantsLive(options, io) ? await (await import('../run/live.ts')).createLiveRun(options, io) : null;
  const start = live?.start ?? (await startCommand(options, io));
  return new Run(options, settings, start, io, () => live?.left() ?? false).all();
}

/** All attempts of one command. */
class Run {
  private readonly options: Options;
  private readonly settings: Settings;
  private readonly start: (kept: KeptOutput) => Promise<Ending>;
  private readonly io: Io;
  /** The reader has left the screen: the answer comes as text. */
  private readonly left: () => boolean;
  private readonly attempts: Attempt[] = [];
  private readonly words: Texts['run'];
  private readonly began = performance.now();

  constructor(options: Options, settings: Settings, start: Run['start'], io: Io, left: () => boolean) {
    this.options = options;
    this.settings = settings;
    this.start = start;
    this.io = io;
    this.left = left;
    this.words = textsOf(options.language).run;
  }

  async all(): Promise<number> {
    for (;;) {
      const kept = createKeptOutput();
      let ending: Ending;
      try {
        ending = await this.start(kept);
      } catch (error) {
        const { exitCode, message } = startFailure(this.options.operands[0]!, error as NodeJS.ErrnoException);
        this.io.err(`modwhy: ${told(message)}`);
        return exitCode;
      }
      const exitCode = exitCodeOfEnding(ending);
      // From here on nothing that happens to us may be taken for an end of the command.
      process.exitCode = exitCode;
      if (ending.lost !== null) this.io.err(`modwhy: ${this.words.lost(ending.lost)}`);
      if (ending.leftBehind) this.say(this.words.leftBehind);
      const after = await this.calmly(exitCode, () => this.afterwards(ending, exitCode, kept));
      if (after !== 'again') return after;
    }
  }

  private async calmly(exitCode: number, work: () => Promise<number | 'again'>): Promise<number | 'again'> {
    try {
      return await work();
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error));
      this.io.err(`modwhy: ${this.words.notExplained(exitCode, told(cause).split('\n')[0]!)}`);
      if (this.options.verbose) this.io.err(String(cause.stack));
      return exitCode;
    }
  }

  /** @returns the exit code, or `again` after the wait before the next attempt */
  private async afterwards(ending: Ending, exitCode: number, kept: KeptOutput): Promise<number | 'again'> {
    if (exitCode === 0) return this.succeeded(kept);
    const inside = isInside(this.io.env);
    if (ending.readerGone || (inside && this.settings.retries.value === 0)) return exitCode;
    const evidence = await evidenceOf(this.options, this.settings.here.value, this.io);
    const explained = await this.noted(await explainRun(kept, exitCode, evidence, this.attempts, this.options, this.io));
    const interrupted = wasInterrupted(ending);
    const next = interrupted ? null : await this.next(explained, exitCode);
    if (next === 'again') return next;
    if (!inside && (!interrupted || explained.report.verdict === 'module-failure'))
      await showAnswer(explained, exitCode, this.left() ? withoutScreen(this.options) : this.options, this.io);
    return next ?? exitCode;
  }

  private async noted(explained: Explained): Promise<Explained> {
    if (!this.settings.here.value) return explained;
    const { withBypassNotes } = await import('../bypass/notes.ts');
    return { ...explained, report: await withBypassNotes(explained.report, this.options, this.io) };
  }

  /** @returns `again` after a wait; the exit code of a signal that ended the wait; null: no further attempt */
  private async next({ report }: Explained, exitCode: number): Promise<number | 'again' | null> {
    const { retries, budget, own, project } = this.settings;
    if (retries.value === 0) return null;
    const readings = report.incidents.flatMap(({ hypotheses }) => hypotheses);
    const permission = permissionOf(defaultRows(readings.map(({ cause, transient }) => ({ id: cause, transient }))), own, project);
    const judged = judgeRetry(report, this.options.operands, this.options.run.retryAny, permission);
    const attempt = this.attempts.length + 1;
    if (!judged.retry) {
      this.say(this.words.notRetried[judged.why]);
      return null;
    }
    if (attempt > retries.value) return null;
    const waitMs = waitBefore(attempt, `${hostname()}:${process.pid}`);
    if (performance.now() - this.began + waitMs > budget.value) {
      this.say(this.words.noTime(durationText(budget.value)));
      return null;
    }
    const { cause, code, title } = judged.cause;
    // Signals count from the moment at which people read that there is a wait.
    const waiting = waitOrSignal(waitMs);
    this.say(this.words.retry(attempt, retries.value + 1, title, code, durationText(waitMs)));
    this.attempts.push({ exitCode, cause, code, title, waitMs });
    const signal = await waiting;
    return signal === null ? 'again' : exitCodeOfEnding({ code: null, signal });
  }

  private async succeeded(kept: KeptOutput): Promise<number> {
    const { attempts, words, options } = this;
    if (attempts.length > 0)
      this.say(
        words.succeeded(
          attempts.length + 1,
          attempts.map(({ title, code }, index) => words.attempt(index + 1, title, code)),
        ),
      );
    if (!options.verbose) return 0;
    const { report } = await explainRun(kept, 0, [], [], options, this.io);
    const past = report.incidents.find(({ recovered, hypotheses }) => recovered && hypotheses.length > 0)?.hypotheses[0];
    if (past) this.say(words.recovered(past.title, past.code));
    return 0;
  }

  private say(text: string): void {
    if (!this.options.quiet) this.io.err(`modwhy: ${text}`);
  }
}

function withoutScreen(options: Options): Options {
  return { ...options, run: { ...options.run, screen: false } };
}
