import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { modwhy } from '../cli/modwhy.ts';

const log =
  'go: example.com/app@v1.0.0: Get "https://proxy.golang.org/example.com/app/@v/v1.0.0.mod": dial tcp 192.0.2.4:443: i/o timeout\n';

// What people paste back, and what a build prints that calls modwhy itself.
test.each(['en', 'zh'])('an answer in the language %s is no second failure', (lang) => {
  const answer = modwhy(['explain', '--lang', lang, 'samples/vendor/bumped-without-go-mod-vendor.log']).out;
  expect(answer).toContain('GM1101');
  const read = (input: string) =>
    JSON.parse(spawnSync(process.execPath, ['bin/modwhy.js', 'explain', '--format', 'json'], { input, encoding: 'utf8' }).stdout);
  expect(read(answer)).toMatchObject({ verdict: 'no-failure', incidents: [] });
  const causes = read(answer + log).incidents.map(({ hypotheses }: { hypotheses: { cause: string }[] }) => hypotheses[0]!.cause);
  expect(causes).toEqual(['network.connect-timeout']);
});
