import { expect, test } from 'vitest';
import { showsFailure } from '../../src/diagnose/visible-failure.ts';

test.for([
  'gomobile: gobind -lang=go,java example.com/shop failed: exit status 1',
  'go: something that no signal knows',
  ' !     Push rejected, failed to compile Go app.',
  'remote:  !     Push failed',
  'fork/exec /tmp/go-build76445749/b001/exe/main: no such file or directory',
  'wire: generate failed',
  'Handled error whilst updating example.com/tally: dependency_file_not_resolvable {:message=>""}',
])('a failure: %s', (text) => {
  expect(showsFailure(text)).toBe(true);
});

test.for([
  'go build -o shop ./...',
  'go test ok',
  'the Push failed once',
  'retries after a command that failed: exit status 1, then goes on',
  'go: downloading example.com/lib v1.0.0',
])('none: %s', (text) => {
  expect(showsFailure(text)).toBe(false);
});
