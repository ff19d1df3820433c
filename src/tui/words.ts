import type { Language, Widened } from '../i18n/texts.ts';
import type { Remedy } from '../model/report.ts';

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
  scan: {
    phase: { reading: 'reading', done: 'done', stopped: 'stopped: what was read is shown' },
    files: (done: string, total: string | null) => (total === null ? `${done} files` : `${done} of ${total} files`),
    bytes: (done: string, total: string | null) => (total === null ? done : `${done} of ${total}`),
    left: (seconds: number) => (seconds < 90 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`),
    workers: (count: number) => `${count} ${count === 1 ? 'worker' : 'workers'}`,
    now: 'now',
    worker: (number: number) => `worker ${number}`,
    known: (count: string) => `${count} known already`,
    pane: {
      groups: 'Causes',
      files: 'Files',
      problems: 'Problems reading',
      days: 'By day',
      same: 'Same in all of them',
      fix: 'Fix once',
    },
    column: { files: 'files', share: 'share', code: 'code', what: 'what', first: 'first', last: 'last' },
    share: (percent: number) => (percent < 1 ? '<1 %' : `${percent} %`),
    of: (count: string, all: string) => `${count} of ${all}`,
    allFailures: 'all failures',
    shared: { host: 'host', module: 'module', runner: 'runner' },
    days: (first: string, last: string) => `${first} to ${last}`,
    mostADay: (count: string) => `at most ${count} a day`,
    order: { count: 'most files first', code: 'by code', first: 'first seen first' },
    more: (count: string) => `${count} more`,
    nothingYet: 'nothing found so far',
    nothing: 'no log has been found here: name files, folders or a pattern such as logs/**/*.log',
    noProblems: 'all files could be read',
  },
  rules: {
    title: { causes: 'causes', signals: 'signals' },
    pane: { causes: 'Causes', signals: 'Signals' },
    counted: (causes: number, signals: number, catalog: string) => `${causes} causes, ${signals} signals, catalog ${catalog}`,
    filtered: (text: string) => `filter: ${text}`,
    filter: 'filter: ',
    none: 'no rule has these words; Esc shows all again',
    nothing: 'Nothing to open here: choose a signal or a cause in the text.',
    severity: { error: 'error', warning: 'warning', info: 'info' },
    prior: { rare: 'rare', uncommon: 'uncommon', common: 'common' },
    transient: 'may pass by itself',
    fact: 'seen in files and settings',
    role: { error: 'error', context: 'says more about an error', note: 'failed nothing' },
    generic: 'counts only near words of Go modules',
    weight: { decisive: 'decisive', strong: 'strong', moderate: 'moderate', weak: 'weak', contra: 'speaks against it' },
    go: (version: string) => `Go ${version}`,
    row: {
      what: 'what',
      why: 'why',
      name: 'name',
      kind: 'kind',
      variant: 'kinds of it',
      signals: 'signals',
      docs: 'docs',
      seenBy: 'seen by',
      causes: 'causes',
      words: 'words',
      pattern: 'pattern',
      takes: 'takes',
      matches: 'matches',
      matchesNot: 'not',
    },
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
  waterfall: {
    title: 'Waterfall',
    log: 'Log',
    rows: (shown: string, all: string) => (shown === all ? `${all} rows` : `${shown} of ${all} rows`),
    left: (count: string) => `${count} more are not kept`,
    filtered: (text: string) => `host: ${text}`,
    filter: 'host: ',
    none: 'no request went to such a host; Esc shows all again',
    nothing: 'The log shows no request, command, download or error that could be put in order.',
    time: { since: 'since start', clock: 'clock', delta: 'delta', error: 'to error' },
    elsewhere: (file: string, line: string) => `this stands in ${file}, line ${line}`,
    fromMark: (duration: string) => `from the mark ${duration}`,
    fromError: (duration: string) => `from the first error ${duration}`,
    noMark: 'no mark is set: press m',
    apart: 'the mark is on another clock',
    took: (duration: string) => `took ${duration}`,
    status: (status: number) => `got ${status}`,
    zoom: (duration: string) => `${duration} shown`,
  },
  paste: {
    stays: 'nothing leaves this machine',
    title: 'Paste a log here, or drop a file',
    result: 'Live result',
    empty: 'What is pasted is explained at once.',
    reading: 'reading ...',
    tip: 'Tip: a whole file is better than a few lines: modwhy explain build.log',
    nothing: 'nothing was pasted yet',
    leaving: 'Esc once more leaves and forgets the text; Ctrl+U clears it',
    openLabel: 'open ',
    file: (path: string) => `This is a file: ${path}. Enter reads it as a log.`,
    folded: {
      pasted: (lines: number, bytes: number) => `pasted ${thousands(lines)} lines, ${size(bytes)}`,
      typed: (lines: number, bytes: number) => `typed ${thousands(lines)} lines, ${size(bytes)}`,
    },
    looksLike: (what: string) => `, looks like: ${what}`,
    cut: (most: number, left: number) => `Only the first ${most >> 20} MB are kept: ${size(left)} were left out.`,
  },
  questions: {
    title: (number: number) => `Question ${number}`,
    none: 'No more questions',
    how: 'Run this where the build failed; it only looks, and changes nothing. What does it show?',
    done: 'Nothing that could still be asked would change the order of the causes.',
    soFar: 'As it stands',
    answered: 'Answered',
    notKnown: 'not known',
    open: (count: number) => `press a: ${count === 1 ? 'one question' : `${count} questions`} would settle it`,
    nothing: 'the log decides by itself, or nothing that could be asked would change the answer',
  },
  live: {
    /** @param missed lines that came since the reader paused; null while following */
    standing: (ended: boolean, missed: number | null) =>
      missed !== null ? ['paused', ...(missed > 0 ? [`${thousands(missed)} more since`] : [])] : [ended ? 'ended' : 'following'],
    others: (count: number) => `  +${thousands(count)} ${count === 1 ? 'file' : 'files'}`,
    rate: (lines: number) => `${thousands(lines)} lines/s`,
    behind: (megabytes: number) => `${thousands(megabytes)} MB to read`,
    findings: 'Findings, newest first',
    nothing: 'no failure so far',
    nothingAtEnd: 'no failure was seen',
    mayChange: 'may still change',
    waiting: 'nothing has come yet',
    ended: 'the command has ended: its whole answer comes when you go back',
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
    scan: {
      open: { shown: 'Enter', help: 'files of the cause, one file explained', footer: 'Enter open' },
      order: { shown: 'S', help: 'sort order', footer: 'S sort' },
      filter: { shown: '/', help: 'filter the causes', footer: '/ filter' },
      stop: { shown: 'x', help: 'stop reading, keep what is there', footer: 'x stop' },
      save: { shown: 's', help: 'save the report', footer: 's save' },
    },
    rules: {
      open: { shown: 'Enter', help: 'read it, open what it names', footer: 'Enter open' },
      filter: { shown: '/', help: 'filter the list', footer: '/ filter' },
      kind: { shown: 'c', help: 'causes or signals', footer: 'c causes/signals' },
      docs: { shown: 'o', help: 'docs in the browser', footer: 'o docs' },
      copy: { shown: 'y', help: 'copy the command or the name' },
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
      shell: { shown: '$', help: 'commands of another shell' },
      time: { shown: 't', help: 'times: of day, since, none', footer: 't times' },
      wrap: { shown: 'w', help: 'wrap long lines', footer: 'w wrap' },
      ask: { shown: 'a', help: 'questions that settle it', footer: 'a questions' },
      waterfall: { shown: 'T', help: 'what took how long, as bars' },
    },
    paste: {
      explain: { shown: 'Enter', help: 'explain it', footer: 'Enter explain' },
      clear: { shown: 'Ctrl+U', help: 'clear', footer: 'Ctrl+U clear' },
      open: { shown: 'Ctrl+O', help: 'open a file', footer: 'Ctrl+O open file' },
      erase: { shown: 'Backspace', help: 'take the last letter or paste back' },
      leave: { shown: 'Esc', help: 'back', footer: 'Esc back' },
    },
    questions: {
      choose: { shown: '1-9', help: 'give this answer', footer: '1-9 answer' },
      notKnown: { shown: '0', help: 'I do not know', footer: '0 not known' },
      take: { shown: 'Enter', help: 'give the answer with the cursor' },
      back: { shown: 'b u Backspace', help: 'take the last answer back', footer: 'b take back' },
      copy: { shown: 'y c', help: 'copy the command', footer: 'y copy' },
    },
    waterfall: {
      open: { shown: 'Enter', help: 'see it in the log', footer: 'Enter log' },
      zoom: { shown: '+ - 0', help: 'zoom in, out, all of it', footer: '+/- zoom' },
      pan: { shown: 'h l  left right', help: 'move what is shown of the time' },
      mark: { shown: 'm', help: 'mark here, again: no mark', footer: 'm mark' },
      jump: { shown: "'", help: 'go to the mark' },
      error: { shown: 'e', help: 'go to the first error', footer: 'e error' },
      time: { shown: 't', help: 'times: since start, of day, delta', footer: 't times' },
      filter: { shown: '/', help: 'only one host', footer: '/ host' },
    },
    live: {
      file: { shown: 'Tab  Shift+Tab', help: 'next log', footer: 'Tab log' },
      follow: { shown: 'f  G', help: 'follow', footer: 'f follow' },
      pause: { shown: 'p', help: 'pause; it goes on counting', footer: 'p pause' },
      next: { shown: 'n N  [ ]', help: 'next, previous finding', footer: 'n/N next finding' },
      explain: { shown: 'Enter', help: 'explain the finding', footer: 'Enter explain' },
      copy: { shown: 'y c', help: 'copy the command', footer: 'y copy fix' },
      copyReport: { shown: 'Y', help: 'copy report (Markdown)' },
      docs: { shown: 'o', help: 'docs in the browser', footer: 'o docs' },
      wrap: { shown: 'w', help: 'wrap long lines' },
    },
  },
  tooSmall: (columns: number, rows: number) => `modwhy needs 40x10, this is ${columns}x${rows}. Enlarge, or q and use --no-tui`,
} as const;

/** `18.2 KB` */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const mega = bytes >= 1 << 20;
  return `${(bytes / (mega ? 1 << 20 : 1024)).toFixed(1)} ${mega ? 'MB' : 'KB'}`;
}

/** What every language's table must have. */
export type Words = Widened<typeof english>;

/** The words of this run. */
export let words: Words = english;

/** Before the first screen opens; all screens of a run have one language. */
export async function speakLanguage(language: Language): Promise<void> {
  words = language === 'zh' ? (await import('./words-zh.ts')).chinese : english;
}

/** `48,211` */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
