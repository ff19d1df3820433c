import { expect, test } from 'vitest';
import { show } from './show.ts';

test('go test -json: builds, packages and tests, with the stderr of the command between them', () => {
  const log = [
    '$ go test -json ./...',
    'go: downloading example.com/lib v1.0.0',
    '{"ImportPath":"example.com/app/b [example.com/app/b.test]","Action":"build-output","Output":"# example.com/app/b\\n"}',
    '{"ImportPath":"example.com/app/b [example.com/app/b.test]","Action":"build-output","Output":"b/b.go:2:29: undefined: missing\\n"}',
    '{"ImportPath":"example.com/app/b [example.com/app/b.test]","Action":"build-fail"}',
    '{"Time":"2026-11-21T16:06:57.05Z","Action":"start","Package":"example.com/app/b"}',
    '{"Time":"2026-11-21T16:06:57.05Z","Action":"output","Package":"example.com/app/b","Output":"FAIL\\texample.com/app/b [build failed]\\n"}',
    '{"Time":"2026-11-21T16:06:57.06Z","Action":"fail","Package":"example.com/app/b","Elapsed":0,"FailedBuild":"example.com/app/b [example.com/app/b.test]"}',
    '{"Time":"2026-11-21T16:06:57.1+01:00","Action":"run","Package":"example.com/app/c","Test":"TestC"}',
    '{"Time":"2026-11-21T16:06:57.2Z","Action":"output","Package":"example.com/app/c","Test":"TestC","Output":"--- FAIL: TestC (0.00s)\\n"}',
    '{"Time":"2026-11-21T16:06:57.2Z","Action":"fail","Package":"example.com/app/c","Test":"TestC","Elapsed":0}',
    '{"Time":"2026-11-21T16:06:57.3Z","Action":"fail","Package":"example.com/app/c","Elapsed":0.007}',
    '{"Time":"2026-11-21T16:06:57.3Z","Action":"pass","Package":"example.com/app/d","Elapsed":0.007}',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: go-json shell
    command | go test -json ./...
    output | go: downloading example.com/lib v1.0.0
    output in:example.com/app/b [example.com/app/b.test] | # example.com/app/b
    output in:example.com/app/b [example.com/app/b.test] | b/b.go:2:29: undefined: missing
    exit =1 in:example.com/app/b [example.com/app/b.test] | 
    heading in:example.com/app/b 16:06:57.050Z | 
    output in:example.com/app/b 16:06:57.050Z | FAIL\\texample.com/app/b [build failed]
    heading in:example.com/app/b 16:06:57.060Z | 
    heading in:example.com/app/c 15:06:57.100Z | 
    output in:example.com/app/c 16:06:57.200Z | --- FAIL: TestC (0.00s)
    heading in:example.com/app/c 16:06:57.200Z | 
    exit =1 in:example.com/app/c 16:06:57.300Z | 
    exit =0 in:example.com/app/d 16:06:57.300Z | "
  `);
});

test('before Go 1.24 the compiler speaks outside the events', () => {
  const log = [
    '# example.com/app/b [example.com/app/b.test]',
    'b/b.go:2:29: undefined: missing',
    '{"Time":"2026-11-21T16:06:57.05Z","Action":"output","Package":"example.com/app/b","Output":"FAIL\\texample.com/app/b [build failed]\\n"}',
    '{"Time":"2026-11-21T16:06:57.06Z","Action":"fail","Package":"example.com/app/b","Elapsed":0}',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: go-json
    output | # example.com/app/b [example.com/app/b.test]
    output | b/b.go:2:29: undefined: missing
    output in:example.com/app/b 16:06:57.050Z | FAIL\\texample.com/app/b [build failed]
    heading in:example.com/app/b 16:06:57.060Z | "
  `);
});

test('a line in several events, and several lines in one', () => {
  const log = [
    '{"Action":"output","Package":"a","Test":"TestA","Output":"go: first "}',
    '{"Action":"output","Package":"a","Test":"TestB","Output":"of B\\n"}',
    '{"Action":"output","Package":"a","Test":"TestA","Output":"and second"}',
    '{"Action":"output","Package":"a","Test":"TestA","Output":" part\\n"}',
    '{"Action":"build-output","Output":"go: errors parsing go.mod:\\ngo.mod:3: unknown directive: x\\n\\tmore\\n"}',
    '{"Action":"output","Package":"a","Output":"\\n"}',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: go-json
    output in:a | go: first and second part
    output in:a | of B
    heading in:a | 
    heading in:a | 
    output | go: errors parsing go.mod:
    output | go.mod:3: unknown directive: x
    output | \\tmore
    output in:a | "
  `);
});

test.for([
  '{"Action":"output","Package":"a","Output":"cut he',
  '{"msg":"Action"}',
  '{"Time":"now"}',
  '[{"Action":"output","Output":"x\\n"}]',
  '{"Action":7,"Output":"x"}',
])('%s is no event', (text) => {
  expect(show(text)).toBe(`dialects: plain\noutput | ${JSON.stringify(text).slice(1, -1)}`);
});
