import { describe, expect, test } from 'vitest';
import { explainText } from './explain-text.ts';

interface Case {
  readonly family: string;
  readonly log: string;
  readonly cause: string;
  readonly subject: Readonly<Record<string, string>>;
  readonly line: number;
  /** A word of the first remedy's first step. */
  readonly fix: RegExp;
}

const cases: readonly Case[] = [
  {
    family: 'network',
    log: '$ go mod download\ngo: northwind.test/ash@v1.4.2: Get "https://goproxy.northwind.test/northwind.test/ash/@v/v1.4.2.info": dial tcp 127.0.0.1:3000: connect: connection refused\n',
    cause: 'network.connect-refused',
    subject: { host: 'goproxy.northwind.test' },
    line: 2,
    fix: /Start what should listen at 127\.0\.0\.1:3000/,
  },
  {
    family: 'certificates',
    log: '$ go mod download\ngo: northwind.test/ash@v1.4.2: Get "https://goproxy.northwind.test/northwind.test/ash/@v/v1.4.2.info": tls: failed to verify certificate: x509: certificate signed by unknown authority\n',
    cause: 'tls.unknown-authority',
    subject: { host: 'goproxy.northwind.test' },
    line: 2,
    fix: /certificate/i,
  },
  {
    family: 'private modules',
    log: '$ go get northwind.test/ash@v1.4.2\ngo: northwind.test/ash@v1.4.2: verifying module: northwind.test/ash@v1.4.2: reading https://sum.golang.org/lookup/northwind.test/ash@v1.4.2: 404 Not Found\n',
    cause: 'auth.private-module-via-public-proxy',
    subject: { module: 'northwind.test/ash', version: 'v1.4.2' },
    line: 2,
    fix: /GOPRIVATE/,
  },
  {
    family: 'git credentials',
    log: "$ go mod download\ngo: module git.northwind.test/ash: git ls-remote -q --end-of-options https://git.northwind.test/ash in /home/ada/go/pkg/mod/cache/vcs/9c0ffee1: exit status 128:\n\tfatal: could not read Username for 'https://git.northwind.test': terminal prompts disabled\n",
    cause: 'auth.git-credentials-missing',
    subject: { host: 'git.northwind.test' },
    line: 3,
    fix: /browser where you are logged in/,
  },
  {
    family: 'checksums',
    log: '$ go build ./...\nverifying northwind.test/ash@v1.4.2: checksum mismatch\n\tdownloaded: h1:3kLTjyvVZCrqyDqTVnDdL5gTOcHq8bXs8ZtOGUV0xmw=\n\tgo.sum:     h1:xJTPuZKrTzFwXfQ6gxtkkjUWVEPLKpRWbGCeKnrVlFI=\n\nSECURITY ERROR\nThis download does NOT match an earlier download recorded in go.sum.\n',
    cause: 'checksum.go-sum-mismatch',
    subject: { module: 'northwind.test/ash', version: 'v1.4.2' },
    line: 2,
    fix: /go\.sum is right/,
  },
];

describe('S1: from the symptom to the cause and the fix', () => {
  test.each(cases)('$family', ({ log, cause, subject, line, fix }) => {
    const { verdict, incidents } = explainText(log);
    const lead = incidents[0]!.hypotheses[0]!;
    expect({ verdict, cause: lead.cause, subject: incidents[0]!.subject, line: lead.evidence[0]!.line }).toMatchObject({
      verdict: 'module-failure',
      cause,
      subject,
      line,
    });
    expect(JSON.stringify(lead.remedies[0]!.steps)).toMatch(fix);
    expect(lead.remedies.every(({ risk }) => risk !== 'unsafe')).toBe(true);
  });
});
