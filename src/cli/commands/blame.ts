import path from 'node:path';
import { comparingTexts, speakComparing } from '../../i18n/comparing/texts.ts';
import type { BlameReport } from '../../model/blame.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { type ModuleText, parseModuleText } from '../../parse/module-list.ts';
import { quotePosix } from '../../remedy/quote.ts';
import { blameSheet } from '../../report/blame-sheet.ts';
import { type Blame, blame, type Known } from '../../requirements/blame.ts';
import { keyOf } from '../../requirements/graph.ts';
import { minorOf } from '../../settings/variables.ts';
import { type CleanText, readClean } from '../clean-lines.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { readWorld } from '../machine/world.ts';
import type { Options } from '../options.ts';
import { checkFormat, printReport } from '../tool-output.ts';
import { version as modwhyVersion } from '../version.ts';

type Source = ModuleText & { readonly name: string };

// Of a long list the first ones are shown.
const mostNames = 3;
const mostOthers = 8;

/**
 * `modwhy blame MODULE[@VERSION] [-]`: who pulls a module into the build. From `--with` files, standard input (`-`), or the go.mod of this folder.
 * @throws ModwhyError E_USAGE, E_EVIDENCE, or a reading error
 */
export async function runBlame(options: Options, io: Io): Promise<number> {
  await speakComparing(options.language);
  checkFormat('blame', options);
  const [operand, dash, ...more] = options.operands;
  if (operand === undefined || operand === '-' || (dash !== undefined && dash !== '-') || more.length > 0)
    throw new ModwhyError(
      'E_USAGE',
      say`blame takes one module, such as modwhy blame golang.org/x/text --with graph.txt, or with - what comes in: go mod graph | modwhy blame golang.org/x/text -; found ${options.operands.length} words`,
    );
  const names = [...options.with, ...(dash === undefined ? [] : ['-'])];
  const given = names.length > 0 ? names : nearestMod(io);
  if (given.length === 0) throw new ModwhyError('E_USAGE', comparingTexts().blame.none);
  const texts = await readClean(given, io);
  const sources = texts.map(parsed);
  const at = operand.lastIndexOf('@');
  const [name, asked] = at <= 0 ? [operand, null] : [operand.slice(0, at), operand.slice(at + 1) || null];
  const found = blame(name, asked, knownFrom(sources));
  const report = reportOf(found, asked, sources);
  await printReport(report, blameSheet, { options, io, inputs: given });
  return EXIT.done;
}

function nearestMod(io: Io): string[] {
  const file = readWorld(io.env, process.cwd()).nearest('go.mod');
  return file === null ? [] : [path.relative('', file)];
}

function parsed({ name, lines }: CleanText): Source {
  const text = parseModuleText(lines.filter(({ kind }) => kind === 'output').map((line) => line.text));
  if (text === null) throw new ModwhyError('E_EVIDENCE', comparingTexts().blame.unknown(name));
  return { ...text, name };
}

function knownFrom(sources: readonly Source[]): Known {
  const mod = sources.find((source) => source.kind === 'go.mod');
  return {
    requirements: sources.flatMap((source) => (source.kind === 'go mod graph' ? source.requirements : [])),
    listed: new Map(
      sources.flatMap((source) => (source.kind === 'go list -m' ? source.modules.map((one) => [one.path, one] as const) : [])),
    ),
    packages: new Map(sources.flatMap((source) => (source.kind === 'go mod why' ? [...source.chains] : []))),
    mod: mod ? { ...mod.file, name: mod.name, module: mod.file.module!.path, go: mod.file.go?.version ?? null } : null,
  };
}

function reportOf(found: Blame, asked: string | null, sources: readonly Source[]): BlameReport {
  const { module, required } = found;
  const has = (kind: Source['kind']) => sources.some((source) => source.kind === kind);
  const mod = sources.find((source) => source.kind === 'go.mod');
  return {
    schemaVersion: 1,
    type: 'blame',
    tool: { name: 'modwhy', version: modwhyVersion },
    module,
    asked,
    version: found.version,
    versionFrom: found.versionFrom,
    main: found.main,
    chains: found.chains.map(({ modules, used }) => ({ modules: modules.map(keyOf), used })),
    requirers: found.requirers,
    others: found.others
      .slice(0, mostOthers)
      .map(({ version, by }) => ({ version, by: by.slice(0, mostNames).map(keyOf), count: by.length })),
    required: required && mod ? { file: mod.name, line: required.line, version: required.version, indirect: required.indirect } : null,
    replacedBy: found.replacedBy,
    excluded: [...found.excluded],
    packages: found.packages && [...found.packages],
    sources: sources.map(({ name, kind }) => ({ name, kind })),
    next: nextCommands(found, has),
    notes: notes(found, has, mod?.kind === 'go.mod' ? (mod.file.go?.version ?? null) : null),
    redactions: 0,
  };
}

function nextCommands({ module, packages, main, version }: Blame, has: (kind: Source['kind']) => boolean): BlameReport['next'] {
  const { commands } = comparingTexts().blame;
  const word = quotePosix(module);
  if (main) return [];
  return [
    ...(has('go mod graph') ? [] : [commands.graph(word)]),
    ...(packages === null ? [commands.why(word)] : []),
    ...(version === null ? [] : [commands.newer(word)]),
    commands.vulnerabilities,
    commands.licences,
  ];
}

function notes({ required, error, main }: Blame, has: (kind: Source['kind']) => boolean, go: string | null): string[] {
  const { blame: texts } = comparingTexts();
  const lazy = (minorOf(go) ?? 0) >= 17;
  return [
    ...(error === null ? [] : [error]),
    ...(has('go mod graph') ? [texts.pruned] : []),
    ...(has('go.mod') && !has('go mod graph') && !main ? (!lazy ? [texts.old] : required === null ? [texts.notInMod] : []) : []),
  ];
}
