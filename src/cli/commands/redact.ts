import { statSync } from 'node:fs';
import { findByPattern, isPattern } from '../../ingest/glob.ts';
import { ModwhyError } from '../../model/error.ts';
import { type Said, say } from '../../model/said.ts';
import { createByteStream } from '../../redact/byte-stream.ts';
import { createRedactor, type Redactor } from '../../redact/redactor.ts';
import { type ByteOutput, openBytes } from '../byte-output.ts';
import { EXIT, exitCodeOf } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { rawBytes } from '../raw-bytes.ts';
import { told } from '../told.ts';

/**
 * `modwhy redact [FILE...]`: the logs with their secrets hidden, one after the other, all other bytes as they were.
 * A file is read twice, so that a secret is hidden before the line that gives it away too; standard input is read once, as it comes.
 * @returns the exit code: 2 when a named file could not be read
 */
export async function runRedact(options: Options, io: Io): Promise<number> {
  refuse(options, io);
  const names = await inputNames(options.operands);
  const output = openBytes(options.output, names, io);
  const redactor = createRedactor();
  const codes = new Set<number>([EXIT.done]);
  const readable: string[] = [];
  for (const name of names) if (await couldRead(name, io, codes, () => learn(name, redactor, io))) readable.push(name);
  for (const name of readable) await couldRead(name, io, codes, () => copy(name, redactor, output, io));
  output.close();
  // Of what was not read nothing can be promised.
  if (!options.quiet && readable.length > 0) io.err(`modwhy: ${told(hidden(redactor.count()))}`);
  return Math.max(...codes);
}

function refuse(options: Options, io: Io): void {
  if (options.redact === 'off')
    throw new ModwhyError('E_USAGE', say`modwhy redact hides secrets, and --redact off would not: leave one of them out`);
  if (options.operands.length === 0 && io.stdinIsTerminal)
    throw new ModwhyError(
      'E_USAGE',
      say`nothing to redact: name a log (modwhy redact build.log) or pipe one in (go build ./... 2>&1 | modwhy redact)`,
    );
}

async function inputNames(operands: readonly string[]): Promise<string[]> {
  if (operands.length === 0) return ['-'];
  const names: string[] = [];
  for (const operand of operands) {
    const found = operand !== '-' && isPattern(operand) ? await findByPattern(operand) : [];
    names.push(...(found.length > 0 ? found : [operand]));
  }
  return names;
}

async function learn(name: string, redactor: Redactor, io: Io): Promise<void> {
  // A pipe gives its bytes only once.
  if (name === '-' || !isRegularFile(name)) return;
  const stream = createByteStream(redactor.learner());
  for await (const chunk of rawBytes(name, io)) stream.push(chunk);
  stream.end();
}

async function copy(name: string, redactor: Redactor, output: ByteOutput, io: Io): Promise<void> {
  const stream = createByteStream(redactor);
  try {
    for await (const chunk of rawBytes(name, io)) output.write(stream.push(chunk));
  } finally {
    output.write(stream.end());
  }
}

function isRegularFile(name: string): boolean {
  try {
    return statSync(name).isFile();
  } catch {
    // Opening it says why.
    return true;
  }
}

/** What is wrong with one file does not stop the others. */
async function couldRead(name: string, io: Io, codes: Set<number>, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof ModwhyError) || error.code === 'E_WRITE') throw error;
    io.err(`modwhy: ${name}: ${told(error)}`);
    codes.add(exitCodeOf(error));
    return false;
  }
}

function hidden(count: number): Said {
  if (count === 0) return say`no secrets were found; look through it before you share it`;
  if (count === 1) return say`${count} secret or user name is hidden; look through it before you share it`;
  return say`${count} secrets and user names are hidden; look through it before you share it`;
}
