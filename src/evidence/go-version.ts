import type { At, GoVersionFile } from '../model/evidence.ts';

// cmd/go/internal/version: `FILE: go1.22.1` and, with -m, a tab and the fields of runtime/debug.BuildInfo; `go version go1.22.1 linux/amd64` without a file.
const head =
  /^(?:go version|\S(?:[^\n]{0,400})?:) (?:devel )?go(\d{1,3}\.\d{1,3}\S{0,30})(?: [a-z0-9]{1,20}\/[a-z0-9]{1,20})?(?: X:\S{1,200})?$/;
const module = /^\t(?:mod|dep|=>)\t([^\t]{1,300})\t(v[^\t]{1,120}|\(devel\))(?:\t\S{1,100})?$/;

/** Reads what `go version` or `go version -m` printed; null for anything else. */
export function readGoVersion(lines: readonly string[]): GoVersionFile | null {
  const modules: ({ path: string; version: string } & At)[] = [];
  let go: GoVersionFile['go'] | null = null;
  for (const [index, raw] of lines.entries()) {
    const text = raw.trimEnd();
    if (text === '') continue;
    const version = head.exec(text)?.[1];
    const found = module.exec(text);
    if (version !== undefined) go ??= { version, line: index + 1 };
    else if (found) modules.push({ path: found[1]!, version: found[2]!, line: index + 1 });
    else if (!/^\t(?:path|mod|dep|build|=>)\t/.test(text)) return null;
  }
  return go && { kind: 'go version', go, modules };
}
