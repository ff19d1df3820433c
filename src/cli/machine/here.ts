import path from 'node:path';
import { isOlderGo } from '../../diagnose/facts/go-order.ts';
import { parseEvidence } from '../../evidence/read.ts';
import { parseGoMod } from '../../parse/go-mod.ts';
import { effectiveSettings } from '../../route/settings.ts';
import type { EvidenceText } from '../evidence.ts';
import { readFolder } from './folder-files.ts';
import { askGoEnv } from './go-env-command.ts';
import { type Environment, readGo } from './go-files.ts';
import { readText } from './read-text.ts';

/** Where and how a command ran. */
export interface Here {
  readonly folder: string;
  readonly env: Environment;
  /** The go command that ran; `go` where that is not known. */
  readonly program: string;
  /** Its go.mod and go.sum are those of the folder. @default true */
  readonly files?: boolean;
}

/** The files and settings that the go command has in a folder, as evidence. One command is run, under the rules of `go-env-command.ts`. */
export async function evidenceHere({ folder, env, program, files: wanted = true }: Here): Promise<EvidenceText[]> {
  const { layers, goroot } = readGo(env);
  const { values } = effectiveSettings(layers);
  const { goMod, goWork, files } = readFolder(folder, values.GOWORK, goroot);
  const printed = (await askGoEnv(path.isAbsolute(program) || !program.includes('/') ? program : path.resolve(folder, program), env)) ?? {};
  const settings: Record<string, string> = { ...values, ...printed };
  // Asked elsewhere and with other values, so that these are read as files.
  for (const name of ['GOFLAGS', 'GOTOOLCHAIN'] as const) settings[name] = values[name];
  settings.GOMOD = goMod ?? '/dev/null';
  settings.GOWORK = values.GOWORK === 'off' ? 'off' : (goWork ?? '');
  if (settings.GOVERSION !== undefined && mayHaveSwitched(settings.GOVERSION, values.GOTOOLCHAIN, [goWork, goMod]))
    delete settings.GOVERSION;
  return [...(wanted ? files.filter(isKnown) : []), { name: 'go env', text: asGoEnv(settings) }];
}

/** A file that is broken, as by a merge, says nothing beside the message about it. */
function isKnown({ name, text }: EvidenceText): boolean {
  try {
    parseEvidence(name, text);
    return true;
  } catch {
    return false;
  }
}

/** The go or toolchain line asks for a newer one, so that another version may have run than the one that is installed. */
function mayHaveSwitched(version: string, gotoolchain: string, files: readonly (string | null)[]): boolean {
  if (gotoolchain === 'local') return false;
  if (!/^(?:local|auto|path)$|^local\+/.test(gotoolchain)) return true;
  const text = files.map((file) => file && readText(file)).find((found) => found !== null);
  if (!text) return false;
  const { go, toolchain } = parseGoMod(text);
  const installed = version.replace(/^go/, '');
  return [go?.version, toolchain?.name.replace(/^go/, '')].some((wanted) => wanted !== undefined && isOlderGo(installed, wanted));
}

/** As `go env` prints it for a POSIX shell. A value with a line end in it is left out. */
function asGoEnv(settings: Readonly<Record<string, string>>): string {
  const rows = Object.entries(settings).filter(([, value]) => !/[\r\n]/.test(value));
  return rows
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join('');
}
