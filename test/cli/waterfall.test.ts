import { expect, test } from 'vitest';
import { folderWith, modwhy } from './modwhy.ts';

const log = `2026-01-02T23:59:40.0000000Z + go mod download
2026-01-02T23:59:41.0000000Z go: downloading git.corp.test/team/lib v1.2.0
2026-01-03T00:00:11.0000000Z go: git.corp.test/team/lib@v1.2.0: reading https://proxy.corp.test/git.corp.test/team/lib/@v/v1.2.0.zip: 503 Service Unavailable
2026-01-03T00:00:12.0000000Z ##[error]Process completed with exit code 1.
`;
const table = `waterfall: 5 rows, 32.0 s, first error (line 3) +31.0 s

  line    start    delta    took  what                      0 ms          32.0 s
     1    +0 ms           32.0 s  go mod download           ████████████████████
     2   +1.0 s   +1.0 s          git.corp.test/team/lib …  │
     3   +1.0 s    +0 ms          … 30.0 s nothing …        ····················
!    3  +31.0 s  +30.0 s          go: git.corp.test/team/…                     │
     4  +32.0 s   +1.0 s          exit code 1                                  │
`;

test('--waterfall adds the table to the answer, across midnight too', () => {
  const { code, out, err } = modwhy(['explain', 'a.log', '--waterfall'], { cwd: folderWith({ 'a.log': log }) });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.slice(out.indexOf('\nwaterfall: ') + 1)).toBe(table);
  expect(out).toMatch(/^a\.log: a Go module failure\n/);
});

test('it is text: what programs read has the times in its own fields', () => {
  const { code, err } = modwhy(['explain', 'a.log', '--waterfall', '--format', 'json'], { cwd: folderWith({ 'a.log': log }) });
  expect(code).toBe(2);
  expect(err).toContain('--waterfall is drawn as text, and the format is json');
});
