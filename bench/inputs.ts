import { writeFileSync } from 'node:fs';

// Work that succeeds, as jobs print it: `N` becomes a number.
const calm = [
  'Get:N https://deb.example.org/debian bookworm/main amd64 libexample-N amd64 1.2.N [45.6 kB]',
  'Unpacking libexample-N:amd64 (1.2.N-1) ...',
  'Setting up libexample-N:amd64 (1.2.N-1) ...',
  '=== RUN   TestParse/case_N',
  '    --- PASS: TestParse/case_N (0.00s)',
  'ok      example.org/service/internal/part/N 0.045s',
  'npm notice created a lockfile as package-lock.json, N packages looked at',
  'added N packages, and audited N packages in 4s',
  '  "resolved": "registry.example.org/left-pad/-/left-pad-1.N.0.tgz",',
  'Receiving objects:  45% (N/20480), 4.20 MiB | 8.39 MiB/s',
  '12:00:01 INFO  worker N has done its part, queue default',
  'src/component/N.tsx 214 ms (unchanged)',
  'Compiling crate-N v0.4.N',
  'example.org/service/cmd/tool-N',
];
// Lines that a reader of build logs would look at.
const interesting = [
  'go: downloading example.org/lib/N v1.N.0',
  'level=warn msg="upstream retry" err="dial tcp 192.0.2.7:8080: connect: connection refused" attempt=N',
  'warning: N files differ: No such file or directory',
];
const failure = [
  '##[group]Run go build ./...',
  '\x1b[36;1mgo build ./...\x1b[0m',
  'shell: /usr/bin/bash -e {0}',
  '##[endgroup]',
  'go: corp.example.com/team/lib@v1.2.3: verifying go.mod: corp.example.com/team/lib@v1.2.3/go.mod: reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 404 Not Found',
  '\tserver response: not found: corp.example.com/team/lib@v1.2.3: invalid version: git ls-remote -q origin in /tmp/gopath/pkg/mod/cache/vcs/abc: exit status 128:',
  "\t\tfatal: could not read Username for 'https://corp.example.com': terminal prompts disabled",
  '##[error]Process completed with exit code 1.',
  'Post job cleanup.',
];

/** A job log in the form of GitHub Actions: steps that succeed, one line in a hundred of interest, and a failure at the end. The same every time. */
export function jobLog(size: number): string {
  let seed = 7;
  const below = (limit: number) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % limit;
  const lines: string[] = [];
  let length = 0;
  const add = (text: string) => {
    const time = new Date(Date.UTC(2026, 0, 2, 3) + lines.length * 14).toISOString();
    const line = `${time.slice(0, -1)}0000Z ${text}`;
    lines.push(line);
    length += line.length + 1;
  };
  add("Current runner version: '2.329.0'");
  while (length < size - 1200) {
    if (lines.length % 2000 === 1)
      for (const text of ['##[group]Run ./ci/part.sh', '\x1b[36;1m./ci/part.sh\x1b[0m', 'shell: /usr/bin/bash -e {0}', '##[endgroup]'])
        add(text);
    const texts = below(100) === 0 ? interesting : calm;
    add(texts[(below(1 << 16) >> 4) % texts.length]!.replaceAll('N', String(below(9999))));
  }
  for (const text of failure) add(text);
  return `${lines.join('\n')}\n`;
}

/** Writes a job log of about so many bytes. */
export function writeJobLog(file: string, size: number): void {
  writeFileSync(file, jobLog(size));
}

// Work that succeeds and speaks nearly as failures do.
const near = [
  'retrying part N, attempt 2 of 3',
  'fatal_handler.go compiled, N symbols',
  'connection N to registry.example.org established',
  'verified checksum of part-N.tar.gz',
  '-- Performing Test HAVE_ERROR_N - Success',
  'module example.org/part/N is up to date',
  'I/O timeouts so far: N',
  '\x1b[32mpass\x1b[0m  src/proxy-N.test.ts (12 ms)',
];

// One of them has a word that matters.
const quiet = calm.filter((text) => !text.includes('done '));

/** So many bytes, about, of what a job prints that succeeds; one line in a hundred is near to what matters. The same for the same seed. */
export function quietLog(seed: number, size: number): string {
  let state = seed;
  const below = (limit: number) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % limit;
  const lines: string[] = [];
  for (let index = 0, length = 0; length < size; index++) {
    const texts = below(100) === 0 ? near : quiet;
    const time = new Date(Date.UTC(2026, 0, 2, 3) + seed * 200_000 + index * 14).toISOString();
    const line = `${time.slice(0, -1)}0000Z ${texts[below(texts.length)]!.replaceAll('N', String(below(9999)))}`;
    lines.push(line);
    length += line.length + 1;
  }
  return `${lines.join('\n')}\n`;
}

// Every line speaks of a failure, and none says why the job failed.
const noise = [
  ...interesting.slice(1),
  'error: part N failed: exit status 1',
  'fatal: unable to access git.example.org/N: timeout',
  'ERROR [worker-N] request to registry.example.org was answered with 502 Bad Gateway',
];

/** So many lines, each of which may matter: more than are held. */
export function noisyLog(lines: number): string {
  const time = (line: number) => new Date(Date.UTC(2026, 0, 2, 3) + line * 14).toISOString();
  const text = (line: number) => `${time(line)} ${noise[line % noise.length]!.replace('N', String((line * 7919) % 9999))}\n`;
  return Array.from({ length: lines }, (_, line) => text(line)).join('');
}
