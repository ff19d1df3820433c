import { loadPack } from '../../catalog/load.ts';
import type { BrokenInput, Input } from '../../ingest/input.ts';
import { openInputs } from '../../ingest/open.ts';
import type { Pack } from '../../model/catalog.ts';
import { ModwhyError } from '../../model/error.ts';
import type { Answer } from '../../model/question.ts';
import { say } from '../../model/said.ts';
import { createRedactor } from '../../redact/redactor.ts';
import { errorRow, renderNdjson } from '../../report/ndjson.ts';
import { createSession } from '../../session/session.ts';
import type { CompareEnvironments } from '../../session/types.ts';
import { addEvidence, type EvidenceText, readEvidence } from '../evidence.ts';
import { EXIT, exitCodeOf } from '../exit.ts';
import { failsOn } from '../fail-on.ts';
import { giveBackMemory, keepGivingBack } from '../give-back.ts';
import { type Io, ReaderGone } from '../io.ts';
import type { Options } from '../options.ts';
import { type Output, openOutput } from '../output.ts';
import { readInput } from '../read-input.ts';
import { render } from '../render.ts';
import { showScreen, wantsScreen } from '../screen.ts';
import { told } from '../told.ts';
import { version } from '../version.ts';

/**
 * `modwhy explain [FILE...]`
 * @returns the exit code: 2 when a named input could not be read, else 1 when `--fail-on` says so, else 0
 */
export async function runExplain(options: Options, io: Io): Promise<number> {
  const inputs = await openInputs(options.operands.length > 0 ? options.operands : [stdinName(io)], io);
  refuseSeveral(options, inputs.length);
  const output = openOutput(options.output, [...inputs.map((input) => input.name), ...options.with], io);
  const work = new Work(options, io, output, inputs.length);
  await work.readEvidence();
  for (const [index, input] of inputs.entries()) await work.one(input, index);
  output.close();
  return work.exitCode();
}

/** One call's inputs, in order; what is wrong with one does not stop the others. */
class Work {
  private readonly options: Options;
  private readonly io: Io;
  private readonly output: Output;
  private readonly count: number;
  private readonly codes = new Set<number>();
  private printed = 0;
  private evidence: EvidenceText[] = [];
  private answers: readonly Answer[] = [];
  private pack: Pack | null = null;
  private compare: CompareEnvironments | null = null;
  private linear: Parameters<typeof createSession>[2];

  constructor(options: Options, io: Io, output: Output, count: number) {
    this.options = options;
    this.io = io;
    this.output = output;
    this.count = count;
  }

  async readEvidence(): Promise<void> {
    if (this.options.with.length > 0) this.evidence = await readEvidence(this.options.with, this.io, this.refused);
    // Another one may stand in the log.
    if (this.evidence.some(({ text }) => text.includes('GOMODCACHE') || text.includes('GOPROXY')))
      this.compare = await (await import('../compare-environments.ts')).environmentComparison(this.options.language);
    if (this.options.here) {
      const { evidenceHere } = await import('../machine/here.ts');
      this.evidence = [...this.evidence, ...(await evidenceHere({ folder: process.cwd(), env: this.io.env, program: 'go' }))];
    }
  }

  async one(input: Input | BrokenInput, index: number): Promise<void> {
    if ('error' in input) return this.broken(input, index, input.named ? EXIT.usage : EXIT.done);
    try {
      await this.explain(input, index);
    } catch (error) {
      // Without a reader, a disk or a catalog, the next input fares no better.
      if (error instanceof ReaderGone || (error instanceof ModwhyError && ['E_WRITE', 'E_PACK', 'E_USAGE'].includes(error.code)))
        throw error;
      const known = error instanceof ModwhyError;
      if (!known && this.options.format !== 'ndjson') throw error;
      const code = known && !this.isNamed(input.name) ? EXIT.done : exitCodeOf(error);
      this.broken({ name: input.name, error: error as Error }, index, code);
    }
  }

  exitCode(): number {
    return Math.max(0, ...this.codes);
  }

