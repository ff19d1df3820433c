import { parseEvidence } from '../../evidence/read.ts';
import { type RouteTexts, routeEnglish } from '../../i18n/en-route.ts';
import { ModwhyError } from '../../model/error.ts';
import type { Evidence, GoModFile } from '../../model/evidence.ts';
import type { RouteReport } from '../../model/route.ts';
import { say } from '../../model/said.ts';
import { createRedactor } from '../../redact/redactor.ts';
import { renderRouteText } from '../../report/route-text.ts';
import { routeChanges } from '../../route/changes.ts';
import { nothingAround, type RouteAround } from '../../route/plan.ts';
import type { SettingLayers } from '../../route/settings.ts';
import { settleRoute } from '../../route/settled.ts';
import { redactValue } from '../../session/redact-report.ts';
import { readEvidence } from '../evidence.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { readGitRules, readMachines } from '../machine/credentials.ts';
import { readGo } from '../machine/go-files.ts';
import { withAssignments } from '../machine/what-if.ts';
import type { Options } from '../options.ts';
import { openOutput } from '../output.ts';
import { version } from '../version.ts';

/** Where the settings come from. */
interface Source {
  readonly layers: SettingLayers;
  readonly around: RouteAround;
  readonly go: RouteReport['go'];
  readonly notes: readonly string[];
  readonly sourceOf: (source: string) => string;
}

/**
 * `modwhy route MODULE[@VERSION]`: which servers the go command would ask, and why. Nothing is asked and no program is started.
 * @throws ModwhyError E_USAGE for anything but one module, and E_EVIDENCE or a reading error for a file that cannot be used
 */
export async function runRoute(options: Options, io: Io): Promise<number> {
  const [operand, ...more] = options.operands;
  if (operand === undefined || more.length > 0)
    throw new ModwhyError(
      'E_USAGE',
      say`route takes one module, such as modwhy route example.com/lib@v1.2.3; found ${options.operands.length}`,
    );
  if (options.format !== 'text' && options.format !== 'json' && options.format !== 'markdown')
    throw new ModwhyError('E_USAGE', say`modwhy route: --format expected text, json or markdown, found "${options.format}"`);
  const files = await evidenceFiles(options, io);
  const words = options.language === 'zh' ? (await import('../../i18n/zh-route.ts')).routeChinese : routeEnglish;
  const source = files.some(({ kind }) => kind === 'go env') ? fromFiles(files, words) : fromMachine(io, words);
  const report = routeReport(operand, files, source, options, words);
  const output = openOutput(options.output, options.with, io);
  output.write(await rendered(report, options, io, words));
  output.close();
  return EXIT.done;
}

async function evidenceFiles(options: Options, io: Io): Promise<Evidence[]> {
  const texts = await readEvidence(options.with, io, (name, { code, said, message }) => {
    throw new ModwhyError(code, say`--with ${name}: ${said ?? message}`);
  });
  return texts.map(({ name, text }) => parseEvidence(name, text));
}

function fromFiles(files: readonly Evidence[], words: RouteTexts): Source {
  const printed: Record<string, string> = {};
  const names: string[] = [];
  for (const file of files) {
    if (file.kind !== 'go env') continue;
    names.push(file.name);
    for (const [name, { value }] of file.settings) printed[name] = value;
  }
  const go = printed.GOVERSION?.replace(/^go/, '') ?? null;
  return {
    // GOENV is where that machine's file is; what it says is in the other values.
    layers: { environment: { ...printed, GOENV: '' } },
    around: { ...nothingAround, minor: minorOf(go) },
    go: { version: go, source: names.join(', ') },
    notes: [words.note.goEnv],
    sourceOf: (source) => (source === 'environment' ? names.join(', ') : source),
  };
}

function fromMachine(io: Io, words: RouteTexts): Source {
  const { layers, version: go, goroot, envFile } = readGo(io.env);
  const git = readGitRules(io.env, process.cwd(), words.note);
  return {
    layers,
    around: { minor: minorOf(go), machines: readMachines(io.env), rewrites: git.rules },
    go: { version: go, source: goroot === null ? words.noGo : words.goIn(goroot) },
    notes: git.notes,
    sourceOf: (source) => (source === 'go env file' && envFile ? `${words.source[source]} ${underHome(envFile, io.env.HOME)}` : source),
  };
}

function underHome(name: string, home: string | undefined): string {
  return home && name.startsWith(`${home}/`) ? `~${name.slice(home.length)}` : name;
}

function minorOf(go: string | null): number {
  const minor = /^1\.(\d+)/.exec(go ?? '')?.[1];
  return minor === undefined ? Infinity : Number(minor);
}

function routeReport(operand: string, files: readonly Evidence[], source: Source, { whatIf }: Options, words: RouteTexts): RouteReport {
  const at = operand.lastIndexOf('@');
  const asked = at < 0 ? { path: operand, version: null } : { path: operand.slice(0, at), version: operand.slice(at + 1) || null };
  const replaced = replacementOf(asked, files, words.note);
  const target = replaced?.to ?? asked;
  const settle = (layers: SettingLayers) => {
    const settled = settleRoute(target.path, target.version, layers, source.around, source.sourceOf, words);
    const notes = [...(replaced ? [replaced.note] : []), ...settled.notes, ...source.notes];
    return replaced?.folder ? { ...settled, stops: [], error: replaced.note, notes: notes.slice(1) } : { ...settled, notes };
  };
  const now = settle(source.layers);
  const after = whatIf.length > 0 ? settle(withAssignments(source.layers, whatIf)) : null;
  const report: RouteReport = {
    schemaVersion: 1,
    type: 'route',
    tool: { name: 'modwhy', version },
    go: source.go,
    now,
    then: after && { ...after, with: [...whatIf], changes: routeChanges(now, after, words.change) },
    redactions: 0,
  };
  const redactor = createRedactor();
  const clean = redactValue(report, redactor);
  return { ...clean, redactions: redactor.count() };
}

interface Asked {
  readonly path: string;
  readonly version: string | null;
}

/** A replace line of go.mod that covers the module; one for its version is stronger than one for all. */
function replacementOf(
  { path, version: wanted }: Asked,
  files: readonly Evidence[],
  words: RouteTexts['note'],
): { to: Asked; folder: boolean; note: string } | null {
  for (const file of files) {
    if (file.kind !== 'go.mod') continue;
    const candidates = (file as GoModFile).replaces.filter(
      ({ from }) => from.path === path && (from.version === null || from.version === wanted),
    );
    const found = candidates.find(({ from }) => from.version !== null) ?? candidates[0];
    if (!found) continue;
    const folder = found.to.version === null;
    const note = folder
      ? words.replacedByFolder(path, found.to.path, found.line, file.name)
      : words.replacedBy(path, `${found.to.path} ${found.to.version}`, found.line, file.name);
    return { to: found.to, folder, note };
  }
  return null;
}

async function rendered(report: RouteReport, options: Options, io: Io, words: RouteTexts): Promise<string> {
  if (options.format === 'json') return (await import('../../report/json.ts')).renderJson(report);
  if (options.format === 'markdown') return (await import('../../report/route-markdown.ts')).renderRouteMarkdown(report, words);
  const width = options.output === null && io.stdoutIsTerminal ? io.columns : undefined;
  return renderRouteText(report, { ascii: options.ascii, words, ...(width === undefined ? {} : { width }) });
}
