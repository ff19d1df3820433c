import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filterFrom } from '../../../src/session/line-reading.ts';
import { noise } from '../../filter/noise.ts';
import { explain } from './read-trace.ts';

const folder = 'test/timeline/traces/go';
const before = noise(3, filterFrom + 100_000, () => '');
const after = noise(4, 50_000, () => '');

test.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))(
  '%s says the same inside a large log, whichever lines are left out',
  (name) => {
    const log = Buffer.concat([before, readFileSync(`${folder}/${name}`), Buffer.from('\n'), after]);
    expect(log.length).toBeGreaterThan(filterFrom);
    expect(explain(log, {}, 'on')).toEqual(explain(log, {}, 'off'));
  },
);
