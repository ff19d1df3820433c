import type { Line } from '../model/line.ts';
import type { Advice } from '../model/report.ts';

interface Warning {
  readonly words: RegExp;
  readonly verdict: Advice['verdict'];
  readonly because: string;
}

// Settings that posts and scripts recommend, and that are unsafe, do nothing, or no longer exist. go help environment, go help module-auth.
const warnings: readonly Warning[] = [
  {
    words: /\bGO(?:NO)?SUMDB=(?:off|\*)(?=$|[\s'"])/,
    verdict: 'unsafe',
    because: 'no module is checked against the checksum database any more, public ones included',
  },
  { words: /\bGONOSUMCHECK=\S+/, verdict: 'no-effect', because: 'the go command has no such variable' },
  { words: /\bGOFLAGS=['"]?-insecure\b/, verdict: 'no-effect', because: 'the go command accepts this flag in GOFLAGS and ignores it' },
  { words: /\bgo get (?:\S+ )*-insecure\b/, verdict: 'obsolete', because: 'go get lost this flag in Go 1.18' },
  {
    words: /\bGOINSECURE=['"]?\*(?=$|[\s'"])/,
    verdict: 'unsafe',
    because: 'every module may come over plain HTTP or from a server with any certificate',
  },
  {
    words: /http\.sslVerify[ =]false|\bGIT_SSL_NO_VERIFY=(?:1|true)\b/i,
    verdict: 'unsafe',
    because: 'git accepts any certificate from every host; the go command itself does not use this setting',
  },
  { words: /StrictHostKeyChecking[ =]no\b/, verdict: 'unsafe', because: 'ssh accepts any server in place of the real one' },
  {
    words: /safe\.directory['" =]+\*/,
    verdict: 'unsafe',
    because: 'git runs the configuration of repositories that belong to other users',
  },
  {
    words: /\brm -rf? \S*\/pkg\/mod(?=$|[\s/'"])/,
    verdict: 'no-effect',
    because: 'the folders are read-only; go clean -modcache removes them',
  },
];

// A test that costs little: one of these stands in all of the above.
const mayAdvise = /GO(?:NO)?SUM|GOFLAGS|insecure|GOINSECURE|ssl|StrictHost|safe\.dir|rm -r/i;

/** Advice and settings in the log that should not be followed or kept. Commands count too: people run what they read. */
export function judgeAdvice(lines: readonly Line[]): Advice[] {
  const found: Advice[] = [];
  for (const line of lines) {
    if (line.kind === 'own' || line.text.length > 4000 || !mayAdvise.test(line.text)) continue;
    for (const { words, verdict, because } of warnings) {
      const match = words.exec(line.text);
      if (match) found.push({ line: line.number, text: match[0], verdict, because });
    }
    if (found.length >= 50) break;
  }
  return found;
}
