import { describe, expect, test } from 'vitest';
import { routeOf } from '../../src/route/route.ts';
import { effectiveSettings } from '../../src/route/settings.ts';
import { type Answer, type Asked, walk } from '../../src/route/walk.ts';

describe('cfg.initEnvCache: an empty value in the go env file', () => {
  const proxy = (file: Readonly<Record<string, string>>, minor?: number) =>
    effectiveSettings({ file, ...(minor && { minor }) }).values.GOPROXY;

  test('hides the value of the installation since Go 1.21', () => {
    expect(proxy({ GOPROXY: '' })).toBe('');
    expect(effectiveSettings({ file: { GOPROXY: '' } }).sources.GOPROXY).toBe('go env file');
    expect(effectiveSettings({ file: { GOSUMDB: '' }, installation: { GOSUMDB: 'sum.golang.org' } }).values.GOSUMDB).toBe('');
    expect(routeOf('github.com/acme/greet', null, effectiveSettings({ file: { GOPROXY: '' } }).values)).toMatchObject({
      stops: [],
      error: 'GOPROXY list is not the empty string, but contains no entries',
    });
  });

  test('is no value before, in the environment, and of what has no default in the installation', () => {
    expect(proxy({ GOPROXY: '' }, 20)).toBe('https://proxy.golang.org,direct');
    expect(effectiveSettings({ environment: { GOPROXY: '' } }).values.GOPROXY).toBe('https://proxy.golang.org,direct');
    expect(effectiveSettings({ file: { GONOPROXY: '', GOPRIVATE: 'corp.test' } }).values.GONOPROXY).toBe('corp.test');
  });
});

describe('TryProxies: after an error that | leads past, the checksum database is asked', () => {
  const asked = (GOPROXY: string) => {
    const { values } = effectiveSettings({ environment: { GOPROXY, GONOPROXY: 'github.com' } });
    const answerOf = ({ host, purpose }: Asked): Answer =>
      purpose === 'sumdb-support' && host === 'a.test' ? 'error' : purpose === 'sumdb-support' ? 'not-found' : 'found';
    return walk(routeOf('github.com/acme/greet', 'v1.0.0', values), values, answerOf).asked.map(
      ({ host, purpose }) => `${purpose} ${host}`,
    );
  };
  const supports = ['repository github.com', 'sumdb-support a.test', 'sumdb-support b.test'];

  test('only where direct ends the list', () => {
    expect(asked('https://a.test|https://b.test,direct')).toEqual([...supports, 'sumdb sum.golang.org']);
    expect(asked('https://a.test|https://b.test')).toEqual(supports);
    expect(asked('https://a.test|https://b.test,off')).toEqual(supports);
  });

  test('not at all after a comma', () => {
    expect(asked('https://a.test,https://b.test,direct')).toEqual(supports.slice(0, 2));
  });
});
