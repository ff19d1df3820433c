import { loadPack } from '../../catalog/load.ts';
import { collectRunFacts } from '../../compare/facts.ts';
import { createRunReader } from '../../compare/run-reader.ts';
import { parseEvidence, parseKeptLines } from '../../evidence/read.ts';
import { comparingLanguage, comparingTexts, speakComparing } from '../../i18n/comparing/texts.ts';
import { ModwhyError } from '../../model/error.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Report } from '../../model/report.ts';
import type { ReproReport } from '../../model/repro.ts';
import { say } from '../../model/said.ts';
import { createRedactor, type Redactor } from '../../redact/redactor.ts';
import { reproSheet } from '../../report/repro-sheet.ts';
import { type Beside, planRepro } from '../../repro/plan.ts';
import { redactReport, redactValue } from '../../session/redact-report.ts';
import { createSession } from '../../session/session.ts';
import { addEvidence, type EvidenceText, readEvidence, wholeText } from '../evidence.ts';
import { EXIT } from '../exit.ts';
import { mainIncident } from '../failure-of.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { checkFormat, printReport } from '../tool-output.ts';
import { openTwice, type TwiceReadable } from '../twice.ts';
import { version as modwhyVersion } from '../version.ts';

/**
 * `modwhy repro [LOG]`: the commands that show the failure again in caches of their own, and with `-o DIR` a folder to share. Nothing is run.
 * @throws ModwhyError E_USAGE, E_EVIDENCE, E_WRITE, or a reading error
 */
export async function runRepro(options: Options, io: Io): Promise<number> {
  await speakComparing(options.language);
  checkFormat('repro', options);
  const { repro } = comparingTexts();
  if (options.operands.length > 1) throw new ModwhyError('E_USAGE', repro.usage(options.operands.length));
  if (options.operands.length === 0 && !io.stdinHasInput) throw new ModwhyError('E_USAGE', repro.nothing);
  const [input] = (await openTwice([options.operands[0] ?? '-'], io)) as [TwiceReadable];
  const texts = await readEvidence(options.with, io, refused);
  const report = await explained(input, texts);
  const files = texts.map(({ name, text, kept }) => (kept ? parseKeptLines(name, kept) : parseEvidence(name, text)));
  const found = reproReport(report, files, await settingsOf(input, files));
  const redactor = createRedactor();
  await learn(input, texts, redactor);
  const clean = options.redact === 'off' ? found : redactValue(found, redactor);
  const bundle =
    options.output === null || found.kind === null ? null : await written(options.output, { input, texts, files, report, clean, redactor });
  const shown = { ...clean, bundle };
  await printReport(shown, reproSheet, {
    options: { ...options, output: null },
    io,
    texts: input.text === null ? [] : [input.text],
    inputs: [],
  });
  return EXIT.done;
}

function refused(name: string, { code, said, message }: ModwhyError): never {
  throw new ModwhyError(code, say`--with ${name}: ${said ?? message}`);
}

/** The report with the secrets in it: they must be known to be hidden in the commands too. */
async function explained(input: TwiceReadable, texts: readonly EvidenceText[]): Promise<Report> {
  const language = comparingLanguage();
  const pack = loadPack(language);
  const linear = pack.linear ? (await import('../../match/linear.ts')).linearEngine : null;
  const session = createSession(pack, { name: input.name, version: modwhyVersion, redact: 'off', language }, linear);
  addEvidence(session, texts, refused);
  for await (const chunk of input.open()) session.push(chunk);
  return session.report();
}

function reproReport(report: Report, files: readonly Evidence[], settings: ReadonlyMap<string, string>): ReproReport {
  const { repro } = comparingTexts();
  const base = {
    schemaVersion: 1,
    type: 'repro',
    tool: { name: 'modwhy', version: modwhyVersion },
    input: report.input.name,
    bundle: null,
    redactions: 0,
  } as const;
  const incident = mainIncident(report);
  const first = incident?.hypotheses[0];
  if (!incident || report.verdict === 'no-failure') return { ...base, failure: null, kind: null, steps: [], notes: [] };
  const { module, version } = incident.subject;
  const cause = first?.cause ?? 'unknown';
  const plan = planRepro({ cause, module, version, command: incident.command?.text ?? null }, { ...besideOf(files, module), settings });
  return {
    ...base,
    failure: {
      cause,
      code: first?.code ?? '',
      title: first?.title ?? '',
      label: first?.label ?? 'unlikely',
      module,
      version,
      text: first?.evidence.find((row) => row.for)?.text ?? null,
    },
    kind: plan.kind,
    steps: plan.steps.map(({ id, command }) => ({ id, command, says: repro.steps[id] })),
    notes: [
      ...(incident.verdict === 'not-module' ? [repro.notModule] : []),
      ...(plan.guessed ? [repro.guessed] : []),
      ...(plan.inCache ? [repro.inCache] : []),
      ...(plan.kind === 'folder' && (cause.startsWith('workspace.') || !files.some(({ kind }) => kind === 'go.mod')) ? [repro.beside] : []),
      ...(first?.transient ? [repro.transient] : []),
      repro.elsewhere,
    ],
  };
}

