import type { Hypothesis, Incident, Remedy, Report, ReportPlaybook } from '../../src/model/report.ts';

// Reports built by hand, as the pipeline would give them for the logs that the README and the tests speak of.

export function report(parts: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    type: 'report',
    index: 0,
    tool: { name: 'modwhy', version: '0.1.0', catalog: '2026.12.0', calibration: null },
    input: { name: 'build.log', entries: [], lines: 3, bytes: 420, encoding: 'utf-8', dialects: ['plain'], complete: true, cut: [] },
    verdict: 'module-failure',
    incidents: [incident()],
    timeline: [],
    advice: [],
    unexplained: [],
    redactions: 0,
    ...parts,
  };
}

export function incident(parts: Partial<Incident> = {}): Incident {
  return {
    id: 'i1',
    fingerprint: '1:0011223344556677',
    verdict: 'module-failure',
    terminal: true,
    recovered: false,
    command: { text: 'go mod download', line: 1, exitCode: 1, goVersion: null },
    subject: { module: 'corp.example.com/team/lib', version: 'v1.2.3', host: 'sum.golang.org', path: null },
    domain: {
      is: 'this-machine',
      host: null,
      because: 'its settings send a private module to a public server, which cannot see it',
      line: 2,
    },
    route: null,
    place: 'posix',
    blast: { modules: 1, hosts: 1, lines: 2 },
    hypotheses: [hypothesis()],
    ...parts,
  };
}

export function hypothesis(parts: Partial<Hypothesis> = {}): Hypothesis {
  return {
    rank: 1,
    cause: 'auth.private-module-via-public-proxy',
    code: 'GM0401',
    title: 'the private module corp.example.com/team/lib was sent to the public checksum database',
    why: 'Go asks sum.golang.org about every module that GOPRIVATE does not cover. That server cannot see corp.example.com, so it answers 410.',
    label: 'very-likely',
    confidence: 0.97,
    score: 5.4,
    prior: -0.8,
    observer: 'sumdb',
    transient: false,
    severity: 'error',
    evidence: [
      evidence(2, 'reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 410 Gone'),
      evidence(3, 'server response: not found: … unrecognized import path'),
    ],
    contrast: [
      {
        against: 'network.connect-refused',
        because: 'the checksum database was refused, not this machine, which got an answer on line 2',
        line: 3,
      },
    ],
    remedies: [remedy()],
    probes: [
      {
        argv: ['go', 'env', 'GOPRIVATE', 'GONOSUMDB', 'GONOPROXY'],
        if: [
          { outcome: 'covers corp.example.com', then: 'look at 2' },
          { outcome: 'does not', then: 'this is it' },
        ],
      },
    ],
    discouraged: [{ what: 'GOSUMDB=off', because: 'no module is checked then, public ones included' }],
    docs: ['https://go.dev/ref/mod#private-modules'],
    ...parts,
  };
}

export function remedy(parts: Partial<Remedy> = {}): Remedy {
  return {
    id: 'goprivate',
    title: 'Tell Go that this path is private',
    applicability: 'placeholder',
    risk: 'caution',
    sideEffects: ['skips-public-proxy'],
    network: true,
    steps: [
      run(['go', 'env', 'GOPRIVATE'], 'go env GOPRIVATE'),
      run(['go', 'env', '-w', 'GOPRIVATE=<existing>,corp.example.com/*'], "go env -w 'GOPRIVATE=<existing>,corp.example.com/*'", [
        'the go env file',
      ]),
      { kind: 'manual', text: 'If GOPRIVATE is set in the environment (CI variable), change it there: go env -w has no effect then.' },
    ],
    undo: [],
    verify: [run(['go', 'mod', 'download', 'corp.example.com/team/lib@v1.2.3'], 'go mod download corp.example.com/team/lib@v1.2.3')],
    price: 'modules below corp.example.com are no longer checked against the public database',
    discouraged: null,
    effect: null,
    ...parts,
  };
}

