import type { Place, Remedy } from '../model/report.ts';

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
  shells: { posix: 'sh', powershell: 'PowerShell', cmd: 'cmd.exe' } as Readonly<Partial<Record<Place, string>>>,
  shell: {
    shown: (name: string) => `commands for ${name}`,
    asInLog: 'commands as they fit where the build failed',
    same: 'nothing here depends on the shell',
  },
  edit: {
    ended: (line: number) => `back from the editor, line ${thousands(line)}`,
    noFile: 'this log came on standard input, so there is no file to open',
    trouble: {
      'no-editor': 'set VISUAL or EDITOR to open files here: EDITOR=vim modwhy ...',
      'needs-shell': 'VISUAL or EDITOR holds what only a shell can read; name a program and its flags',
      outside: 'that file is neither in the folder of the log nor in this module, so it is not opened',
      'no-file': 'that file is not there',
      packed: 'the log is packed; unpack it to open it in an editor',
      failed: 'the editor could not be started, or said that it failed',
    },
  },
  save: {
    format: (formats: string) => `format (${formats}): `,
    file: 'file: ',
    badFormat: (text: string, formats: string) => `no format "${text}": use ${formats}`,
    exists: (file: string) => `${file} is there: overwrite? (yes or no) `,
    yes: 'yes',
    saved: (file: string) => `saved ${file}`,
    kept: (file: string) => `${file} was left as it is`,
    isLog: (file: string) => `${file} is the log itself; name another file`,
    failed: (reason: string) => `not saved: ${reason}`,
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
    screens: {
      explain: 'one log explained',
      live: 'watch and run',
      paste: 'paste',
      questions: 'questions',
      scan: 'many logs',
      rules: 'rules and causes',
      help: 'help',
    },
    everywhere: 'everywhere',
  },
  noPaste: 'nothing here takes a pasted text',
  atTop: 'this is the first screen: q or Ctrl+C leaves it',
  // How a key is written, what it does for the help, and how the bottom row says it; a key without `footer` is only in the help.
  keys: {
    move: {
      line: { shown: 'j k  arrows', help: 'line', footer: 'j/k move' },
      ends: { shown: 'g G  Home End', help: 'first, last' },
      half: { shown: 'Ctrl+D Ctrl+U', help: 'half page' },
      page: { shown: 'Space b  PgDn PgUp', help: 'page' },
      pane: { shown: 'Tab  Shift+Tab', help: 'next pane', footer: 'Tab pane' },
    },
    shell: {
      help: { shown: '?', help: 'this help', footer: '? help' },
      back: { shown: 'Esc', help: 'back' },
      quit: { shown: 'q', help: 'back, at the top quit', footer: 'q quit' },
      close: { shown: 'q', help: 'back, at the top quit', footer: 'q back' },
      leave: { shown: 'Ctrl+C', help: 'quit now' },
      suspend: { shown: 'Ctrl+Z', help: 'to the shell, fg returns' },
      redraw: { shown: 'Ctrl+L', help: 'draw the screen again' },
    },
    explain: {
      choose: { shown: '1-9  [ ]', help: 'choose a cause' },
      scroll: { shown: 'h l  left right', help: 'scroll the log' },
      open: { shown: 'Enter', help: 'see it in the log', footer: 'Enter log' },
      copy: { shown: 'y c', help: 'copy the command', footer: 'y copy fix' },
      copyReport: { shown: 'Y', help: 'copy report (Markdown)' },
      docs: { shown: 'o', help: 'docs in the browser', footer: 'o docs' },
      search: { shown: '/  n N', help: 'search the log', footer: '/ search' },
      next: { shown: '', help: '', footer: 'n/N next' },
      edit: { shown: 'e', help: 'open in $EDITOR', footer: 'e edit' },
      save: { shown: 's', help: 'save report', footer: 's save' },
      shell: { shown: '$', help: 'sh, PowerShell, cmd' },
      wrap: { shown: 'w', help: 'wrap long lines', footer: 'w wrap' },
    },
  },
  tooSmall: (columns: number, rows: number) => `modwhy needs 40x10, this is ${columns}x${rows}. Enlarge, or q and use --no-tui`,
} as const;

/** `48,211` */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
