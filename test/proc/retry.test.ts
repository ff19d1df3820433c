import { describe, expect, test } from 'vitest';
import type { Permission } from '../../src/model/policy.ts';
import type { Hypothesis, Incident, Report } from '../../src/model/report.ts';
import { judgeRetry } from '../../src/proc/retry-judge.ts';
import { defaultRows, permissionOf } from '../../src/proc/retry-policy.ts';
import { waitBefore } from '../../src/proc/retry-schedule.ts';

const causes = [
  { id: 'goproxy.server-error', transient: true },
  { id: 'network.dns-timeout', transient: true },
  { id: 'network.connect-refused', transient: false },
  { id: 'checksum.sumdb-unreachable', transient: true },
  { id: 'tls.handshake', transient: true },
  { id: 'auth.expired', transient: true },
];
const defaults = defaultRows(causes);

describe('S23: what may be retried', () => {
  test('by itself: what is transient, and nothing about security', () => {
    const may = permissionOf(defaults, [], []);
    expect(causes.map(({ id }) => may(id))).toEqual(['automatic', 'automatic', 'never', 'never', 'never', 'never']);
    expect(may('unknown')).toBe('never');
  });

  test('the user decides, a cause before its family before all; security stays', () => {
    const own = [
      { trigger: '*', action: 'retry', who: 'person' },
      { trigger: 'network.*', action: 'never', who: 'automatic' },
      { trigger: 'network.connect-refused', action: 'retry', who: 'automatic' },
      { trigger: 'tls.handshake', action: 'retry', who: 'automatic' },
    ] as const;
    const may = permissionOf(defaults, own, []);
    expect(causes.map(({ id }) => may(id))).toEqual(['person', 'never', 'automatic', 'never', 'never', 'never']);
  });

  test('the project takes away and never gives', () => {
    const project = [
      { trigger: '*', action: 'retry', who: 'automatic' },
      { trigger: 'goproxy.*', action: 'retry', who: 'person' },
      { trigger: 'network.dns-timeout', action: 'never', who: 'automatic' },
    ] as const;
    const may = permissionOf(defaults, [], project);
    expect(causes.map(({ id }) => may(id))).toEqual(['person', 'never', 'never', 'never', 'never', 'never']);
  });
});

describe('S23: when a command is tried again', () => {
  const reading = (cause: string, label: Hypothesis['label']) => ({ cause, label }) as Hypothesis;
  const incident = (first: Hypothesis | null, more: Partial<Incident> = {}) =>
    ({ verdict: 'module-failure', terminal: true, hypotheses: first ? [first] : [], ...more }) as Incident;
  const judge = (incidents: readonly Incident[], argv = 'go build', any = false, permission: Permission = 'automatic') =>
    judgeRetry({ incidents } as Report, argv.split(' '), any, () => permission);
  const passing = incident(reading('goproxy.server-error', 'likely'));

  test('one or more causes that may pass', () => {
    expect(judge([passing])).toMatchObject({ retry: true, cause: { cause: 'goproxy.server-error' } });
    expect(judge([passing, incident(reading('network.dns-timeout', 'very-likely'))])).toMatchObject({ retry: true });
    // What the build got over does not count.
    expect(judge([passing, incident(reading('resolve.x', 'possible'), { terminal: false })])).toMatchObject({ retry: true });
  });

  test.each<[string, readonly Incident[], string]>([
    ['nothing ended it', [], 'cause'],
    ['an unknown failure', [incident(null, { verdict: 'unknown' })], 'cause'],
    ['a test that failed beside it', [passing, incident(reading('not-module.test-failure', 'likely'), { verdict: 'not-module' })], 'cause'],
    ['a cause that is only possible', [incident(reading('goproxy.server-error', 'possible'))], 'unsure'],
    ['one of two is only possible', [passing, incident(reading('network.dns-timeout', 'possible'))], 'unsure'],
  ])('not for %s', (_, incidents, why) => {
    expect(judge(incidents)).toEqual({ retry: false, why });
  });

  test('not against the policy', () => {
    expect(judge([passing], 'go build', false, 'never')).toEqual({ retry: false, why: 'cause' });
    expect(judge([passing], 'go build', false, 'person')).toEqual({ retry: false, why: 'person' });
  });

  test.each(['build', 'test', 'mod', 'get', 'list', 'install'])('go %s may be repeated', (verb) => {
    expect(judge([passing], `env A=b /opt/go/bin/go ${verb}`).retry).toBe(true);
  });

  test.each(['go run .', 'go generate', 'go', 'make', 'go mod'.replace('mod', 'env -w A=b')])('%s is not, unless all are', (argv) => {
    expect(judge([passing], argv)).toEqual({ retry: false, why: 'command' });
    expect(judge([passing], argv, true).retry).toBe(true);
  });
});

test('waits double up to a minute, a quarter longer at most, the same for one seed', () => {
  const waits = Array.from({ length: 8 }, (_, index) => waitBefore(index + 1, 'runner-7:4711'));
  expect(waits).toEqual(Array.from({ length: 8 }, (_, index) => waitBefore(index + 1, 'runner-7:4711')));
  for (const [index, wait] of waits.entries()) {
    const base = Math.min(60_000, 2000 * 2 ** index);
    expect(wait).toBeGreaterThanOrEqual(base);
    expect(wait).toBeLessThanOrEqual(base * 1.25);
  }
  expect(waitBefore(1, 'runner-7:4711')).not.toBe(waitBefore(1, 'runner-8:4711'));
});
