import type { Widened } from './texts.ts';

/** The words of `modwhy bypass`. */
export const bypassEnglish = {
  title: (count: number) =>
    count === 0 ? 'nothing that weakens checks was found here' : `${count} ${count === 1 ? 'thing weakens' : 'things weaken'} checks here`,
  row: { off: 'effect', since: 'since', record: 'record', end: 'end it', note: 'note' },
  because: {
    'sumdb-off': 'no module is checked against the checksum database; what go.sum does not have yet is taken as it comes',
    'public-unchecked': (setting: string, module: string) =>
      `${setting} covers public modules too, such as ${module}: they are not checked against the checksum database`,
    insecure: 'modules below this path may come over plain HTTP, or from a server with any certificate',
    'any-vcs': 'go starts every version control program for public modules, not only git and hg',
    'plain-proxy': (host: string) => `module lists and files come over plain HTTP from ${host}: who is on the way can read and change them`,
    'git-tls': 'git takes any certificate from every server',
    'git-tls-of': (url: string) => `git takes any certificate from ${url}`,
    'ssh-any': 'ssh takes any server in place of the real one',
    'safe-directory': 'git runs the configuration of repositories that belong to other users',
    'token-in-url': 'the login stands in plain text, and gets into logs and error messages',
    'replace-folder': 'what is built is this folder: go.sum does not check it, and other modules that import this one do not see it',
    'replace-module': 'what is built is another module than the one that is required; other modules that import this one do not see it',
  },
  ownReplace: 'it stays within this repository; modules that import this one do not see it',
  moreLocal: (count: number) => `${count} more ${count === 1 ? 'line' : 'lines'} of that kind: --format json shows all`,
  since: (day: string) => `the file was last changed on ${day}; when this came into it is not known`,
  sinceUnknown: 'not known: it stands in the environment of this process',
  recorded: (owner: string, until: string, reason: string) => `${owner}, until ${until}: ${reason}`,
  overdue: (until: string) => `it was to end on ${until}`,
  unrecorded: 'nobody has recorded why; if it is wanted:',
  gone: (id: string, owner: string) => `${id} of ${owner} is not there any more: modwhy bypass end removes its record`,
  environment: 'environment',
  deleteLine: (place: string, line: number, what: string) => `Delete "${what}" in line ${line} of ${place}.`,
  removeLogin: (place: string) =>
    `Open ${place}, remove the section with the login in its name, and give the login to a credential helper of git.`,
  changeProxy: 'Let GOPROXY name the server with https://.',
  narrow: (setting: string) => `Name only private modules in ${setting}.`,
  added: (id: string, file: string) => `${id} is recorded in ${file}`,
  removed: (id: string, file: string) => `the record of ${id} is removed from ${file}`,
  noRecord: (id: string) => `${id} was not recorded`,
  stepsFirst: 'to end it:',
  noteOverdue: (what: string, place: string, owner: string, until: string) =>
    `${what} (${place}) weakens checks, and was to end on ${until} (${owner}): modwhy bypass`,
  noteUnrecorded: (what: string, place: string) => `${what} (${place}) weakens checks, and nobody has recorded why: modwhy bypass`,
  noteMore: (count: number) => `${count} more of that kind: modwhy bypass`,
};

export type BypassTexts = Widened<typeof bypassEnglish>;
