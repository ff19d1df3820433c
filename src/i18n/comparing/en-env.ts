import type { MeaningId } from '../../settings/meanings.ts';

const meaning: Readonly<Record<MeaningId, string>> = {
  'modules-off': 'With GO111MODULE=off go does not look at go.mod at all: every import is looked for in GOPATH.',
  'proxy-off': 'With GOPROXY=off go downloads nothing: whatever is not in the module cache yet is an error.',
  'proxy-invalid': 'go refuses one of these lists before it asks anybody.',
  'flags-invalid': 'go refuses one of these GOFLAGS before it does anything.',
  'folder-invalid': 'One of these is no absolute path. go refuses that; an empty one mostly means that HOME is not set.',
  'no-module':
    'Only one of them was in a folder with a go.mod: the other command ran in another folder, or go.mod was not checked out there.',
  'flags-mod': 'It decides whether packages come from vendor/ or from the module cache, and whether go.mod may be changed.',
  'proxy-direct': 'One of them asks no proxy: it fetches each module from its own host, with git and its credentials.',
  'proxy-other': 'Other servers are asked for every module: what one has, or lets you have, the other may not.',
  'private-patterns':
    'Modules that only one of them takes for private go past the proxies and the checksum database there, and not on the other side.',
  'noproxy-patterns': 'Modules of these patterns are fetched from their own hosts by one of them, and from the proxies by the other.',
  'proxy-fewer': 'One of them has a server more to turn to when the first ones do not have a module.',
  'proxy-credentials': 'It is the same server, and the user and password for it are not the same.',
  'toolchain-local': 'With GOTOOLCHAIN=local go never switches to another version: a module that wants a newer Go is an error.',
  'toolchain-named': 'It decides which version of Go runs, and whether another one may be downloaded.',
  'go-older':
    'The older Go refuses modules that want a newer one, and does not know newer lines of go.mod or packages of the standard library.',
  'http-proxy': 'Requests leave through another forward proxy, or through none.',
  'nosumdb-patterns': 'Modules of these patterns are looked up in the checksum database by only one of them.',
  'sumdb-off': 'One of them never asks the checksum database: it accepts what the other one refuses, and needs no way to that server.',
  'sumdb-other': 'Another checksum database is asked: it may not be reachable, or not be believed.',
  'goroot-mixed': 'The tools of one of them do not belong to its GOROOT: GOROOT was set by hand, or parts of two installations are mixed.',
  'vcs-rules': 'GOVCS decides which hosts may be asked with git and the like; what it forbids is an error.',
  'auth-commands': 'Credentials for module servers come from another place.',
  'flags-modfile': 'Another file than go.mod is read, and another go.sum with it.',
  workspace: 'Only one of them works with a go.work: its modules are taken from their folders, and requirements count otherwise.',
  'insecure-patterns': 'For these modules one of them accepts certificates that nobody vouches for, and plain http.',
  'proxy-order': 'The same servers are asked in another order: the first one that has an answer decides.',
  'proxy-separator': 'Behind a comma the next server is asked after 404 and 410 only; behind | after any error.',
  'no-proxy': 'These hosts are asked past the forward proxy by only one of them.',
  target: 'One of them builds for another system than its own: other files of each package count, and cgo is off unless asked for.',
  'go-older-switches': 'The older Go may switch to the version that a module wants, if it can download it.',
  'flags-tags': 'Other files belong to the packages, and with them other imports.',
  'modules-auto': 'Outside of a folder with a go.mod one of them does without modules.',
  'flags-buildvcs': 'It decides whether git is asked about the working copy during a build.',
  cgo: 'With cgo, packages need a C compiler; without it, files that import "C" are left out.',
  godebug: 'GODEBUG changes how go looks up names, speaks TLS and HTTP.',
  'env-file-off': 'One of them does not read what go env -w has written.',
  'cache-moved': 'A cache is not where it is by default: it may be full, not writable, or restored from elsewhere.',
  'temporary-folder': 'Temporary files go elsewhere: it must exist, be writable, have room, and let programs run.',
  'cache-program': 'The build cache is kept by another program.',
  experiment: 'Other parts of the language or the standard library are switched on.',
  compiler: 'C code is compiled otherwise.',
  'flags-other': 'Flags that go gets with every command.',
  'go-patch': 'They are releases of the same Go version: rarely the reason.',
  'other-system': 'They run on different systems: other files of each package count.',
  'level-of-processor': 'Code is made for another level of processor.',
  'install-folder': 'go install puts programs elsewhere.',
  'go-newer-value': 'Only the newer Go has it.',
  other: 'It is not known to explain a failed build.',
  'follows-private': 'has the value of GOPRIVATE',
  'same-meaning': 'means the same',
  'follows-version': 'follows the Go version',
  'not-known-there': 'the older Go does not have it',
  'own-folder': 'a folder of that machine',
  'each-run': 'has a new folder in it each time',
  'follows-system': 'follows the system',
  harmless: 'changes nothing about modules',
};