export function wrongPath(): Hypothesis {
  return hypothesis({
    rank: 2,
    cause: 'resolve.module-not-found',
    code: 'GM0701',
    title: 'the module path or version is wrong',
    why: 'The path may be misspelt.',
    label: 'unlikely',
    confidence: 0.05,
    evidence: [evidence(3, 'not found'), evidence(2, 'a private host is the usual case', false)],
    contrast: [],
    remedies: [],
    probes: [],
    discouraged: [],
    docs: [],
  });
}

export function evidence(line: number, text: string, supports = true): Hypothesis['evidence'][number] {
  const source = { input: 'build.log', entry: null };
  return { for: supports, weight: supports ? 4 : -4, signal: 'sumdb-lookup-410', source, line, offset: 0, text, says: null };
}

export function run(argv: string[], posix: string, changes: string[] = []): Remedy['steps'][number] {
  return { kind: 'run', argv, posix, powershell: posix, cmd: posix, env: {}, cwd: null, changes, places: [] };
}

export function testFailure(): Report {
  const timeout = incident({
    id: 'i2',
    terminal: false,
    recovered: true,
    hypotheses: [hypothesis({ title: 'TLS handshake timeout to proxy.golang.org', evidence: [evidence(3, 'TLS handshake timeout')] })],
  });
  const failed = hypothesis({
    cause: 'not-module.test-failure',
    code: 'GM9002',
    title: 'a test failed',
    why: 'Modules were downloaded and packages were built; TestStore in example.com/app/store failed.',
    evidence: [
      evidence(6, '--- FAIL: TestStore (0.02s)'),
      evidence(7, 'store_test.go:31: dial tcp 127.0.0.1:5432: connect: connection refused'),
    ],
    contrast: [{ against: 'a module network problem', because: 'line 7 was printed by the test', line: null }],
    remedies: [
      remedy({
        steps: [{ kind: 'manual', text: 'start the database that the test needs, or skip the test where there is none' }],
        verify: [],
        price: null,
        sideEffects: [],
      }),
    ],
    probes: [],
    discouraged: [],
    docs: [],
  });
  return report({
    verdict: 'not-module',
    incidents: [
      incident({
        verdict: 'not-module',
        domain: { is: 'this-machine', host: null, because: 'no module server had a part in it', line: 6 },
        hypotheses: [failed],
      }),
      timeout,
    ],
    timeline: [{ at: null, t: null, clock: 'order', line: 5, lane: '', kind: 'retry', text: 'go: downloading', ms: null }],
  });
}

export function unknownFailure(): Report {
  const base = report();
  return report({
    verdict: 'unknown',
    input: { ...base.input, name: 'docker.log', dialects: ['docker'] },
    incidents: [
      incident({
        verdict: 'unknown',
        command: { text: 'make deps', line: 1, exitCode: 2, goVersion: null },
        subject: { module: 'github.com/acme/widgets', version: 'v0.9.4', host: null, path: null },
        domain: { is: 'unknown', host: null, because: 'the log does not say what failed', line: null },
        hypotheses: [],
      }),
    ],
    timeline: [
      {
        at: null,
        t: null,
        clock: 'order',
        line: 3,
        lane: '',
        kind: 'download',
        text: 'go: downloading github.com/acme/widgets v0.9.4',
        ms: null,
      },
    ],
    unexplained: [{ line: 4, text: '[output clipped, log limit 1MiB reached]' }],
  });
}

/** Work of four steps; the third is due. */
export const playbook: ReportPlaybook = {
  id: 'borrowed-car',
  title: 'To drive a borrowed car',
  steps: [
    { id: 'ask', title: 'Ask its owner', state: 'unseen', why: null, steps: [{ kind: 'manual', text: 'Call them.' }] },
    { id: 'open', title: 'Open it', state: 'done', why: 'the door is open', steps: [run(['turn', 'key'], 'turn key')] },
    {
      id: 'fuel',
      title: 'Fill the tank',
      state: 'due',
      why: 'the tank is empty',
      steps: [run(['fill', 'tank'], 'fill tank'), { kind: 'manual', text: 'Pay.' }],
    },
    { id: 'drive', title: 'Drive', state: 'later', why: null, steps: [run(['drive', 'home'], 'drive home')] },
  ],
};
