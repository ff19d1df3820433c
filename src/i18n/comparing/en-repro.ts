export const reproTexts = {
  title: (input: string) => `${input}: the commands that show the failure again, in caches of their own`,
  none: (input: string) => `${input}: no failure is visible, so there is nothing to show again`,
  failure: (label: string, title: string, code: string) => `${label}: ${title}  ${code}`,
  kind: {
    module: 'Only the one module takes part: type this anywhere, in a POSIX shell (on Windows: Git Bash).',
    folder: 'The files of the module take part: type this in its folder, in a POSIX shell (on Windows: Git Bash).',
  },
  steps: {
    folder: 'a new folder, for everything that follows',
    caches: 'settings of this shell only; the real caches stay as they are',
    settings: 'as they were where it failed',
    begin: 'a minimal go.mod',
    require: 'the module that the failure is about',
    replace: 'as the go.mod that was given replaces it',
    sums: 'its lines of go.sum',
    copy: 'a copy, so that nothing of yours is changed',
    run: 'fails again; -x shows each request and command',
    remove: 'afterwards',
  },
  expect: 'expect',
  guessed:
    'The log does not show the failed command in a form that can be repeated: put it in the place of go build, with -x if it knows that.',
  inCache:
    'The caches are new here: if the command succeeds now, the real cache or its folder is at fault; if it fails again, they are not.',
  transient: 'It may pass by itself: if it does not fail again, it was a disturbance.',
  elsewhere: 'On another machine settings, credentials and network are others: where it does not fail, modwhy env diff compares the two.',
  beside:
    'Folders that go.mod or go.work names outside of this one (../x) have to be copied as well; with --with go.mod this is seen to, for go.mod.',
  notModule: 'The failure has nothing to do with modules: the commands only run it again in fresh caches.',
  bundle: (folder: string) => `to share: ${folder}`,
  share:
    'Passwords, tokens and user names are hidden in each file. No program finds every secret: look through them before you share the folder.',
  files: {
    'log.txt': 'the log',
    'report.json': 'what modwhy makes of it, for programs',
    'report.md': 'the same, for people',
    'repro.sh': 'the commands above',
    'env.txt': 'what go env printed',
    'go.mod': 'the go.mod that was given',
    'go.sum': 'the lines of go.sum that the failure is about',
    'MANIFEST.txt': 'this list, with sizes and SHA-256',
  },
  noEnv: 'It has no settings: give what go env printed (go env > env.txt, --with env.txt).',
  notEmpty: (folder: string) => `-o ${folder}: expected a folder that is new or empty, and it has files in it: name another one`,
  notFolder: (folder: string) => `-o ${folder}: expected a folder, and it is a file: name a folder that is new or empty`,
  nothing: 'nothing to read: name a log (modwhy repro build.log) or pipe one in (go build ./... 2>&1 | modwhy repro -)',
  usage: (count: number) => `repro takes one log, such as modwhy repro build.log; found ${count}`,
} as const;
