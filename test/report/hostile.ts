import type { Advice, Report } from '../../src/model/report.ts';
import { hypothesis, incident, remedy, report } from './sample.ts';

/** Texts that a log may hold to move a cursor, hide text, end a block, reach a person or run a command. */
export const hostileStrings: Readonly<Record<string, string>> = {
  'escape sequences': '\u001b[2J\u001b[31mred\u001b]0;title\u0007\u001b]52;c;cm0gLXJm\u0007',
  'C1 controls': 'a\u009b31mb\u0090q\u009c',
  'carriage return and backspace': 'good\rbad\b\b\b',
  'bidi controls': 'abc\u202edcba\u2066x\u2069\u200f',
  'zero width and tags': 'a\u200bb\ufeffc\u2060d\u{e0041}\u00ad',
  'lone surrogates': 'a\ud800b\udc00c',
  'line separators': 'a\u2028b\u2029c\u0085d',
  backticks: '``` ```` `a` ``',
  'a closed fence': 'x\n```\n````\n<script>alert(1)</script>\n```',
  html: '<script>alert(1)</script><img src=x onerror=y></details>--><!--',
  mentions: '@everyone and @org/team, see #123, org/repo#45, GH-7',
  links: '[text](https://evil.example) https://evil.example www.evil.example ![i](http://evil.example/x.png) a@b.example',
  'table cells': 'a | b \\| c',
  'list starts': '1. one',
  heading: '# heading',
  'CI commands': '::add-mask::x ##[error]y ##vso[task.setvariable]z',
  'a NUL': 'a\u0000b',
};

export function advice(text: string): Advice {
  return { line: 9, text, verdict: 'unsafe', because: text, instead: text };
}

/** A report in which every outside text is hostile. */
export function poisoned(text: string): Report {
  const { input } = report();
  const bad = hypothesis({
    title: text,
    why: text,
    evidence: hypothesis().evidence.map((item) => ({ ...item, text, says: text })),
    contrast: [{ against: text, because: text, line: 3 }],
    remedies: [
      remedy({
        title: text,
        price: text,
        steps: [
          { kind: 'manual', text },
          {
            kind: 'run',
            argv: [text],
            posix: text,
            powershell: text,
            cmd: text,
            env: {},
            cwd: text,
            changes: [text],
            places: [{ place: 'github-actions', what: 'command', fragment: text }],
          },
        ],
      }),
    ],
    probes: [{ argv: [text], if: [{ outcome: text, then: text }] }],
    discouraged: [{ what: text, because: text }],
    docs: [text],
  });
  return report({
    input: { ...input, name: text },
    incidents: [
      incident({ place: 'github-actions', hypotheses: [bad] }),
      incident({ hypotheses: [bad, { ...bad, rank: 2 }], command: { text, line: 1, exitCode: 1, goVersion: text } }),
      incident({ id: 'i2', terminal: false, recovered: true, hypotheses: [bad] }),
    ],
    advice: [advice(text)],
    unexplained: [{ line: 4, text }],
  });
}
