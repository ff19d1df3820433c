import { thousands } from '../i18n/numbers.ts';
import type { Language, Widened } from '../i18n/texts.ts';
import type { Remedy } from '../model/report.ts';
import { keys } from './words/en-keys.ts';
import { screens } from './words/en-screens.ts';

export { thousands };

/** Words that only the screen uses; what it shares with the text report comes from `i18n`. `words-zh.ts` has them in Chinese. */
export const english = {
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
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
    saved: (file: string) => `saved ${file}`,
    kept: (file: string) => `${file} was left as it is`,
    isLog: (file: string) => `${file} is the log itself; name another file`,
    failed: (reason: string) => `not saved: ${reason}`,
  },
  // What a screen reader reads: whole sentences, since their place on a screen cannot be heard.
  speak: {
    log: (name: string, headline: string, lines: number) => `${name}: ${headline}. ${thousands(lines)} ${lines === 1 ? 'line' : 'lines'}.`,
    cause: (number: number, of: number, label: string, code: string, title: string) =>
      `Cause ${number} of ${of}, ${label}${code ? `, ${code}` : ''}: ${title}`,
    line: (line: number) => `line ${thousands(line)}`,
    pane: (name: string, number: number, of: number) => `${name}, pane ${number} of ${of}.`,
    timeline: (events: number) => `Timeline: ${thousands(events)} ${events === 1 ? 'event' : 'events'}, in the last pane.`,
    logLine: (line: number, of: number, evidence: boolean, text: string) =>
      `Line ${thousands(line)} of ${thousands(of)}${evidence ? ', evidence' : ''}: ${text}`,
    rule: (number: number, of: number, name: string) => `${thousands(number)} of ${thousands(of)}, ${name}`,
    keys: 'Keys: j and k move, Tab changes the pane, Enter opens, ? reads all keys, q leaves.',
  },
  // The answer once more, after the screen has closed.
  summary: (name: string, what: string) => `modwhy: ${name}: ${what}`,
  answer: (name: string, label: string, title: string, code: string) => `modwhy: ${name}: ${label}: ${title} (${code})`,
  cure: (title: string) => `; fix: ${title}`,
  // What the times of the timeline are.
  time: { clock: '', since: 'since the first event', delta: 'since the event before', off: 'without times' },
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
      waterfall: 'waterfall',
      help: 'help',
    },
    everywhere: 'everywhere',
  },
  ...screens,
  keys,
  noPaste: 'nothing here takes a pasted text',
  atTop: 'this is the first screen: q or Ctrl+C leaves it',
  tooSmall: (columns: number, rows: number) => `modwhy needs 40x10, this is ${columns}x${rows}. Enlarge, or q and use --no-tui`,
} as const;

/** What every language's table must have. */
export type Words = Widened<typeof english>;

/** The words of this run. */
export let words: Words = english;

/** Before the first screen opens; all screens of a run have one language. */
export async function speakLanguage(language: Language): Promise<void> {
  words = language === 'zh' ? (await import('./words-zh.ts')).chinese : english;
}
