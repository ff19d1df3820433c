import type { ModulesTxtFile } from '../model/evidence.ts';

// What `go mod vendor` writes: `# PATH VERSION`, with `=> PATH [VERSION]` where it is replaced. cmd/go/internal/modcmd, vendor; modload, readVendorList.
const moduleLine = /^# (\S+) (v\S+)(?: => \S+(?: v\S+)?)?$/;

/** Reads vendor/modules.txt: the modules and packages that the vendor folder holds. */
export function parseModulesTxt(text: string): ModulesTxtFile {
  const modules: { path: string; version: string; line: number }[] = [];
  const packages: { path: string; line: number }[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/\r$/, '');
    const module = moduleLine.exec(line);
    if (module) modules.push({ path: module[1]!, version: module[2]!, line: index + 1 });
    else if (/^[^#\s]\S*$/.test(line)) packages.push({ path: line, line: index + 1 });
  }
  return { kind: 'modules.txt', modules, packages };
}

/** Whether a file is one: it begins with a module or the mark of a workspace, and says nothing else than it can hold. */
export function isModulesTxt(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trimEnd() !== '')?.trimEnd() ?? '';
  if (!/^# \S+ (?:v\S+|=> \S+)|^## workspace$/.test(first)) return false;
  return lines.every((line) => line.trimEnd() === '' || /^(?:#{1,2} \S|[^#\s]\S*$)/.test(line.trimEnd()));
}
