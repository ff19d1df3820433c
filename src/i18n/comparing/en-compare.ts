const orNothing = (text: string | null) => text ?? 'nothing';

export const compareTexts = {
  apart: (good: string, bad: string, line: number) => `${bad} goes apart from ${good} at line ${line}`,
  lacks: (good: string, bad: string, line: number) => `${bad} lacks lines that ${good} has, from line ${line} of ${good} on`,
  same: (good: string, bad: string) => `${good} and ${bad} say the same`,
  sameFile: 'Both names are the same file.',
  counts: (good: number, bad: number, common: number) =>
    `${good} and ${bad} lines; ${common} of the second log stand in the first one too, apart from times, paths, ids and order.`,
  failure: (name: string, label: string, title: string, line: number | null) =>
    `${name}: ${label}: ${title}${line === null ? '' : ` (line ${line})`}`,
  goodFails: (name: string) => `${name} shows a failure as well: is it the log of a run that went well?`,
  badDoesNot: (name: string) => `${name} shows no failure that modwhy knows.`,
  place: (index: number, bad: number | null, good: number | null) =>
    `${index}. ${[bad === null ? null : `line ${bad}`, good === null ? null : `${bad === null ? 'not there; ' : ''}line ${good} of the good log`].filter((part) => part !== null).join(', ')}`,
  atFailure: ' - the failure',
  good: 'good',
  bad: 'bad',
  more: (count: number) => `and ${count} more ${count === 1 ? 'line' : 'lines'}`,
  morePlaces: (count: number) => `and ${count} more ${count === 1 ? 'place' : 'places'}`,
  modules: 'module versions',
  tools: 'versions of programs',
  settings: 'settings',
  change: (before: string, after: string) => `${before} -> ${after}`,
  notThere: '(not shown)',
  missing: (name: string) => `steps that ${name} passed over`,
  added: (name: string) => `steps that only ${name} has`,
  notReached: (count: number) => `${count} further ${count === 1 ? 'step was' : 'steps were'} not reached.`,
  step: (line: number) => `line ${line}`,
  long: (name: string, count: number) => `${name} has more lines than are compared: the last ${count} were left out.`,
  changesTitle: (count: number) =>
    count === 0
      ? 'nothing that go reads has changed'
      : `${count} ${count === 1 ? 'change' : 'changes'}, those that break builds most often first`,
  between: (files: readonly string[]) => `From ${files[0]} to ${files[1]}.`,
  subjects: (names: readonly string[]) => `The failure is about ${names.join(', ')}.`,
  noSubject: 'The log names no module: the changes stand in their usual order.',
  concerns: 'the failure is about it',
  indirect: 'indirect',
  commitsTitle: (count: number) => `${count} ${count === 1 ? 'commit' : 'commits'} with changes of dependencies, newest first`,
  last: (hash: string, date: string | null) => `The last change of what the failure is about: ${hash}${date === null ? '' : ` (${date})`}.`,
  lastAny: (hash: string, date: string | null) => `The last change: ${hash}${date === null ? '' : ` (${date})`}.`,
  none: 'No commit here touches what the failure is about: the reason is elsewhere, or older.',
  pull: (word: string) => `To see who pulls it in: go mod graph | modwhy blame ${word} -`,
  change_: {
    upgraded: (module: string, before: string | null, after: string | null) => `${module} ${before} -> ${after}`,
    downgraded: (module: string, before: string | null, after: string | null) => `${module} ${before} -> ${after} (older)`,
    added: (module: string, _: string | null, after: string | null) => `${module} ${after} is new`,
    removed: (module: string, before: string | null) => `${module} ${before} is gone`,
    replaced: (module: string, before: string | null, after: string | null) =>
      `${module} is replaced by ${after}${before === null ? '' : `, before by ${before}`}; this counts in the main module only`,
    'replace-removed': (module: string, before: string | null) => `${module} is no longer replaced by ${before}: the original counts again`,
    excluded: (module: string, _: string | null, after: string | null) => `${module} ${after} is excluded: go takes the next higher one`,
    'exclude-removed': (module: string, before: string | null) => `${module} ${before} is no longer excluded`,
    'go-line': (_: string, before: string | null, after: string | null) =>
      `the go line: ${orNothing(before)} -> ${orNothing(after)}; an older Go refuses it, or has to switch`,
    'toolchain-line': (_: string, before: string | null, after: string | null) =>
      `the toolchain line: ${orNothing(before)} -> ${orNothing(after)}`,
    'hash-changed': (module: string, before: string | null, after: string | null) =>
      `${module}: the same version has another hash: ${before} -> ${after}. A published version must never change`,
    'sum-added': (module: string, _: string | null, after: string | null) => `${module} ${after} has a line now`,
    'sum-removed': (module: string, before: string | null) => `${module} ${before} has no line any more`,
  },
  usage: (count: number) =>
    `compare takes two logs (modwhy compare good.log bad.log), two go.mod or go.sum files, or the output of git log -p go.mod go.sum, alone or with the failed log; found ${count}`,
  mixed: (first: string, second: string) => `these two cannot be compared: the first one is ${first}, the second one ${second}`,
  env: 'these are outputs of go env: modwhy env diff compares them',
  kinds: {
    log: 'a log',
    'go.mod': 'a go.mod',
    'go.sum': 'a go.sum',
    'go env': 'what go env printed',
    'git log': 'what git log -p printed',
  } as Readonly<Record<string, string>>,
  tooLong: (size: number) => `it comes through a pipe, has to be read twice and is larger than ${size} MiB: save it in a file first`,
} as const;
