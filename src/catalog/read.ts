import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ModwhyError } from '../model/error.ts';
import {
  type CauseRule,
  causeRule,
  type PhraseRules,
  type PlaybookRule,
  phraseFile,
  playbookRule,
  type SignalRule,
  signalFile,
} from './schema.ts';

/** All rules of a folder, as written. */
export interface RuleSource {
  readonly signals: readonly (SignalRule & { readonly file: string })[];
  readonly causes: readonly (CauseRule & { readonly file: string })[];
  readonly playbooks: readonly (PlaybookRule & { readonly file: string })[];
  readonly phrases: readonly (PhraseRules & { readonly file: string })[];
}

/**
 * Reads `signals/*.yaml`, `causes/<family>/*.yaml`, `playbooks/*.yaml` and `phrases/<language>.yaml` below a folder.
 * @throws ModwhyError E_RULES naming `file:line:column` of the first thing that is wrong
 */
export function readRules(folder: string): RuleSource {
  const signals = yamlFiles(path.join(folder, 'signals')).flatMap((file) => readYaml(file, signalFile).map((rule) => ({ ...rule, file })));
  const causes = yamlFiles(path.join(folder, 'causes')).map((file) => ({ ...readYaml(file, causeRule), file }));
  const playbooks = yamlFiles(path.join(folder, 'playbooks')).map((file) => ({ ...readYaml(file, playbookRule), file }));
  const phrases = yamlFiles(path.join(folder, 'phrases')).map((file) => ({ ...readYaml(file, phraseFile), file }));
  return { signals, causes, playbooks, phrases };
}

/** The rule files below a folder, sorted. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => path.join(folder, name));
}

/**
 * One rule file.
 * @throws ModwhyError E_RULES naming `file:line:column` of the first thing that is wrong
 */
export function readYaml<T extends z.ZodType>(file: string, schema: T): z.output<T> {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: counter });
  const [broken] = document.errors;
  if (broken) {
    const at = counter.linePos(broken.pos[0]);
    throw new ModwhyError('E_RULES', `${file}:${at.line}:${at.col}: ${broken.message.split('\n')[0]}`);
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const problem = result.error.issues[0]!;
  const node = document.getIn(problem.path as (string | number)[], true) as { range?: [number, number, number] } | undefined;
  const at = counter.linePos(node?.range?.[0] ?? 0);
  throw new ModwhyError('E_RULES', `${file}:${at.line}:${at.col}: ${problem.path.join('.')}: ${problem.message}`);
}
