import { expect, test } from 'vitest';
import { showsFailure } from '../../src/diagnose/visible-failure.ts';

test.for(['gomobile: gobind -lang=go,java example.com/shop failed: exit status 1', 'go: something that no signal knows'])(
  'a failure: %s',
  (text) => {
    expect(showsFailure(text)).toBe(true);
  },
);

test.for([
  'go build -o shop ./...',
  'go test ok',
  'retries after a command that failed: exit status 1, then goes on',
  'go: downloading example.com/lib v1.0.0',
])('none: %s', (text) => {
  expect(showsFailure(text)).toBe(false);
});
