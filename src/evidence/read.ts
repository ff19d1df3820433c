import { ModwhyError } from '../model/error.ts';
import type { Evidence, EvidenceFile } from '../model/evidence.ts';
import type { KeptLines } from '../model/proxy-log.ts';
import { say } from '../model/said.ts';
import { readAccessLog } from '../parse/access-logs/access-log.ts';
import { large, linesOf, readLargeAccessLog } from '../parse/access-logs/large.ts';
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
 * @throws ModwhyError E_EVIDENCE for anything but the kinds of `evidenceKinds`
 */
export function parseEvidence(name: string, text: string): Evidence {
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text;
  const log = whole.length >= large ? largeLog(name, linesOf(whole)) : null;
  if (log) return log;
  const lines = whole.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const file =
    readHar(whole) ?? readLines(lines) ?? readAccessLog(lines) ?? readTranscript(lines.map((text, index) => ({ number: index + 1, text })));
  if (file === null) throw new ModwhyError('E_EVIDENCE', notKnown(whole));
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

/**
 * Reads the lines that were kept of a large access log.
 * @throws ModwhyError E_EVIDENCE when they are none, or nobody asks for a module in it
 */
export function parseKeptLines(name: string, kept: KeptLines): Evidence {
  const log = largeLog(name, kept);
  if (log === null) throw new ModwhyError('E_EVIDENCE', notKnown(kept.lines.length === 0 ? '' : kept.at(0)));
  return log;
}

function largeLog(name: string, kept: KeptLines): Evidence | null {
  const log = readLargeAccessLog(kept);
  return log && { ...log.file, name, textOf: log.textOf, offsetOf: log.offsetOf };
}

function notKnown(text: string) {
  if (text.trim() === '')
    return say`this file is empty; expected go.mod, go.sum, what go env prints, or another kind of modwhy help evidence`;
  if (isGradleCacheLog(text))
    return say`this is Gradle's record of its own build cache, task by task; Go's build cache keeps none: what go ran and took from its cache, go build -x shows`;
  return say`this is not go.mod, go.sum, what go env prints, or another kind of modwhy help evidence; a log goes where FILE stands`;
}
