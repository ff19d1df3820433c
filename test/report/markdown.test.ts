import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { hypothesis, incident, report, testFailure, unknownFailure, wrongPath } from './sample.ts';

test('a module failure', () => {
  expect(renderMarkdown(report({ incidents: [incident({ hypotheses: [hypothesis(), wrongPath()] })] }))).toMatchInlineSnapshot(`
    "<!-- modwhy:build.log -->
    ### \`build.log\`: a Go module failure

    **very likely: the private module corp.example.com/team/lib was sent to the public checksum database** (\`GM0401\`)

    Go asks sum.golang.org about every module that GOPRIVATE does not cover. That server cannot see corp.example.com, so it answers 410.

    where: this machine: its settings send a private module to a public server, which cannot see it

    Tell Go that this path is private:

    \`\`\`sh
    go env GOPRIVATE
    go env -w 'GOPRIVATE=<existing>,corp.example.com/*'   # changes the go env file
    \`\`\`

    If GOPRIVATE is set in the environment (CI variable), change it there: go env -w has no effect then.

    \`\`\`sh
    go mod download corp.example.com/team/lib@v1.2.3   # check
    \`\`\`

    price: modules below corp.example.com are no longer checked against the public database

    do not: \`GOSUMDB=off\`: no module is checked then, public ones included

    to be sure: \`go env GOPRIVATE GONOSUMDB GONOPROXY\` covers corp.example.com: look at 2; does not: this is it

    <details><summary>Evidence</summary>

    \`\`\`text
    2  reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 410 Gone
    3  server response: not found: … unrecognized import path
    \`\`\`

    </details>

    Other readings:

    | How likely | Code | What |
    | --- | --- | --- |
    | unlikely | \`GM0701\` | the module path or version is wrong |

    docs: <https://go.dev/ref/mod#private-modules>

    <sub>modwhy 0.1.0, catalog 2026.12.0</sub>
    "
  `);
});

test('not a module failure', () => {
  expect(renderMarkdown(testFailure())).toMatchInlineSnapshot(`
    "<!-- modwhy:build.log -->
    ### \`build.log\`: not a Go module failure

    **very likely: a test failed** (\`not-module.test-failure\`)

    Modules were downloaded and packages were built; TestStore in example.com/app/store failed.

    where: this machine: no module server had a part in it

    Tell Go that this path is private:

    start the database that the test needs, or skip the test where there is none

    <details><summary>Evidence</summary>

    \`\`\`text
    6  --- FAIL: TestStore (0.02s)
    7  store_test.go:31: dial tcp 127.0.0.1:5432: connect: connection refused
    \`\`\`

    </details>

    earlier, recovered: TLS handshake timeout to proxy.golang.org (line 3)

    <sub>modwhy 0.1.0, catalog 2026.12.0</sub>
    "
  `);
});

test('unknown', () => {
  expect(renderMarkdown(unknownFailure())).toMatchInlineSnapshot(`
    "<!-- modwhy:docker.log -->
    ### \`docker.log\`: it failed, and this log does not say why

    make deps (line 1) ended with exit code 2, and no line says why.

    <details><summary>seen</summary>

    \`\`\`text
    4  [output clipped, log limit 1MiB reached]
    \`\`\`

    </details>

    next:

    \`\`\`sh
    BUILDKIT_STEP_LOG_MAX_SIZE=-1 docker build --progress=plain --no-cache .
    go mod download -x github.com/acme/widgets@v0.9.4
    \`\`\`

    <sub>modwhy 0.1.0, catalog 2026.12.0</sub>
    "
  `);
});

test('it stays below the limit of a comment and says that it was shortened', () => {
  const long = hypothesis({ why: 'word '.repeat(20_000) });
  const shown = renderMarkdown(report({ incidents: [incident({ hypotheses: [long] })] }));
  expect(shown.length).toBeLessThan(65_536);
  expect(shown).toContain('The report was shortened here.');
});
