import { createHash } from 'node:crypto';
import { loadPack } from '../../catalog/load.ts';
import { type DoctorTexts, doctorEnglish } from '../../i18n/en-doctor.ts';
import { textsOf } from '../../i18n/texts.ts';
import type { DoctorReport, DoctorStep } from '../../model/doctor.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { answerOf } from '../../probe/answer.ts';
import { offlineReason } from '../../probe/offline.ts';
import { Stopped, type World } from '../../probe/tree.ts';
import { decidingStep, verdictOf } from '../../probe/verdict.ts';
import { walkTree } from '../../probe/walk.ts';
import { createRedactor } from '../../redact/redactor.ts';
import { renderDoctorJson } from '../../report/doctor-json.ts';
import { type DoctorPage, doctorPage } from '../../report/doctor-text.ts';
import { redactValue } from '../../session/redact-report.ts';
import { wantsColor } from '../color.ts';
import { createConduct } from '../doctor/conduct.ts';
import { askOnTerminal } from '../doctor/question.ts';
import { dropState, readState, stateFolder, writeState } from '../doctor/state.ts';
import { worldHere } from '../doctor/world.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { openOutput } from '../output.ts';
import { version } from '../version.ts';

const usualBudget = 300_000;

/**
 * `modwhy doctor [MODULE[@V]]`: walks from this machine to the module, step by step, and says where go stops.
 * @returns the exit code: 1 when `--preflight` was asked for and go cannot get the module
 * @throws ModwhyError E_USAGE for a module, an address or a format that cannot be
 */
export async function runDoctor(options: Options, io: Io): Promise<number> {
  const { doctor, format, language } = options;
  if (format !== 'text' && format !== 'json')
    throw new ModwhyError('E_USAGE', say`modwhy doctor: --format expected text or json, found "${format}"`);
  const words = language === 'zh' ? (await import('../../i18n/zh-doctor.ts')).doctorChinese : doctorEnglish;
  const texts = textsOf(language);
  const world = worldHere({ ...doctor, operands: options.operands }, io.env, process.cwd(), words, texts.diagnosis.fact);
  const work = new Walk(world, options, io, words);
  await work.walk();
  const report = await work.report();
  const output = openOutput(options.output, [], io);
  output.write(format === 'json' ? renderDoctorJson(report) : work.page.end(report));
  output.close();
  const code = doctor.preflight && report.verdict !== 'healthy' ? EXIT.check : EXIT.done;
  // A question to the system's resolver cannot be called back; waiting for it would outlast the budget.
  process.exitCode = code;
  setTimeout(() => process.exit(code), 100).unref();
  return code;
}

class Walk {
  readonly page: DoctorPage;
  private readonly world: World;
  private readonly options: Options;
  private readonly io: Io;
  private readonly words: DoctorTexts;
  private readonly steps: DoctorStep[] = [];
  private readonly transcripts = new Map<string, string>();
  private readonly redactor = createRedactor();
  private stopped = false;
  private phase: string | null = null;

  constructor(world: World, options: Options, io: Io, words: DoctorTexts) {
    this.world = world;
    this.options = options;
    this.io = io;
    this.words = words;
    const terminal = options.output === null && io.stdoutIsTerminal;
    this.page = doctorPage({
      color: wantsColor(options.color, io.env, terminal),
      ascii: options.ascii,
      language: options.language,
      words,
      ...(terminal && io.columns !== undefined ? { width: io.columns } : {}),
    });
  }

  async walk(): Promise<void> {
    const { options, io, page, words } = this;
    const budget = options.doctor.budget ?? usualBudget;
    const folder = stateFolder(io.env);
    const known = options.doctor.resume ? readState(folder, this.key(), Date.now()) : [];
    const asks = !options.doctor.yes && !options.doctor.preflight && io.stdinIsTerminal && io.stdoutIsTerminal;
    const asking = asks ? askOnTerminal(io, words.ask) : null;
    this.print(page.title(this.world.version === null ? this.world.module : `${this.world.module}@${this.world.version}`));
    const conduct = createConduct({
      budget,
      known: new Map(known.map((step) => [step.id, step])),
      words,
      show: (step, budgetMs, isKnown) => {
        if (step.phase !== this.phase) this.print(page.phase(step.phase, budget));
        this.phase = step.phase;
        this.print(page.before(step, budgetMs, isKnown));
      },
      wish: async () => (asking === null ? 'run' : asking.wish()),
      done: (step, { transcript }) => {
        const clean = redactValue(step, this.redactor);
        this.steps.push(clean);
        if (transcript !== undefined) this.transcripts.set(step.id, transcript);
        this.print(page.after(clean));
        const kept = this.steps.filter(({ outcome, id }) => outcome !== 'left-out' && !this.transcripts.has(id));
        writeState(folder, this.key(), kept, Date.now());
      },
    });
    try {
      await walkTree(this.world, conduct);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      this.stopped = true;
    } finally {
      asking?.close();
    }
    if (!this.stopped && !this.steps.some(({ outcome }) => outcome === 'left-out')) dropState(folder);
  }

  async report(): Promise<DoctorReport> {
    const { steps, options } = this;
    const pack = loadPack(options.language);
    const deciding = decidingStep(steps);
    const linear = pack.linear ? (await import('../../match/linear.ts')).linearEngine : null;
    const offline = offlineReason(steps, this.words);
    const answer =
      deciding &&
      // Without any network a name server that cannot be asked is not at fault.
      answerOf(
        offline === this.words.offlineNoInterface ? { ...deciding, fact: 'doctor-no-network' } : deciding,
        this.transcripts.get(deciding.id),
        {
          pack,
          linear,
          texts: textsOf(options.language),
          language: options.language,
          version,
          settings: new Map(Object.entries(this.world.settings)),
          module: this.world.module,
          requested: this.world.version,
        },
      );
    const report: DoctorReport = {
      schemaVersion: 1,
      type: 'doctor',
      tool: { name: 'modwhy', version, catalog: pack.catalog },
      module: this.world.module,
      version: this.world.version,
      verdict: verdictOf(steps, this.stopped),
      offline,
      steps,
      answer,
      redactions: 0,
    };
    const clean = redactValue(report, this.redactor);
    return { ...clean, redactions: this.redactor.count() };
  }

  /** What the steps depend on. */
  private key(): string {
    const { module, version: wanted, settings, secondResolver, download } = this.world;
    const text = JSON.stringify([module, wanted, settings, secondResolver, download?.folder ?? null]);
    return createHash('sha256').update(text).digest('hex').slice(0, 32);
  }

  /** The way is shown where the report goes; beside a report for programs, or in a file, on standard error. */
  private print(text: string): void {
    const clean = this.redactor.redact(text);
    if (this.options.format === 'text' && this.options.output === null) this.io.out(clean);
    else if (!this.options.quiet) this.io.err(clean.replace(/\n$/, ''));
  }
}
