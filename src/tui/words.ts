import type { Remedy } from '../model/report.ts';

/** Words that only the screen uses; what it shares with the text report comes from `i18n`. */
export const words = {
  pane: { causes: 'Causes', why: 'Why', fix: 'Fix', timeline: 'Timeline', log: 'Log' },
  lines: (count: number) => `${thousands(count)} ${count === 1 ? 'line' : 'lines'}`,
  of: (from: number, to: number, total: number) => `${thousands(from)}-${thousands(to)} of ${thousands(total)}`,
  logAt: (line: number, total: number) => `line ${thousands(line)} of ${thousands(total)}`,
  unexplained: 'unexplained',
  recovered: 'recovered',
  tolerated: 'tolerated',
  noFailure: 'no failure',
  noFailureTitle: 'nothing in this log says that a command failed',
  noTimeline: 'The log shows no command, download, error or exit that could be put in order.',
  noFix: 'modwhy knows no command that cures this.',
  noFailureNext: 'Nothing to do. If the build did fail, explain the complete, raw log of the failed step.',
  recoveredNext: 'Nothing to do: the build went on after this.',
  silence: (ms: number) => `${Math.round(ms / 1000)} s of silence after: `,
  applicability: {
    automatic: 'can be run as it is',
    confirm: 'look at the price first',
    placeholder: 'fill in <...>',
    manual: 'by hand',
  } as Readonly<Record<Remedy['applicability'], string>>,
  copied: {
    by: (program: string) => `copied with ${program}`,
    // Nobody answers OSC 52, so more than this cannot be said.
    asked: 'asked the terminal to copy',
    fillIn: ' (fill in <...>)',
    nothing: 'nothing here to copy',
    report: 'the report as Markdown',
  },
  docs: {
    opening: (url: string) => `opening ${url}`,
    failed: (url: string) => `no browser could be started: ${url}`,
    none: 'no documentation is known for this',
  },
  search: {
    running: (query: string) => `searching ${query}`,
    none: (query: string) => `not found: ${query}`,
    wrapped: (query: string) => `found past the end of the log: ${query}`,
    empty: 'nothing was searched yet: press /',
  },
  noLine: 'no log line belongs to this',
  help: {
    title: 'Keys',
    close: 'Esc or ? closes',
    about: {
      marks: (mark: { sure: string; possible: string; unlikely: string; unknown: string; past: string; evidence: string }) => [
        `${mark.sure} likely   ${mark.possible} possible   ${mark.unlikely} unlikely   ${mark.unknown} unexplained   ${mark.past} earlier   ${mark.evidence} evidence`,
        'for, against: log lines that raise or lower the confidence',
      ],
    },
  },
  tooSmall: (columns: number, rows: number) => `modwhy needs 40x10, this is ${columns}x${rows}. Enlarge, or q and use --no-tui`,
} as const;

/** `48,211` */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
