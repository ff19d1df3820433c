import type { About } from '../diagnose/facts/fact.ts';
import type { Said } from '../diagnose/problem.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Line } from '../model/line.ts';
import { goVersionIn } from '../parse/go-version.ts';

/** All messages of a log together. */
export function aboutAll(said: readonly Said[]): About {
  const units = said.flatMap((segment) => segment.units.filter(({ findings }) => findings.length > 0).map(({ unit }) => unit));
  const first = units[0]?.lines[0];
  return {
    module: null,
    version: null,
    package: null,
    packages: [],
    hosts: new Set(),
    texts: units.map(({ text }) => text),
    goVersion: null,
    time: first?.clock === 'utc' ? first.time : null,
  };
}

/** What `go env` printed in the files beside the log; what the log itself shows is nearer to the failure. */
export function givenSettings(files: readonly Evidence[]): Map<string, string> {
  const settings = new Map<string, string>();
  for (const file of files) if (file.kind === 'go env') for (const [name, { value }] of file.settings) settings.set(name, value);
  return settings;
}

// A test that costs little: the words around the version differ, these do not.
const mayNameGo = /go ?1\.|golang:1\.|go-version: /;

/** The first version that is named in full; else the first that is named at all, as an image tag such as `1.23` is. */
export function firstGoVersion(lines: readonly Line[]): string | null {
  let short: string | null = null;
  for (const { text } of lines) {
    const version = mayNameGo.test(text) ? goVersionIn(text) : null;
    if (version === null) continue;
    if (version.split('.').length > 2) return version;
    short ??= version;
  }
  return short;
}
