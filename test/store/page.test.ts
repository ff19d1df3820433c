import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyPageHtml } from '../../src/report/html/history-page.ts';
import { openStore } from '../../src/store/open.ts';
import { pageOf } from '../../src/store/page.ts';
import { BEGIN, randomLogs } from './random-logs.ts';

const DAY = 86_400_000;

test('S22: the page of a store: only module failures are drawn, and its steps fit the time', async () => {
  const [drawn] = fc.sample(fc.array(randomLogs(60), { minLength: 8, maxLength: 8 }), { numRuns: 1, seed: 7 });
  const store = await openStore('none', {});
  try {
    await store.add(
      drawn!.flat().map((log, index) => ({ ...log, source: `/logs/${index}.log` })),
      'first',
    );
    const page = await pageOf(store, {}, 'logs/');
    expect(page.totals).toEqual(await store.totals({}));
    expect(page.totals.moduleFailures).toBeGreaterThan(5);
    expect(page.step).toBe('day');
    expect(new Set(page.failures.map(({ verdict }) => verdict))).toEqual(new Set(['module-failure']));
    expect(new Set(page.causes.map(({ key }) => key))).toEqual(new Set(['checksum.mismatch', 'network.connect-refused']));
    expect(page.unexplained.length).toBeGreaterThan(0);
    expect(page.pivot?.some(({ dimension }) => dimension === 'runner')).toBe(true);

    const { before, after } = page.halves!;
    // Some logs have no time.
    expect(before.logs + after.logs).toBeLessThan(page.totals.logs);
    expect(before.last!).toBeLessThan(after.first!);
    expect(before.moduleFailures + after.moduleFailures).toBeGreaterThan(5);

    const html = historyPageHtml(page);
    expect(html.match(/<tr data-state=/g)).toHaveLength(page.failures.length);
    expect(html).toContain('<th scope="col">Runner</th>');

    const days = { since: BEGIN, until: BEGIN + 2 * DAY };
    expect((await pageOf(store, days, 'logs/')).step).toBe('hour');
    expect(await pageOf(store, { since: BEGIN + 9000 * DAY }, 'logs/')).toMatchObject({ causes: [], failures: [], step: 'hour' });
  } finally {
    await store.close();
  }
});
