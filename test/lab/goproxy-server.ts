import type { Body } from './answer.ts';
import { goModOf, type LabModule, moduleZip } from './module-zip.ts';

/** What a healthy module proxy answers for `path` (the GOPROXY protocol); null when it has no such thing. */
export function goProxyBody(modules: readonly LabModule[], path: string): Body | null {
  const latest = /^\/(.+)\/@latest$/.exec(path);
  if (latest) return infoOf(versionsOf(modules, unescapePath(latest[1]!)).at(-1));
  const file = /^\/(.+)\/@v\/(.+)$/.exec(path);
  if (!file) return null;
  const known = versionsOf(modules, unescapePath(file[1]!));
  const name = unescapePath(file[2]!);
  if (name === 'list') return known.length === 0 ? null : text(known.map((module) => `${module.version}\n`).join(''));
  const dot = name.lastIndexOf('.');
  const module = known.find((one) => one.version === name.slice(0, dot));
  if (!module) return null;
  switch (name.slice(dot)) {
    case '.info':
      return infoOf(module);
    case '.mod':
      return text(goModOf(module));
    case '.zip':
      return { type: 'application/zip', bytes: moduleZip(module) };
    default:
      return null;
  }
}

function versionsOf(modules: readonly LabModule[], path: string): LabModule[] {
  return modules.filter((module) => module.path === path);
}

function infoOf(module: LabModule | undefined): Body | null {
  if (!module) return null;
  return { type: 'application/json', bytes: Buffer.from(JSON.stringify({ Version: module.version, Time: '2024-01-02T03:04:05Z' })) };
}

function text(content: string): Body {
  return { type: 'text/plain; charset=utf-8', bytes: Buffer.from(content) };
}

/** `!a` is `A` in module paths and versions in URLs. */
export function unescapePath(escaped: string): string {
  return decodeURIComponent(escaped).replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
