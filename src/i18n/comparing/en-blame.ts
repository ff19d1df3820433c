export const blameTexts = {
  title: (name: string, count: number) =>
    count === 0 ? name : `${name}: ${count} ${count === 1 ? 'module requires' : 'modules require'} this version`,
  isMain: (module: string) => `${module} is a main module: nobody has to require it.`,
  nobody: (name: string) => `${name}: no requirement is known`,
  from: {
    'go list -m': (version: string) => `The build uses ${version}, as go list -m says.`,
    'go mod graph': (version: string) =>
      `The build uses ${version}: the highest version that any module here requires decides (minimal version selection).`,
    'go.mod': (version: string) => `go.mod requires ${version}; another module may require a higher one.`,
  },
  notUsed: (asked: string, version: string) => `${asked} is not used: ${version} is higher, and somebody requires it.`,
  neverAsked: (asked: string) => `Nobody here requires ${asked}.`,
  chain: (index: number, main: string, used: boolean) =>
    `${index}. ${main}${used ? '' : ' (through a version that is not used itself; its requirements count all the same)'}`,
  more: (count: number) => `and ${count} more`,
  requires: 'requires',
  others: 'also required',
  by: (names: readonly string[], count: number) =>
    `by ${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}`,
  goMod: 'go.mod',
  line: (line: number, version: string, indirect: boolean) =>
    `line ${line}: ${version}${indirect ? ', // indirect: no package of the main module imports it' : ', a requirement of the main module itself'}`,
  replaced: 'replaced',
  replacedBy: (by: string) => `by ${by}: its go.mod counts in place of the original one`,
  excluded: 'excluded',
  packages: 'imported',
  notNeeded: 'go mod why: no package of the main module needs it. It is there for its version only.',
  next: 'to go on',
  sources: (names: readonly string[]) => `From ${names.join(', ')}.`,
  commands: {
    graph: (module: string) => ({
      command: `go mod graph | modwhy blame ${module} -`,
      says: 'Shows who requires it; go.mod alone does not.',
    }),
    why: (module: string) => ({ command: `go mod why -m ${module}`, says: 'The import chain: which package needs it.' }),
    newer: (module: string) => ({
      command: `go get ${module}@<version>`,
      says: 'Another version; an older one takes those who require this one back, too.',
    }),
    vulnerabilities: { command: 'govulncheck ./...', says: 'Whether known vulnerabilities are reached: modwhy does not look for them.' },
    licences: { command: 'go-licenses report ./...', says: 'Licences: modwhy does not look for them either.' },
  },
  pruned:
    'Since Go 1.17 go mod graph leaves out requirements of modules that only tests and tools of dependencies need (graph pruning): such a requirer is not shown here.',
  old: 'go.mod has no go line of 1.17 or later: it may not name every module that is needed.',
  notInMod: 'go.mod does not name it. With a go line of 1.17 or later it then takes no part in building the packages of this module.',
  none: 'nothing to read: name what go mod graph printed (--with graph.txt, or - for standard input), or run it in a folder with a go.mod',
  unknown: (name: string) =>
    `${name}: this is none of what go mod graph, go list -m -json all, go list -m all and go mod why -m print, and no go.mod`,
} as const;