export const envTexts = {
  meaning,
  diff: {
    title: (count: number) =>
      count === 0
        ? 'no setting differs that could matter'
        : count === 1
          ? '1 setting that can matter differs'
          : `${count} settings that can matter differ, the strongest first`,
    side: (name: string, go: string | null, system: string | null, count: number, line: number | null) =>
      `${name}${line === null ? '' : `, from line ${line} on`}: ${[
        go === null ? 'Go version not shown' : `Go ${go}`,
        system,
        `${count} ${count === 1 ? 'variable' : 'variables'}`,
      ]
        .filter((part) => part !== null)
        .join(', ')}`,
    notShown: '(not shown)',
    empty: '(empty)',
    only: (side: string) => `only ${side}`,
    why: 'means',
    explains: 'explains',
    expected: 'expected between two machines',
    same: 'Both are the same file.',
    equal: 'Both show the same values.',
    outputs: (name: string, count: number, line: number) =>
      `${name} has ${count} outputs of go env: the one from line ${line} on is compared.`,
    cut: (name: string) => `The JSON of ${name} stops before its end: what would follow is not compared.`,
    unseen:
      'go env shows neither HTTPS_PROXY and NO_PROXY nor git configuration, netrc, certificates and DNS. When nothing here fits, compare `env | grep -i proxy` and `git config --list --show-origin`.',
    some: (name: string) => `${name} shows only some variables: one that is missing there is taken for not set.`,
    notEnv: 'no output of go env was found in it; expected what go env, go env -json or go env on Windows prints, alone or in a log',
  },
  why: {
    value: (name: string, value: string) => `${name}=${value}`,
    notSet: (name: string) => `${name} is empty`,
    unknown: (name: string) => `${name}: only go itself can tell the value`,
    go: (version: string | null, source: string) => (version === null ? source : `By the rules of Go ${version}, ${source}.`),
    noGo: 'No Go was found on the PATH: by the rules of the newest one.',
    at: (where: string) => `in ${where}`,
    places: 'where it can stand, the strongest first',
    notThere: '(not there)',
    empty: '(set to nothing)',
    nothing: '(empty)',
    counts: 'this one counts',
    hidden: (because: string) => `does not count: ${because}`,
    change: 'to change it',
    names: {
      environment: 'environment',
      'go env file': 'go env file',
      'GOROOT/go.env': 'GOROOT/go.env',
      default: 'default',
    } as Readonly<Record<string, string>>,
    from: {
      environment: 'The environment sets it, which is the strongest place.',
      'go env file': 'The file of go env -w sets it, and the environment does not.',
      'GOROOT/go.env': 'Nobody sets it: this is what the installation of Go comes with.',
      default: 'Nobody sets it: this is what is built in.',
      found: 'go finds it out by itself.',
      GOPRIVATE: 'Nobody sets it, and then it has the value of GOPRIVATE.',
      evidence: 'go env printed it there.',
    },
    because: {
      stronger: 'a stronger place sets it',
      'file-off': 'GOENV=off: go does not read this file',
      'file-too-old': 'Go before 1.13 does not read this file',
      'environment-only': 'go reads it from the environment only',
      found: 'go finds it out by itself, and takes it from nowhere',
      capitals: 'the one in capital letters is read first',
      empty: 'set to nothing, it counts as not set',
      'hides-installation': 'it sets nothing, and hides what GOROOT/go.env has',
      'not-known': 'this Go does not know the variable',
    },
    unknownTo: (name: string, version: string, since: number) => `${name} came with Go 1.${since}: Go ${version} does not look at it.`,
    change_: {
      environment: (name: string) => ({
        command: `unset ${name}`,
        says: 'Where it is exported: shell profile, CI job, Dockerfile. Until then go env -w has no effect on it.',
      }),
      set: (name: string) => ({ command: `export ${name}=<value>`, says: 'For this shell and what it starts.' }),
      file: (name: string) => ({ command: `go env -u ${name}`, says: 'Takes it out of the file.' }),
      write: (name: string) => ({ command: `go env -w ${name}=<value>`, says: 'For this user, in every folder.' }),
    },
    switches: (setting: string) =>
      `With GOTOOLCHAIN=${setting} go may run another release, which has a GOROOT of its own: then the values are those of that one.`,
    modfile: 'It is that of this folder: elsewhere it is another one.',
    defaultThere: 'That is what it is where nobody sets it.',
    notDefaultThere: (name: string, normal: string) =>
      `Where nobody sets it, it is ${normal === '' ? 'empty' : normal}: somebody has set ${name} there.`,
    lookThere: (name: string) =>
      `go env does not print where a value comes from. On that machine: printenv ${name} shows the environment, and the file that go env GOENV names the rest; go env -changed (Go 1.23) lists all that is set.`,
    notShown: (name: string, file: string) => `${file} does not show ${name}`,
  },
} as const;
