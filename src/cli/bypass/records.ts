import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument, stringify, visit } from 'yaml';
import { z } from 'zod';
import { type BypassRecord, bypassRecord } from '../../model/bypass.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { readText } from '../machine/read-text.ts';
import { writeReason } from '../output.ts';

const recordsSchema = z.array(bypassRecord).max(1000);
const head = '# What weakens checks and is wanted for a while; written by modwhy bypass add and end.\n';

/**
 * The rows of a file of records; none when it is not there.
 * @throws ModwhyError E_CONFIG with what was expected
 */
export function readRecords(file: string): BypassRecord[] {
  const text = readText(file);
  if (text === null || text.trim() === '') return [];
  const document = parseDocument(text, { schema: 'core', merge: false });
  const [broken] = document.errors;
  if (broken) throw new ModwhyError('E_CONFIG', say`${file}: ${say`this is no YAML: ${broken.message.split('\n')[0]!}`}`);
  let alias = false;
  visit(document, {
    Alias: () => {
      alias = true;
    },
  });
  if (alias) throw new ModwhyError('E_CONFIG', say`${file}: ${say`expected plain values, found an alias (*name): write the value itself`}`);
  const result = recordsSchema.safeParse(document.toJS() ?? []);
  if (result.success) return result.data;
  const { path: place, message } = result.error.issues[0]!;
  throw new ModwhyError('E_CONFIG', say`${file}: expected a list of id, owner, reason and until; ${place.join('.')}: ${message}`);
}

/** Writes the whole file, in the order of the ids. @throws ModwhyError E_WRITE */
export function writeRecords(file: string, records: readonly BypassRecord[]): void {
  const sorted = [...records].sort((one, other) => (one.id < other.id ? -1 : 1));
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, `${head}${stringify(sorted)}`);
    renameSync(`${file}.${process.pid}`, file);
  } catch (error) {
    throw new ModwhyError('E_WRITE', say`cannot write ${file}: ${writeReason(error as NodeJS.ErrnoException)}`, { cause: error });
  }
}
