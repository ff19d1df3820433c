import { ModwhyError } from '../model/error.ts';
import type { DoctorFile, Evidence, GoEnvFile, GoModFile, GoSumFile, ModulesTxtFile } from '../model/evidence.ts';
import type { LinePlace, ProxyLogFile } from '../model/proxy-log.ts';
import { say } from '../model/said.ts';
import { readAccessLog } from './access-logs/access-log.ts';
import { parseDoctorReport } from './doctor-report.ts';
import { goEnvAssignment } from './go-env-line.ts';
import { opensGoModStatement, parseGoMod } from './go-mod.ts';
import { isGoSumLine, parseGoSum } from './go-sum.ts';
import { isModulesTxt, parseModulesTxt } from './modules-txt.ts';
import { readTranscript } from './transcripts/transcript.ts';

/**
 * Reads a file that stands beside a log. Its name says nothing: what it is, its content shows.
 * @param places the line and offset of each of its lines, where only some lines of the file are in the text
 * @throws ModwhyError E_EVIDENCE for anything but go.mod, go.sum, vendor/modules.txt, the output of `go env` and access logs of module proxies
 */
export function parseEvidence(name: string, text: string, places?: readonly LinePlace[]): Evidence {
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text;
  const lines = whole.split('\n');
  const file =
    readJson(lines) ??
    readEnv(lines) ??
    readSum(whole, lines) ??
    readModulesTxt(whole, lines) ??
    readMod(whole, lines) ??
    readAccessLog(lines) ??
    readTranscript(numbered(lines));
  if (file === null)
    throw new ModwhyError(
      'E_EVIDENCE',
      whole.trim() === ''
        ? say`this file is empty; expected go.mod, go.sum, vendor/modules.txt, what go env (or go env -json) prints, the access log of a proxy, or what curl, dig or openssl shows of a host`
        : say`this is not go.mod, go.sum, vendor/modules.txt, what go env (or go env -json) prints, the access log of a proxy, or what curl, dig or openssl shows of a host; a log goes where FILE stands`,
    );
  if (places !== undefined && file.kind === 'proxy log') return thinned({ ...file, name }, lines, places);
  return {
    ...file,
    name,
    textOf: (line) => (lines[line - 1] ?? '').replace(/\r$/, ''),
    offsetOf: (line) => lines.slice(0, line - 1).reduce((sum, before) => sum + Buffer.byteLength(before) + 1, 0),
  };
}

function numbered(lines: readonly string[]) {
  return lines.map((text, index) => ({ number: index + 1, text }));
}

/** Its lines are numbered as in the whole file. */
function thinned(file: ProxyLogFile & { readonly name: string }, lines: readonly string[], places: readonly LinePlace[]): Evidence {
  const at = new Map(places.map(({ line }, index) => [line, index]));
  return {
    ...file,
    requests: file.requests.map((request) => ({ ...request, line: places[request.line - 1]?.line ?? request.line })),
    textOf: (line) => (lines[at.get(line) ?? -1] ?? '').replace(/\r$/, ''),
    offsetOf: (line) => places[at.get(line) ?? -1]?.offset ?? 0,
  };
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

/** All lines are assignments, but for what the go command or a script says around them. */
function readEnv(lines: readonly string[]): GoEnvFile | null {
  const settings = new Map<string, { value: string; line: number }>();
  let others = 0;
  for (const [index, line] of lines.entries()) {
    const [name, value] = goEnvAssignment(line) ?? [];
    if (name !== undefined) settings.set(name, { value: value!, line: index + 1 });
    else if (line.trim() !== '') others++;
  }
  if (![...settings.keys()].some(isGoName) || others > 2 || others >= settings.size) return null;
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
