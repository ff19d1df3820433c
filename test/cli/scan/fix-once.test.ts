import { expect, test } from 'vitest';
import { loadPack } from '../../../src/catalog/load.ts';
import { fixesOf } from '../../../src/cli/scan/fix-once.ts';
import { textsOf } from '../../../src/i18n/texts.ts';

const pack = loadPack();
const fixOf = fixesOf(pack, textsOf('en').sentence);
const causes = Array.from({ length: pack.causes }, (_, position) => pack.cause(position));

test('what is fixed once for all logs sets variables, and needs nothing that only a log says', () => {
  const fixed = causes.filter(({ id }) => fixOf(id) !== null);
  expect(fixed.length).toBeGreaterThan(0);
  for (const { id, remedies } of fixed) {
    expect([id, remedies[0]!.risk]).toEqual([id, 'none']);
    const { title, lines } = fixOf(id)!;
    expect(title).not.toBe('');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect([id, line]).toEqual([id, expect.stringMatching(/^(?:export [A-Z_0-9]+=|unset [A-Z_0-9]+$)/)]);
    expect(`${title} ${lines.join(' ')}`).not.toMatch(/\{[a-z]/);
  }
});

test('a remedy in each repository, one with a price, and a cause that nobody knows have none', () => {
  expect(fixOf('vendor.inconsistent')).toBeNull();
  expect(fixOf('auth.private-module-via-public-proxy')).toBeNull();
  expect(fixOf('no.such-cause')).toBeNull();
});

test('it is in the language of the run, with the same lines', async () => {
  const { loadLanguage } = await import('../../../src/i18n/texts.ts');
  await loadLanguage('zh');
  const inChinese = fixesOf(loadPack('zh'), textsOf('zh').sentence);
  // What a reader fills in has words, too.
  const shape = (fix: ReturnType<typeof fixOf>) => fix?.lines.map((line) => line.replace(/<[^>]+>/g, '<>'));
  for (const { id } of causes) expect([id, shape(inChinese(id))]).toEqual([id, shape(fixOf(id))]);
  expect(inChinese(causes.find(({ id }) => fixOf(id) !== null)!.id)!.title).toMatch(/\p{Script=Han}/u);
});
