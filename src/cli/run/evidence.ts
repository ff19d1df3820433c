import path from 'node:path';
import { say } from '../../model/said.ts';
import { readGoCall } from '../../proc/go-command.ts';
import { type EvidenceText, readEvidence } from '../evidence.ts';
import type { Io } from '../io.ts';
import { evidenceHere } from '../machine/here.ts';
import type { Options } from '../options.ts';
import { told } from '../told.ts';

/** The files of `--with`, and what the failed command had in its folder; one that cannot be read is said and left out. */
export async function evidenceOf(options: Options, here: boolean, io: Io): Promise<EvidenceText[]> {
  const given =
    options.with.length > 0
      ? await readEvidence(options.with, io, (name, error) =>
          io.err(`modwhy: ${told(say`--with ${name}: ${error.said ?? error.message}`)}`),
        )
      : [];
  return here ? [...given, ...(await evidenceAround(options.operands, io))] : given;
}

function evidenceAround(argv: readonly string[], { env }: Io): Promise<EvidenceText[]> {
  const call = readGoCall(argv);
  const folder = path.resolve(call?.folder ?? '.');
  const changed: Record<string, string | undefined> = { ...env };
  for (const [name, value] of Object.entries(call?.variables ?? {})) changed[name] = value ?? undefined;
  const otherFile = argv.some((word) => /^--?modfile\b/.test(word));
  return evidenceHere({ folder, env: changed, program: call?.program ?? 'go', files: !otherFile });
}
