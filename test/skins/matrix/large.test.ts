import { describe, expect, test } from 'vitest';
import { filterFrom } from '../../../src/session/line-reading.ts';
import { noise } from '../../filter/noise.ts';
import { failures } from './failures.ts';
import { loadSkins } from './load-skins.ts';
import { answerOf, reportOf } from './seen.ts';

// In a large log most lines are not read. What is left must give the same report in every form.

// Long lines up to the size from which lines are left out, so that there are not many.
const long = `${'some words of a step that does well '.repeat(10)}\n`;
const busy = long.repeat(Math.ceil(filterFrom / long.length)) + noise(7, 90_000, () => '').toString();
const failure = failures.find(({ name }) => name === 'git-credentials-missing')!;
const skins = await loadSkins();

describe.each(skins)('$name', (skin) => {
  test('a large log has the same report with and without the filter', () => {
    const log = skin.onOneLine ? busy + skin.dress(failure) : skin.dress({ ...failure, output: `${busy}${failure.output}` });
    const read = reportOf(log, 'on');
    expect(read).toEqual(reportOf(log, 'off'));
    // What people paste is smaller: nothing is undone here.
    if (!skin.name.startsWith('pasted: '))
      expect(answerOf(read).incidents).toContainEqual(expect.objectContaining({ cause: 'auth.git-credentials-missing', terminal: true }));
  });
});
