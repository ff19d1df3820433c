import type { DoctorFile, GoEnvFile, GoModFile, GoSumFile, ModulesTxtFile } from '../model/evidence.ts';
import { parseDoctorReport } from './doctor-report.ts';
import { goEnvAssignment } from './go-env-line.ts';
import { opensGoModStatement, parseGoMod } from './go-mod.ts';
import { isGoSumLine, parseGoSum } from './go-sum.ts';
import { isModulesTxt, parseModulesTxt } from './modules-txt.ts';

/** go.mod, go.sum, vendor/modules.txt or the output of `go env`, told by its content; null for anything else. */
export function readGoFile(text: string, lines: readonly string[]): GoModFile | GoSumFile | ModulesTxtFile | GoEnvFile | DoctorFile | null {
  return readJson(lines) ?? readEnv(lines) ?? readSum(text, lines) ?? readModulesTxt(text, lines) ?? readMod(text, lines);
}

function readJson(lines: readonly string[]): GoEnvFile | DoctorFile | null {
  if (!lines.find((line) => line.trim() !== '')?.startsWith('{')) return null;
  let data: unknown;
  try {
    data = JSON.parse(lines.join('\n'));
  } catch {
    return null;
  }
  const doctor = parseDoctorReport(data, lines);
  if (doctor !== null) return doctor;
  const entries = Object.entries(data as object).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (!entries.some(([name]) => isGoName(name))) return null;
  // `go env -json` puts each name on a line of its own.
  const lineOf = (name: string) => lines.findIndex((line) => line.trimStart().startsWith(`${JSON.stringify(name)}:`)) + 1 || 1;
  return { kind: 'go env', settings: new Map(entries.map(([name, value]) => [name, { value, line: lineOf(name) }])) };
}

const mostOthers = 2;

/** All lines are assignments, but for what the go command or a script says around them. */
function readEnv(lines: readonly string[]): GoEnvFile | null {
  const settings = new Map<string, { value: string; line: number }>();
  let others = 0;
  for (const [index, line] of lines.entries()) {
    const [name, value] = goEnvAssignment(line) ?? [];
    if (name !== undefined) settings.set(name, { value: value!, line: index + 1 });
    else if (line.trim() !== '' && ++others > mostOthers) return null;
  }
  if (![...settings.keys()].some(isGoName) || others >= settings.size) return null;
  return { kind: 'go env', settings };
}

function readSum(text: string, lines: readonly string[]): GoSumFile | null {
  const filled = lines.filter((line) => line.trim() !== '');
  const good = filled.filter(isGoSumLine).length;
  return good > 0 && good * 2 >= filled.length ? parseGoSum(text) : null;
}

function readModulesTxt(text: string, lines: readonly string[]): ModulesTxtFile | null {
  return isModulesTxt(lines) ? parseModulesTxt(text) : null;
}

function readMod(text: string, lines: readonly string[]): GoModFile | null {
  const first = lines.find((line) => !/^\s*(?:\/\/|$)/.test(line));
  if (first === undefined || !opensGoModStatement(first)) return null;
  const file = parseGoMod(text);
  const statements = lines.filter((line) => line.trim() !== '').length;
  // go.work has none.
  return file.module && file.broken.length * 2 < statements ? file : null;
}

function isGoName(name: string): boolean {
  return /^GO[A-Z0-9]{2,20}$/.test(name);
}
