import { ModwhyError } from '../model/error.ts';
import type { Evidence, EvidenceFile } from '../model/evidence.ts';
import type { LinePlace, ProxyLogFile } from '../model/proxy-log.ts';
import { say } from '../model/said.ts';
import { readAccessLog } from '../parse/access-logs/access-log.ts';
import { readGoFile } from '../parse/evidence.ts';
import { readModuleOutput } from '../parse/module-output.ts';
import { readTranscript } from '../parse/transcripts/transcript.ts';
import { readCiFile } from './ci-file.ts';
import { readDockerfile } from './dockerfile.ts';
import { isGradleCacheLog } from './foreign.ts';
import { readGitConfig, shownGitLine } from './git-config.ts';
import { readGoVersion } from './go-version.ts';
import { readGoWork } from './go-work.ts';
import { readHar, shownRequest } from './har.ts';
import { readHosts } from './hosts.ts';
import { readNetrc, shownNetrcLine } from './netrc.ts';
import { readResolvConf } from './resolv-conf.ts';

/**
 * Reads a file that stands beside a log. Its name says nothing: what it is, its content shows.
 * @param places the line and offset of each of its lines, where only some lines of the file are in the text
 * @throws ModwhyError E_EVIDENCE for anything but the kinds of `evidenceKinds`
 */
export function parseEvidence(name: string, text: string, places?: readonly LinePlace[]): Evidence {
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text;
  const lines = whole.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const file =
    readHar(whole) ?? readLines(lines) ?? readAccessLog(lines) ?? readTranscript(lines.map((text, index) => ({ number: index + 1, text })));
  if (file === null) throw new ModwhyError('E_EVIDENCE', notKnown(whole));
  if (places !== undefined && file.kind === 'proxy log') return thinned({ ...file, name }, lines, places);
  const shown = shownLine(file, lines);
  return {
    ...file,
    name,
    textOf: shown,
    offsetOf: (line) => {
      let at = 0;
      for (let count = 1; count < line && at >= 0; count++) at = whole.indexOf('\n', at) + 1 || -1;
      return at < 0 ? 0 : Buffer.byteLength(whole.slice(0, at));
    },
  };
}

/** All kinds but HAR, which is one text. Lines are without their ends. */
export function readLines(lines: readonly string[]): EvidenceFile | null {
  return (
    readGoFile(lines.join('\n'), lines) ??
    readGoVersion(lines) ??
    readGoWork(lines) ??
    readNetrc(lines) ??
    readGitConfig(lines) ??
    readDockerfile(lines) ??
    readCiFile(lines) ??
    readResolvConf(lines) ??
    readHosts(lines) ??
    readModuleOutput(lines)
  );
}

/** How a line of a file may be shown: files that are made of secrets show only what they are for. */
export function shownLine(file: EvidenceFile, lines: readonly string[]): (line: number) => string {
  if (file.kind === 'HAR') {
    const rows = new Map<number, string>();
    for (const request of file.requests) rows.set(request.line, shownRequest(request));
    return (line) => rows.get(line) ?? '';
  }
  // Only what may be shown is kept.
  const hide = file.kind === 'netrc' ? shownNetrcLine : file.kind === 'git config' ? shownGitLine : null;
  const kept = hide ? lines.map(hide) : lines;
  return (line) => kept[line - 1] ?? '';
}

/** Its lines are numbered as in the whole file. */
function thinned(file: ProxyLogFile & { readonly name: string }, lines: readonly string[], places: readonly LinePlace[]): Evidence {
  const at = new Map(places.map(({ line }, index) => [line, index]));
  return {
    ...file,
    requests: file.requests.map((request) => ({ ...request, line: places[request.line - 1]?.line ?? request.line })),
    textOf: (line) => lines[at.get(line) ?? -1] ?? '',
    offsetOf: (line) => places[at.get(line) ?? -1]?.offset ?? 0,
  };
}

function notKnown(text: string) {
  if (text.trim() === '')
    return say`this file is empty; expected go.mod, go.sum, what go env prints, or another kind of modwhy help evidence`;
  if (isGradleCacheLog(text))
    return say`this is Gradle's record of its own build cache, task by task; Go's build cache keeps none: what go ran and took from its cache, go build -x shows`;
  return say`this is not go.mod, go.sum, what go env prints, or another kind of modwhy help evidence; a log goes where FILE stands`;
}
