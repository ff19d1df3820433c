import { expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { templateOf } from '../../src/clusters/of-report.ts';
import type { Report } from '../../src/model/report.ts';
import { createSession } from '../../src/session/session.ts';

function reportOf(log: string): Report {
  const session = createSession(loadPack(), { name: 'build.log', version: '0.0.0', redact: 'on', language: 'en' }, null);
  session.push(Buffer.from(log));
  return session.report();
}

test('the message of a failure without a cause, not what only follows from it', () => {
  const log = (name: string) =>
    `$ make image\nerror: cannot find the signing key /keys/${name}.pem\nERROR: failed to build: process "make image" failed\n`;
  const report = reportOf(log('north'));
  expect(report.unexplained).toEqual([
    { line: 2, text: 'error: cannot find the signing key /keys/north.pem' },
    { line: 3, text: 'ERROR: failed to build: process "make image" failed' },
  ]);
  expect(report.incidents.map((incident) => templateOf(incident, report))).toEqual(['error: cannot find the signing key <path>']);
  // The same failure of another name has the same fingerprint, too.
  const other = reportOf(log('south'));
  expect(other.incidents.map(({ fingerprint }) => fingerprint)).toEqual(report.incidents.map(({ fingerprint }) => fingerprint));
});

test('where nothing says what failed, the last line', () => {
  const report = reportOf('$ ./image\nexit status 3\n');
  expect(report.incidents.map((incident) => templateOf(incident, report))).toEqual(['exit status 3']);
});

test('a failure with a cause has no template, and a secret is in none', () => {
  const explained = reportOf(
    '$ go build\ngo: example.com/a@v1.0.0: verifying module: checksum mismatch\n\tdownloaded: h1:a\n\tgo.sum:     h1:b\n',
  );
  expect(explained.incidents.map((incident) => templateOf(incident, explained))).toEqual([null]);
  const secret = reportOf(
    '$ ./publish\nerror: publish with https://ada:s3cr3tpassw0rd@img.corp.test/x and token=abcdefgh12345678 failed\n',
  );
  expect(secret.incidents.map((incident) => templateOf(incident, secret)).join()).not.toMatch(/s3cr3t|ada|abcdefgh/);
});
