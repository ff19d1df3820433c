import type { Capture } from '../model/finding.ts';
import type { Candidate } from './ledger.ts';

const modulePath = String.raw`[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+(?:\/[A-Za-z0-9._~-]+)*`;

// Where Go's messages name the module that they are about (`near` stands in all that its pattern finds), whatever the signal captured. cmd/go/internal/modload, golang.org/x/mod/modfile.
export const naming: readonly (readonly [near: string, pattern: RegExp])[] = [
  ['@v', new RegExp(String.raw`(?:^|[\s:("])(${modulePath})@(v[0-9][A-Za-z0-9.+-]*)`, 'm')],
  [': version "', new RegExp(String.raw`\brequire (${modulePath}): version "(v[0-9][A-Za-z0-9.+-]*)"`)],
  ['/go.mod at revision ', new RegExp(String.raw`\breading (${modulePath})\/go\.mod at revision (?:\S+\/)?(v[0-9][A-Za-z0-9.+-]*)`)],
  ['download', new RegExp(String.raw`cache[\\/]download[\\/](${modulePath})[\\/]@v[\\/](v[0-9][A-Za-z0-9.+-]*?)\.(?:zip|mod|info)`)],
];

// The server that git was sent to, where git's own words do not name it. cmd/go/internal/modfetch/codehost, RunError.
const remote =
  /\bgit (?:ls-remote|fetch) [^\n]{0,200}?\b(?:ssh|git\+ssh|https):\/\/(?:[^\s@/]{1,60}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252})[:/]/;

/**
 * What the rows of a hypothesis captured; the strongest row that names a thing wins, the earlier line among equals.
 * A module, and a git server, that only the message around the signal names is added from there; not to a failed test, which may speak of any.
 */
export function capturesOf(candidate: Candidate): Record<string, Capture> {
  const captures: Record<string, Capture> = {};
  const rows = candidate.entries
    .filter(({ weight }) => weight >= 0)
    .sort((a, b) => b.weight - a.weight || a.finding.line.number - b.finding.line.number);
  for (const { finding } of rows) for (const [name, capture] of Object.entries(finding.captures)) captures[name] ??= capture;
  // The folder that a command must run in: where the messages name several, none is the one for all that they lack.
  if (new Set(rows.flatMap(({ finding }) => finding.captures.folder?.value ?? [])).size > 1) delete captures.folder;
  const message = rows.find(({ finding }) => finding.file === undefined)?.finding;
  const aboutModules = !candidate.cause.id.startsWith('not-module.');
  if (message && aboutModules && !captures.module && message.signal.role === 'error')
    Object.assign(captures, named(message.unit.text, captures));
  const server = message && !captures.host && candidate.cause.subject.includes('host') ? remote.exec(message.unit.text)?.[1] : undefined;
  if (server !== undefined) captures.host = { type: 'host', value: server };
  return captures;
}

function named(text: string, captures: Readonly<Record<string, Capture>>): Record<string, Capture> {
  for (const [near, pattern] of naming) {
    const [, module, version] = (text.includes(near) && pattern.exec(text)) || [];
    if (module === undefined || version === undefined) continue;
    return { module: { type: 'module', value: module }, version: captures.version ?? { type: 'version', value: version } };
  }
  return {};
}

export interface Subject {
  readonly module: string | null;
  readonly version: string | null;
  readonly host: string | null;
  readonly path: string | null;
}

export function subjectOf(captures: Readonly<Record<string, Capture>>): Subject {
  const value = (...names: string[]) => names.map((name) => captures[name]?.value).find((text) => text !== undefined) ?? null;
  return {
    module: value('module'),
    version: value('version'),
    host: value('host', 'sumdb_host'),
    // Some patterns end only at the colon before the reason.
    path: value('path', 'package')?.replace(/[:\s]+$/, '') ?? null,
  };
}
