import { expect, test } from 'vitest';
import { typeCaptures } from '../../src/match/capture.ts';

test('a proxy address names host, module and version', () => {
  const captures = typeCaptures({ url: 'https://user:pw@proxy.golang.org/github.com/!burnt!sushi/toml/@v/v0.3.1.mod' }, { url: 'url' });
  expect(captures).toMatchObject({
    host: { type: 'host', value: 'proxy.golang.org' },
    module: { type: 'module', value: 'github.com/BurntSushi/toml' },
    version: { type: 'version', value: 'v0.3.1' },
  });
});

test('the base path of a proxy is not part of the module', () => {
  const captures = typeCaptures({ url: 'https://nexus.corp.example/repository/go/github.com/acme/lib/@v/list' }, { url: 'url' });
  expect(captures.module?.value).toBe('github.com/acme/lib');
});

test('a group of the pattern is never overwritten', () => {
  const captures = typeCaptures(
    { url: 'https://sum.golang.org/lookup/a.example/b@v1.0.0', module: 'a.example/b' },
    { url: 'url', module: 'module' },
  );
  expect(captures.module?.value).toBe('a.example/b');
});
