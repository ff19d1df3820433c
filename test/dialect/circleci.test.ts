import { expect, test } from 'vitest';
import { show } from './show.ts';

test('CircleCI: the script above its output, and two lines that tell one end', () => {
  const log = [
    '#!/bin/bash -eo pipefail',
    'go vet ./...',
    'cd cmd',
    'go build ./...',
    '# example.com/app',
    './main.go:6:14: undefined: greet',
    '',
    'Exited with code exit status 1',
    '',
    'CircleCI received exit code 1',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: circleci
    heading | #!/bin/bash -eo pipefail
    command step | go vet ./...
    heading | cd cmd
    command | go build ./...
    output | # example.com/app
    output | ./main.go:6:14: undefined: greet
    output | 
    exit =1 | Exited with code exit status 1
    output | 
    heading | CircleCI received exit code 1"
  `);
});

test('CircleCI: a step that has succeeded, and one of the local runner', () => {
  const log = [
    '#!/bin/sh -e',
    'go mod download',
    'CircleCI received exit code 0',
    '====>> Checkout code',
    '====>> go build ./...',
    '  #!/bin/bash -eo pipefail',
    'go build ./...',
    'Error: ',
    'Exited with code 2',
    'Step failed',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: circleci
    heading | #!/bin/sh -e
    command | go mod download
    exit =0 | CircleCI received exit code 0
    heading | ====>> Checkout code
    command step | go build ./...
    heading |   #!/bin/bash -eo pipefail
    command step | go build ./...
    output | Error: 
    exit =2 | Exited with code 2
    output | Step failed"
  `);
});

test('a script that is printed, and words of other programs, are not CircleCI', () => {
  expect(show('#!/bin/bash\n#!/bin/bash -e -x\nExited with code 1, see above\nExited with code')).toMatchInlineSnapshot(`
    "dialects: plain
    output | #!/bin/bash
    output | #!/bin/bash -e -x
    output | Exited with code 1, see above
    output | Exited with code"
  `);
});

test('CircleCI: below a tool that prints its commands, a go command is what the tool says', () => {
  expect(
    show(['#!/bin/bash -eo pipefail', 'make build', 'go build ./...', 'Exited with code exit status 2'].join('\n')),
  ).toMatchInlineSnapshot(`
    "dialects: circleci make
    heading | #!/bin/bash -eo pipefail
    command step | make build
    command | go build ./...
    exit =2 | Exited with code exit status 2"
  `);
});