  private async explain(input: Input, index: number): Promise<void> {
    const { options, io } = this;
    this.pack ??= loadPack(options.language);
    if (options.answers.length > 0) this.answers = (await import('../answers.ts')).parseAnswers(options.answers, this.pack);
    this.linear ??= this.pack.linear ? (await import('../../match/linear.ts')).linearEngine : null;
    const session = createSession(
      this.pack,
      {
        name: input.name,
        index,
        version,
        redact: options.redact,
        language: options.language,
        zoom: wantsScreen(options, this.count, io) ? 'on' : 'off',
        ...(this.compare && { compareEnvironments: this.compare }),
      },
      this.linear,
    );
    this.evidence = addEvidence(session, this.evidence, this.refused);
    const piped = this.isLive(input) ? await (await import('../live-pipe.ts')).readPipe(session, options, io) : null;
    if (piped?.shown) {
      if (piped.report && failsOn(options.failOn, piped.report)) this.codes.add(EXIT.check);
      return void this.codes.add(piped.code);
    }
    const brokenOff = piped ? piped.brokenOff : await readInput(input, session, options.quiet ? null : input.name, options.language);
    session.answer(this.answers);
    if (wantsScreen(options, this.count, io)) await giveBackMemory();
    let report = session.report();
    if (options.ask) report = await (await import('../ask.ts')).ask(session, this.answers, options, io);
    if (this.answers.length > 0 && !options.quiet) {
      const { uncounted } = await import('../answers.ts');
      for (const notice of uncounted(this.answers, report, options.language)) io.err(`modwhy: ${notice}`);
    }
    if (brokenOff && !options.quiet)
      io.err(`modwhy: ${told(say`${input.name}: ${brokenOff.said ?? brokenOff.message}; explained up to there`)}`);
    if (options.here) report = await (await import('../bypass/notes.ts')).withBypassNotes(report, options, io);
    if (failsOn(options.failOn, report)) this.codes.add(EXIT.check);
    if (!options.ask && wantsScreen(options, this.count, io)) {
      await giveBackMemory();
      const end = keepGivingBack('quiet');
      const code = await showScreen(session, report, options, io).finally(end);
      if (code !== null) return void this.codes.add(code);
    }
    const separator = this.printed++ > 0 && (options.format === 'text' || options.format === 'markdown') ? '\n' : '';
    this.output.write(separator + (await render(report, options, io)));
  }

  /** What another program writes at this moment can be shown while it comes. */
  private isLive(input: Input): boolean {
    return input.name === '-' && !this.options.ask && wantsScreen(this.options, this.count, this.io);
  }

  /** Only what was named one by one sets the exit code; a file met through a glob has its row or its line. */
  private isNamed(name: string): boolean {
    return name === '-' || this.options.operands.includes(name);
  }

  /** Evidence that says nothing is left out, and the log is explained without it. */
  private readonly refused = (name: string, error: ModwhyError): void => {
    this.codes.add(EXIT.usage);
    this.io.err(`modwhy: --with ${name}: ${told(error)}`);
  };

  /** A name, and what the system says of it, may hold a secret. */
  private redacted(name: string, error: Error): [string, { code: string; message: string }] {
    const redactor = createRedactor();
    const code = error instanceof ModwhyError ? error.code : 'E_INTERNAL';
    return [redactor.redact(name), { code, message: redactor.redact(told(error)) }];
  }

  private broken({ name, error }: { name: string; error: Error }, index: number, code: number): void {
    this.codes.add(code);
    if (this.options.format === 'ndjson') this.output.write(renderNdjson(errorRow(index, ...this.redacted(name, error))));
    else this.io.err(`modwhy: ${name}: ${told(error)}`);
  }
}

function stdinName(io: Io): string {
  if (io.stdinIsTerminal)
    throw new ModwhyError(
      'E_USAGE',
      say`nothing to explain: name a log (modwhy explain build.log) or pipe one in (go build ./... 2>&1 | modwhy)`,
    );
  return '-';
}

function refuseSeveral(options: Options, count: number): void {
  if (options.format === 'json' && count > 1)
    throw new ModwhyError('E_USAGE', say`--format json takes one input, found ${count}: use --format ndjson, one row for each`);
  if (['sarif', 'junit', 'gitlab'].includes(options.format) && count > 1)
    throw new ModwhyError(
      'E_USAGE',
      say`--format ${options.format} is one document for one input, found ${count}: explain them one by one`,
    );
  if (options.format === 'html' && count > 1)
    throw new ModwhyError('E_USAGE', say`--format html is one page for one input, found ${count}: explain them one by one`);
}