/** What --with shows, else the log itself. */
async function settingsOf({ open }: TwiceReadable, files: readonly Evidence[]): Promise<ReadonlyMap<string, string>> {
  const given = files.find((file) => file.kind === 'go env');
  if (given) return new Map([...given.settings].map(([name, { value }]) => [name, value]));
  const facts = collectRunFacts();
  const reader = createRunReader((line) => facts.take(line));
  for await (const chunk of open()) reader.push(chunk);
  reader.end();
  return facts.facts().settings;
}

function besideOf(files: readonly Evidence[], module: string | null): Omit<Beside, 'settings'> {
  return {
    replaces: files.flatMap((file) => (file.kind === 'go.mod' ? file.replaces : [])),
    sumLines: files.flatMap((file) =>
      file.kind === 'go.sum' ? file.hashes.filter(({ path }) => path === module).map(({ line }) => file.textOf(line).trim()) : [],
    ),
  };
}

async function learn({ open }: TwiceReadable, texts: readonly EvidenceText[], redactor: Redactor): Promise<void> {
  const { createByteStream } = await import('../../redact/byte-stream.ts');
  const stream = createByteStream(redactor.learner());
  for await (const chunk of open()) stream.push(chunk);
  stream.end();
  for (const one of texts) redactor.learn(wholeText(one).split('\n'));
}

interface Parts {
  readonly input: TwiceReadable;
  readonly texts: readonly EvidenceText[];
  readonly files: readonly Evidence[];
  readonly report: Report;
  readonly clean: ReproReport;
  readonly redactor: Redactor;
}

async function written(folder: string, { input, texts, files, report, clean, redactor }: Parts): Promise<ReproReport['bundle']> {
  const { repro } = comparingTexts();
  const [{ createBundle }, { createByteStream }, { renderJson }, { renderMarkdown }] = await Promise.all([
    import('../bundle.ts'),
    import('../../redact/byte-stream.ts'),
    import('../../report/json.ts'),
    import('../../report/markdown.ts'),
  ]);
  const bundle = createBundle(folder);
  const text = (words: string) => [Buffer.from(redactor.redact(words))];
  await bundle.add('log.txt', hidden(input, createByteStream(redactor)));
  const shared = redactReport(report, redactor);
  await bundle.add('report.json', [Buffer.from(renderJson(shared))]);
  await bundle.add('report.md', [Buffer.from(renderMarkdown(shared, { language: comparingLanguage() }))]);
  await bundle.add('repro.sh', [Buffer.from(scriptOf(clean))]);
  for (const [index, file] of files.entries()) {
    const name = file.kind === 'go env' ? 'env.txt' : file.kind === 'doctor' ? 'doctor.json' : file.kind;
    if (bundle.files().some((one) => one.name === name)) continue;
    const lines =
      file.kind === 'go.sum'
        ? besideOf([file], clean.failure?.module ?? null)
            .sumLines.map((line) => `${line}\n`)
            .join('')
        : wholeText(texts[index]!);
    if (lines !== '') await bundle.add(name, text(lines));
  }
  const rows = bundle.files().map(({ name, bytes, sha256 }) => `${sha256}  ${String(bytes).padStart(10)}  ${name}  ${says(name)}\n`);
  await bundle.add('MANIFEST.txt', [Buffer.from(`${rows.join('')}\n${repro.share}\n`)]);
  return { folder, files: bundle.files().map((file) => ({ ...file, says: says(file.name) })) };
}

async function* hidden(
  { open }: TwiceReadable,
  stream: { push(bytes: Uint8Array): Uint8Array; end(): Uint8Array },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of open()) yield stream.push(chunk);
  yield stream.end();
}

function scriptOf({ steps }: ReproReport): string {
  const lines = steps.map(({ id, command, says: words }) => `# ${words}\n${id === 'remove' ? `# ${command}` : command}\n`);
  return `#!/bin/sh\n${lines.join('')}`;
}

function says(name: string): string {
  const { files } = comparingTexts().repro;
  return files[name as keyof typeof files] ?? '';
}
