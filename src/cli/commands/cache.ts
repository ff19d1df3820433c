import { hostname } from 'node:os';
import type { Finding } from '../../cache/finding.ts';
import { causesOf, explainedBy, fixSteps } from '../../cache/fix.ts';
import { readGoSums } from '../../cache/go-sums.ts';
import { type Inspected, inspectCaches } from '../../cache/inspect.ts';
import { kindOf, kinds } from '../../cache/kinds.ts';
import { processesHere } from '../../cache/locks.ts';
import { loadPack } from '../../catalog/load.ts';
import { parseEvidence } from '../../evidence/read.ts';
import { type CacheTexts, cacheEnglish } from '../../i18n/en-cache.ts';
import type { CacheFinding, CacheReport } from '../../model/cache.ts';
import type { Cause } from '../../model/catalog.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { createRedactor } from '../../redact/redactor.ts';
import { redactValue } from '../../session/redact-report.ts';
import { wantsColor } from '../color.ts';
import { readEvidence } from '../evidence.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { cachesHere, cachesIn, type NamedFolders } from '../machine/cache-folders.ts';
import { goSumsAround } from '../machine/go-sums.ts';
import { createProgress } from '../machine/progress.ts';
import type { Options } from '../options.ts';
import { openOutput } from '../output.ts';
import { version } from '../version.ts';

/**
 * `modwhy cache [DIR]`: what is damaged, left over or locked in GOMODCACHE and GOCACHE, and what ends it. Nothing is written, locked or started.
 * @throws ModwhyError E_USAGE, E_NOT_FOUND or E_DIRECTORY for what is no cache, E_EVIDENCE for a file of `--with` that is no go.sum
 */
export async function runCache(options: Options, io: Io): Promise<number> {
  const { operands, format } = options;
  if (operands.length > 1) throw new ModwhyError('E_USAGE', say`cache takes one folder at most; found ${operands.length}`);
  if (format !== 'text' && format !== 'json' && format !== 'markdown')
    throw new ModwhyError('E_USAGE', say`modwhy cache: --format expected text, json or markdown, found "${format}"`);
  const words = options.language === 'zh' ? (await import('../../i18n/zh-cache.ts')).cacheChinese : cacheEnglish;
  const folders = operands[0] === undefined ? cachesHere(io.env) : cachesIn(operands[0]);
  const sums = options.with.length > 0 ? await sumsOf(options, io) : goSumsAround(process.cwd());
  const now = Date.now();
  const processes = processesHere();
  const progress = createProgress(!options.quiet);
  const inspected = await inspectCaches(folders, {
    processes,
    goSums: readGoSums(sums.map(({ text }) => text)),
    deep: options.deep,
    now,
    hostname: hostname(),
    progress: (what) => progress.show(words.progress(what)),
  });
  progress.clear();
  const goSums = sums.map(({ name }) => name);
  const report = reportOf(inspected, folders, {
    deep: options.deep,
    goSums,
    tellsLocks: processes.locks !== null,
    language: options.language,
    words,
  });
  const output = openOutput(options.output, options.with, io);
  output.write(await rendered(report, options, io, words));
  output.close();
  return EXIT.done;
}

async function sumsOf(options: Options, io: Io): Promise<{ name: string; text: string }[]> {
  const texts = await readEvidence(options.with, io, (name, { code, message, said }) => {
    throw new ModwhyError(code, say`--with ${name}: ${said ?? message}`);
  });
  for (const { name, text } of texts) {
    const { kind } = parseEvidence(name, text);
    if (kind !== 'go.sum')
      throw new ModwhyError('E_EVIDENCE', say`--with ${name}: modwhy cache compares with go.sum only, and this is ${kind}`);
  }
  return texts;
}

interface Told {
  readonly deep: boolean;
  readonly goSums: readonly string[];
  readonly tellsLocks: boolean;
  readonly language: Options['language'];
  readonly words: CacheTexts;
}

const severities = ['error', 'warning', 'info'];
const order = Object.keys(kinds);
const mostFiles = 20;

function reportOf(
  { inspection, free }: Inspected,
  folders: NamedFolders,
  { deep, goSums, tellsLocks, language, words }: Told,
): CacheReport {
  const pack = loadPack(language);
  const causes = causesOf(pack);
  const findings = inspection.findings.all().map((finding) => describe(finding, causes, words));
  findings.sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      (a.files[0]! < b.files[0]! ? -1 : 1),
  );
  const folder = (path: string | null, from: NamedFolders['modcacheFrom'], room: number | null) =>
    path === null ? null : { path, ...from, free: room };
  const report: CacheReport = {
    schemaVersion: 1,
    type: 'cache',
    tool: { name: 'modwhy', version, catalog: pack.catalog },
    modcache: folder(folders.modcache, folders.modcacheFrom, free.modcache),
    gocache: folder(folders.gocache, folders.gocacheFrom, free.gocache),
    deep,
    looked: inspection.looked,
    goSums: [...goSums],
    locks: tellsLocks ? inspection.locks : null,
    findings,
    left: inspection.findings.left(),
    redactions: 0,
  };
  const redactor = createRedactor();
  const clean = redactValue(report, redactor);
  return { ...clean, redactions: redactor.count() };
}

function describe(finding: Finding, causes: ReadonlyMap<string, Cause>, texts: CacheTexts): CacheFinding {
  const { kind, module, version: moduleVersion, files, facts = {}, severity, sure } = finding;
  const { severity: usual, sure: usuallySure, network } = kindOf(kind);
  const words = texts.findings[kind];
  const of = module === undefined ? files[0]! : moduleVersion === undefined ? module : `${module} ${moduleVersion}`;
  return {
    kind,
    severity: severity ?? usual,
    sure: sure ?? usuallySure,
    title: words.title(of, facts),
    says: words.says(facts).trim(),
    module: module ?? null,
    version: moduleVersion ?? null,
    files: files.slice(0, mostFiles),
    fileCount: typeof facts.count === 'number' && kind !== 'list-broken' ? facts.count : files.length,
    ...explainedBy(finding, causes),
    fix: fixSteps(finding),
    network,
  };
}

async function rendered(report: CacheReport, options: Options, io: Io, words: CacheTexts): Promise<string> {
  if (options.format === 'json') return (await import('../../report/json.ts')).renderJson(report);
  if (options.format === 'markdown')
    return (await import('../../report/cache-markdown.ts')).renderCacheMarkdown(report, words, options.language);
  const terminal = options.output === null && io.stdoutIsTerminal;
  const { renderCacheText } = await import('../../report/cache-text.ts');
  return renderCacheText(report, words, {
    language: options.language,
    ascii: options.ascii,
    verbose: options.verbose,
    color: wantsColor(options.color, io.env, terminal),
    ...(terminal && io.columns !== undefined ? { width: io.columns } : {}),
  });
}
