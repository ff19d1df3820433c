import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGoCall } from '../../src/proc/go-command.ts';

const call = (line: string) => {
  const found = readGoCall(line.split(' '));
  return found && { ...found, variables: { ...found.variables } };
};

test.each([
  ['go build ./...', { program: 'go', verb: 'build', folder: null, variables: {} }],
  ['/usr/local/go/bin/go mod download', { program: '/usr/local/go/bin/go', verb: 'mod', folder: null, variables: {} }],
  ['go1.22.1 test ./...', { program: 'go1.22.1', verb: 'test', folder: null, variables: {} }],
  [
    'env GOFLAGS=-mod=mod GOOS=linux go get x',
    { program: 'go', verb: 'get', folder: null, variables: { GOFLAGS: '-mod=mod', GOOS: 'linux' } },
  ],
  ['/usr/bin/env -u GOFLAGS A=b -- go list', { program: 'go', verb: 'list', folder: null, variables: { GOFLAGS: null, A: 'b' } }],
  ['env A=1 env B=2 go install .', { program: 'go', verb: 'install', folder: null, variables: { A: '1', B: '2' } }],
  ['go -C sub build', { program: 'go', verb: 'build', folder: 'sub', variables: {} }],
  ['go -C=sub build', { program: 'go', verb: 'build', folder: 'sub', variables: {} }],
  ['go', { program: 'go', verb: '', folder: null, variables: {} }],
])('%s', (line, expected) => {
  expect(call(line)).toEqual(expected);
});

test.each([
  'make build',
  'sh -c go',
  'gofmt -l .',
  'env -i go build',
  'env -S go build',
  'env A=b',
  'gotestsum -- ./...',
  'sudo go build',
  'mygo build',
])('%s is no call of go that can be read', (line) => {
  expect(call(line)).toBeNull();
});

test('any words are read or not, and never throw', () => {
  const word = fc.oneof(fc.constantFrom('env', 'go', '-u', '--', '-C', 'A=b', 'build', ''), fc.string());
  fc.assert(fc.property(fc.array(word, { minLength: 1 }), (words) => void readGoCall(words)));
});
