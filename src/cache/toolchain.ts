import path from 'node:path';
import { statOf } from './files.ts';
import type { Inspection } from './inspection.ts';

/** Looks whether a downloaded toolchain can be started. cmd/go/internal/toolchain, NewerToolchain and Exec. */
export function checkToolchain(tree: string, version: string, { findings, looked, around }: Inspection): void {
  // v0.0.1-go1.22.0.linux-amd64
  const found = /-go[^-]+\.([a-z0-9]+)-([a-z0-9]+)$/.exec(version);
  if (!found) return;
  around.progress(version);
  looked.toolchains++;
  const [, system, processor] = found;
  const program = (name: string) => (system === 'windows' ? `${name}.exe` : name);
  const tools = `pkg/tool/${system}_${processor}`;
  const needed = [`bin/${program('go')}`, 'VERSION', `${tools}/${program('compile')}`, `${tools}/${program('link')}`, 'src/runtime'];
  const about = { module: 'golang.org/toolchain', version };
  const missing = needed.filter((name) => statOf(path.join(tree, name)) === null);
  if (missing.length > 0)
    return void findings.add({
      kind: 'toolchain-incomplete',
      ...about,
      files: [tree, ...missing.map((name) => path.join(tree, name))],
      facts: { names: missing.join(', ') },
      remove: { folders: [tree] },
    });
  if (system === 'windows') return;
  // While bin/go has no such bit, go sets all of them itself; bin/go is the last one that it sets.
  const runs = (name: string) => ((statOf(path.join(tree, name))?.mode ?? 0o111) & 0o111) !== 0;
  const programs = [`${tools}/compile`, `${tools}/link`];
  const bad = runs('bin/go') ? programs.filter((name) => !runs(name)) : [];
  if (bad.length === 0) return;
  const files = bad.map((name) => path.join(tree, name));
  findings.add({
    kind: 'toolchain-not-executable',
    ...about,
    files: [tree, ...files],
    facts: { names: bad.join(', ') },
    command: ['chmod', 'a+x', ...files],
  });
}
