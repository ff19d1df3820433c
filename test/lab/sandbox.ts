import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { asOtherUser, giveAway, mustChangeUser } from './other-user.ts';
import { removeTree } from './remove-tree.ts';
import type { Scenario } from './scenario.ts';
import type { Toolbox } from './toolbox.ts';
import type { World } from './world.ts';

export interface Outcome {
  readonly code: number;
  /** What it printed on both streams, in order. */
  readonly output: string;
}

const TIME_LIMIT_MS = 60_000;

/** A project, a home folder and an environment of its own for one scenario. Built again, it has the same paths and nothing of before. */
export class Sandbox {
  readonly work: string;
  readonly home: string;
  readonly env: Record<string, string> = {};
  private cwd: string;
  private readonly scenario: Scenario;
  private readonly folder: string;
  private readonly otherUser: boolean;
  private readonly places: Readonly<Record<string, string>>;

  private constructor(scenario: Scenario, folder: string, toolbox: Toolbox, world: World) {
    this.scenario = scenario;
    this.folder = folder;
    this.otherUser = scenario.asUser === true && mustChangeUser();
    this.work = join(folder, 'work');
    this.home = join(folder, 'home');
    this.cwd = join(this.work, scenario.cwd ?? '.');
    const modcache = join(this.home, 'go/pkg/mod');
    this.places = { ...world.places, work: this.work, home: this.home, modcache, goroot: toolbox.goroot };
    Object.assign(this.env, world.env, {
      PATH: scenario.withoutGit ? toolbox.pathWithoutGit : toolbox.path,
      HOME: this.home,
      LANG: 'C.UTF-8',
      GOROOT: toolbox.goroot,
      GOCACHE: scenario.ownBuildCache || scenario.asUser ? join(this.home, 'build-cache') : toolbox.gocache,
      GIT_CONFIG_NOSYSTEM: '1',
    });
  }

  /** Writes the files, runs what comes before the fault, and puts the fault in place. */
  static async build(scenario: Scenario, folder: string, toolbox: Toolbox, world: World): Promise<Sandbox> {
    const sandbox = new Sandbox(scenario, folder, toolbox, world);
    sandbox.remove();
    mkdirSync(sandbox.cwd, { recursive: true });
    sandbox.write(join(sandbox.home, '.config/go/telemetry/mode'), 'off');
    for (const [name, text] of Object.entries(scenario.files)) sandbox.write(join(sandbox.work, name), text);
    for (const [name, text] of Object.entries(scenario.home ?? {})) sandbox.write(join(sandbox.home, name), text);
    sandbox.writeGoEnv(toolbox.goEnv);
    if (sandbox.otherUser) giveAway(folder);
    for (const argv of scenario.prepare ?? []) {
      const { code, output } = await sandbox.run(argv);
      if (code !== 0) throw new Error(`${scenario.name}: ${argv.join(' ')} must succeed before the fault: ${output}`);
    }
    for (const [name, text] of Object.entries(scenario.spoil ?? {})) {
      const target = resolve(sandbox.work, sandbox.fill(name));
      removeTree(target);
      if (text !== null) sandbox.write(target, text);
    }
    sandbox.writeGoEnv({ ...toolbox.goEnv, ...scenario.goEnv });
    if (sandbox.otherUser) giveAway(folder);
    await sandbox.sabotage();
    for (const [name, value] of Object.entries(scenario.env ?? {})) {
      if (value === null) delete sandbox.env[name];
      else sandbox.env[name] = sandbox.fill(value);
    }
    return sandbox;
  }

  /** Runs a command where the last one left off. */
  run(argv: readonly string[]): Promise<Outcome> {
    return this.spawn(
      '"$@"',
      argv.map((word) => this.fill(word)),
    );
  }

  /** The failing command of the scenario. */
  fail(): Promise<Outcome> {
    return this.spawn(
      this.fill(this.scenario.under ?? '"$@"'),
      this.scenario.command.map((word) => this.fill(word)),
    );
  }

  /** Runs shell text in bash and keeps its variables and folder for what follows, as one terminal does. */
  async type(text: string): Promise<Outcome> {
    const state = join(this.folder, 'state');
    const outcome = await this.spawn(`${text}\nlab_code=$?\n{ pwd; env -0; } > "$LAB_STATE"\nexit $lab_code`, [], { LAB_STATE: state });
    if (outcome.code !== 0) return outcome;
    const all = readFileSync(state, 'utf8');
    const end = all.indexOf('\n');
    this.cwd = all.slice(0, end);
    const kept = Object.fromEntries(
      all
        .slice(end + 1)
        .split('\0')
        .filter(Boolean)
        .map((pair) => pair.split(/=(.*)/s).slice(0, 2)),
    );
    for (const name of Object.keys(this.env)) delete this.env[name];
    for (const [name, value] of Object.entries(kept)) if (!SHELL_VARIABLES.has(name)) this.env[name] = value as string;
    return outcome;
  }

  /** A file of the project, relative to where the command runs. */
  path(name: string): string {
    return join(this.cwd, name);
  }

  remove(): void {
    removeTree(this.work);
    removeTree(this.home);
  }

  private write(file: string, text: string): void {
    mkdirSync(dirname(file), { recursive: true });
    chmodSync(dirname(file), 0o755);
    writeFileSync(file, this.fill(text));
  }

  private writeGoEnv(settings: Readonly<Record<string, string>>): void {
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${this.fill(value)}\n`);
    if (lines.length > 0) this.write(join(this.home, '.config/go/env'), lines.join(''));
  }

  // With the rights of whoever runs the tests: what it takes away from the sandbox's user stays away.
  private async sabotage(): Promise<void> {
    if (this.scenario.sabotage === undefined) return;
    const { code, output } = await this.spawn(this.fill(this.scenario.sabotage), [], {}, false);
    if (code !== 0) throw new Error(`${this.scenario.name}: the sabotage failed: ${output}`);
  }

  /** The text with the places of this sandbox. */
  fill(text: string): string {
    return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => this.places[name] ?? whole);
  }

  private spawn(script: string, argv: readonly string[], extra: Record<string, string> = {}, otherUser = this.otherUser): Promise<Outcome> {
    const shell = ['/bin/bash', '-c', `exec 2>&1\n${script}`, 'lab', ...argv];
    const [program, ...words] = otherUser ? asOtherUser(shell) : shell;
    return new Promise((done, failed) => {
      const child = spawn(program!, words, {
        cwd: this.cwd,
        env: { ...this.env, ...extra },
        stdio: ['ignore', 'pipe', 'inherit'],
        timeout: TIME_LIMIT_MS,
        killSignal: 'SIGKILL',
      });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.on('error', failed);
      child.on('close', (code) => done({ code: code ?? 137, output: Buffer.concat(chunks).toString() }));
    });
  }
}

const SHELL_VARIABLES = new Set(['LAB_STATE', 'PWD', 'OLDPWD', 'SHLVL', '_']);
