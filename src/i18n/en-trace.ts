/** What the traces of a log say, in the report's words. */
export const trace = {
  /** A time in milliseconds, as short as it is still true. */
  duration: (ms: number) =>
    ms < 1000
      ? `${Math.round(ms)} ms`
      : ms < 60_000
        ? `${(ms / 1000).toFixed(1)} s`
        : ms < 3_600_000
          ? `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1000)} s`
          : `${Math.floor(ms / 3_600_000)} h ${Math.floor((ms % 3_600_000) / 60_000)} min`,
  spans: (count: number, most: number) =>
    `${count} ${count === 1 ? 'request or step' : 'requests and steps'}${most > 1 ? `, up to ${most} at once` : ''}`,
  failed: (count: number) => `${count} failed`,
  open: (count: number) => `${count} with no answer in the log`,
  retried: (count: number) => `${count} asked again`,
  time: 'time',
  /** Where it went; what runs at the same time counts once. */
  timeOf: {
    requests: 'waiting for servers',
    vcs: 'git and the like',
    build: 'building',
    gc: 'standing still for the garbage collector',
    cpu: 'processors at work',
    init: 'starting up',
  },
  inAll: (duration: string) => `of ${duration} in all`,
  server: (host: string, requests: number) => `${host}: ${requests} ${requests === 1 ? 'request' : 'requests'}`,
  slowest: (duration: string, line: number) => `slowest ${duration} (line ${line})`,
  longest: 'longest',
  moreServers: (count: number) => `${count} more ${count === 1 ? 'server' : 'servers'}: -v shows all`,
  stall: (text: string, line: number) => `the log has no answer to ${text} (line ${line})`,
  unanswered: 'no answer came before the command was stopped',
  quiet: (duration: string) => `then nothing for ${duration}`,
  verdict: {
    waiting: (percent: number, samples: number) => `it waited: in ${samples} samples its processors worked ${percent} % of the time`,
    cpu: (percent: number, samples: number, queued: boolean) =>
      `it computed: in ${samples} samples its processors worked ${percent} % of the time${queued ? ', and more work stood in the queue' : ''}`,
    gc: (percent: number, collections: number, pauseMs: number) =>
      `it collected garbage: ${percent} % of the processors' time in ${collections} runs, and stood still for ${pauseMs} ms`,
  },
  rerun: {
    new: (_: string) => 'no result is kept for this code with these flags, variables of the build and this Go',
    inputs: (_: string) => 'the files or environment variables that the test reads are not what they were',
    expired: (_: string) => 'go clean -testcache was run after it',
    'input-file': (file: string) => `a file that it reads was changed too shortly before, or cannot be read: ${file}`,
    argument: (argument: string) => `${argument} switches the cache of test results off`,
    'local-mode': (_: string) => 'go test without a package or pattern keeps no results: name one, as in go test ./...',
    outside: (_: string) => 'the package lies outside the module, GOPATH and GOROOT',
    coverage: (_: string) => 'the coverage that belongs to the kept result is gone or of other files',
    damaged: (_: string) => 'the kept result cannot be read',
  },
  rerunOf: (name: string | null, because: string) => (name === null ? because : `${name} was run again: ${because}`),
  moreReruns: (count: number) => `${count} more ${count === 1 ? 'package' : 'packages'} run again: -v shows all`,
  cacheKeys: {
    count: (packages: number, programs: number) =>
      `it shows what makes the cache keys of ${packages} ${packages === 1 ? 'package' : 'packages'}${programs > 0 ? ` and ${programs} ${programs === 1 ? 'program' : 'programs'}` : ''}`,
    into: 'what they are made of, besides files and imports',
    flags: (tool: string) => `${tool} flags`,
    mode: 'build mode',
    version: (compiler: string) => `${compiler} is`,
    none: 'none',
    compare: 'why something was built again, the same output of another build tells: modwhy compare FIRST.log SECOND.log',
  },
  resolver: {
    names: 'names',
    who: { go: "Go's own resolver", cgo: "the system's resolver (cgo)", dynamic: "Go's own resolver or the system's, by the name" },
    order: (name: string, order: string) => `${name} was looked for by ${order}`,
    setting: 'as the trace says at its start; it does not list the names that are looked up: netdns=2 shows them',
    lookups: (count: number) => `${count} ${count === 1 ? 'lookup' : 'lookups'}`,
  },
} as const;
