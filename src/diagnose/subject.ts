import type { Capture } from '../model/finding.ts';
import type { Candidate } from './ledger.ts';

/** What the rows of a hypothesis captured; the strongest row that names a thing wins, the earlier line among equals. */
export function capturesOf(candidate: Candidate): Record<string, Capture> {
  const captures: Record<string, Capture> = {};
  const rows = [...candidate.entries].sort((a, b) => b.weight - a.weight || a.finding.line.number - b.finding.line.number);
  for (const { finding, weight } of rows) {
    if (weight < 0) continue;
    for (const [name, capture] of Object.entries(finding.captures)) captures[name] ??= capture;
  }
  return captures;
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
    path: value('path', 'package'),
  };
}
