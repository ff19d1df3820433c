import { loadPack } from '../../catalog/load.ts';
import type { SentenceWords } from '../../catalog/template.ts';
import { treeOfLine, treeOfSignal, treesOfCause } from '../../diagnose/questions/of-rules.ts';
import { wayOfGo } from '../../diagnose/questions/way.ts';
import { findLiterals } from '../../filter/find-literals.ts';
import { textsOf } from '../../i18n/texts.ts';
import { openInputs } from '../../ingest/open.ts';
import { createMatcher } from '../../match/matcher.ts';
import type { Pack, Signal } from '../../model/catalog.ts';
import { ModwhyError } from '../../model/error.ts';
import type { Finding } from '../../model/finding.ts';
import type { Line } from '../../model/line.ts';
import { say } from '../../model/said.ts';
import type { TreeReport } from '../../model/tree.ts';
import { createRedactor } from '../../redact/redactor.ts';
import { redactValue } from '../../session/redact-report.ts';
import { createSession } from '../../session/session.ts';
import type { AskingSession } from '../../session/types.ts';
import { parseAnswers, uncounted } from '../answers.ts';
import { addEvidence, readEvidence } from '../evidence.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { openOutput } from '../output.ts';
import { readInput } from '../read-input.ts';
import { version } from '../version.ts';

type Found = Pick<TreeReport, 'about' | 'trees' | 'way' | 'redactions'>;

/**
 * `modwhy tree [SYMPTOM|CAUSE|SIGNAL|FILE]`: the questions that decide, each below the answer that leads to it.
 * @throws ModwhyError E_USAGE for more than one operand or another format, and reading errors of a file
 */
export async function runTree(options: Options, io: Io): Promise<number> {
  if (options.operands.length > 1)
    throw new ModwhyError(
      'E_USAGE',
      say`tree takes one log, cause, signal or error line; found ${options.operands.length}: quote an error line`,
    );
  if (options.format !== 'text' && options.format !== 'json' && options.format !== 'markdown')
    throw new ModwhyError('E_USAGE', say`modwhy tree: --format expected text, json or markdown, found "${options.format}"`);
  const pack = loadPack(options.language);
  const [operand] = options.operands;
  parseAnswers(options.answers, pack);
  const output = openOutput(options.output, operand === undefined ? [] : [operand], io);
  if (operand === undefined) refuseAnswers(options);
  const found = operand === undefined ? way(pack, textsOf(options.language).sentence) : await about(operand, pack, options, io);
  const report: TreeReport = { schemaVersion: 1, type: 'tree', tool: { name: 'modwhy', version, catalog: pack.catalog }, ...found };
  output.write(await rendered(report, options, io));
  output.close();
  return EXIT.done;
}

function way(pack: Pack, words: SentenceWords): Found {
  return { about: { kind: 'way', name: '' }, trees: [], way: wayOfGo(pack, words), redactions: 0 };
}

function refuseAnswers({ answers }: Options): void {
  if (answers.length > 0)
    throw new ModwhyError('E_USAGE', say`--answer ${answers[0]!}: only the tree of a log or an error line takes answers`);
}

/** A file that exists is a log; else the name of a rule; else what somebody copied from a screen. */
async function about(operand: string, pack: Pack, options: Options, io: Io): Promise<Found> {
  if (operand === '-' || io.fileExists(operand)) return ofLog(operand, pack, options, io);
  const cause = causeCalled(operand, pack);
  if (cause ?? signalCalled(operand, pack)) refuseAnswers(options);
  if (cause)
    return {
      about: { kind: 'cause', name: cause.id },
      trees: treesOfCause(cause.id, pack, textsOf(options.language).sentence),
      way: null,
      redactions: 0,
    };
  const signal = signalCalled(operand, pack);
  if (signal)
    return {
      about: { kind: 'signal', name: signal.id },
      trees: [treeOfSignal(signal, pack, textsOf(options.language).sentence)],
      way: null,
      redactions: 0,
    };
  const session = await sessionFor('symptom', pack, options);
  session.push(Buffer.from(`${operand}\n`));
  const found = ofSession(session, { kind: 'symptom', name: operand }, pack, options, io);
  if (found.trees.length > 0) return found;
  return {
    ...found,
    trees: redactValue(treeOfLine(await findingsIn(operand, pack), pack, textsOf(options.language).sentence), createRedactor()),
  };
}

async function findingsIn(text: string, pack: Pack): Promise<readonly Finding[]> {
  const line: Line = { number: 1, offset: 0, text, kind: 'output', time: null, clock: 'order', lane: '' };
  const linear = pack.linear ? (await import('../../match/linear.ts')).linearEngine : null;
  return createMatcher(pack, linear, findLiterals).match([{ text, lines: [line], segment: 0, aboutModules: true }])[0]!;
}

async function ofLog(name: string, pack: Pack, options: Options, io: Io): Promise<Found> {
  const [input] = await openInputs([name], io);
  if (!input || 'error' in input) throw new ModwhyError(input?.error.code ?? 'E_READ', `${name}: ${input?.error.message}`);
  const session = await sessionFor(name, pack, options);
  const failed = (file: string, { code, said, message }: ModwhyError) => {
    throw new ModwhyError(code, say`--with ${file}: ${said ?? message}`);
  };
  addEvidence(session, await readEvidence(options.with, io, failed), failed);
  await readInput(input, session);
  return ofSession(session, { kind: 'log', name }, pack, options, io);
}

async function sessionFor(name: string, pack: Pack, { redact, language }: Options): Promise<AskingSession> {
  const linear = pack.linear ? (await import('../../match/linear.ts')).linearEngine : null;
  return createSession(pack, { name, version, redact, language }, linear);
}

function ofSession(session: AskingSession, what: TreeReport['about'], pack: Pack, options: Options, io: Io): Found {
  const answers = parseAnswers(options.answers, pack);
  session.answer(answers);
  const report = session.report();
  if (!options.quiet) for (const notice of uncounted(answers, report, options.language)) io.err(`modwhy: ${notice}`);
  const terminal = report.incidents.filter((incident) => incident.terminal && incident.hypotheses.length > 0);
  const trees = session.trees().map((root, index) => ({ of: terminal[index]?.id ?? `i${index + 1}`, root }));
  const name = options.redact === 'off' ? what.name : redactedName(what.name);
  return { about: { ...what, name }, trees, way: null, redactions: report.redactions };
}

function redactedName(name: string): string {
  const redactor = createRedactor();
  return redactValue(name, redactor);
}

function causeCalled(name: string, pack: Pack) {
  for (let position = 0; position < pack.causes; position++) {
    const cause = pack.cause(position);
    if (cause.id === name || cause.code === name.toUpperCase()) return cause;
  }
  return null;
}

function signalCalled(name: string, pack: Pack): Signal | null {
  for (let position = 0; position < pack.signals; position++) {
    const signal = pack.signal(position);
    if (signal.id === name) return signal;
  }
  return null;
}

async function rendered(report: TreeReport, options: Options, io: Io): Promise<string> {
  if (options.format === 'json') return (await import('../../report/json.ts')).renderJson(report);
  if (options.format === 'markdown') return (await import('../../report/tree-markdown.ts')).renderTreeMarkdown(report, options.language);
  const width = options.output === null && io.stdoutIsTerminal ? io.columns : undefined;
  return (await import('../../report/tree-text.ts')).renderTreeText(report, {
    ascii: options.ascii,
    language: options.language,
    ...(width !== undefined && { width }),
  });
}
