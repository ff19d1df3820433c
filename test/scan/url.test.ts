import { expect, test } from 'vitest';
import { modwhy } from '../cli/modwhy.ts';

test.each([
  ['http://logs.example.com/a.log', 'E_USAGE only https URLs are read'],
  ['https://169.254.169.254/latest/meta-data', 'E_USAGE this address is one of the link'],
  ['https://metadata.google.internal/computeMetadata', 'E_USAGE this address is one of the link'],
  ['https://[fe80::1]/x.log', 'E_USAGE this address is one of the link'],
  ['https://[::ffff:169.254.169.254]/x.log', 'E_USAGE this address is one of the link'],
  ['https://127.0.0.1:9/x.log', 'E_READ the server could not be asked: connect ECONNREFUSED'],
])('S32: %s has its row', (url, says) => {
  const { code, out } = modwhy(['scan', '--format', 'json', '--store', 'none', url]);
  const { problems, totals } = JSON.parse(out) as { problems: { code: string; message: string }[]; totals: { unreadable: number } };
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([expect.stringContaining(says)]);
  expect([code, totals.unreadable]).toEqual([2, 1]);
});
