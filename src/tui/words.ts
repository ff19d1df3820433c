import type { Language, Widened } from '../i18n/texts.ts';
import type { Remedy } from '../model/report.ts';

/** Words that only the screen uses; what it shares with the text report comes from `i18n`. `words-zh.ts` has them in Chinese. */
export const english = {
  colon: ': ',
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
  // The answer once more, after the screen has closed.
  summary: (name: string, what: string) => `modwhy: ${name}: ${what}`,
  answer: (name: string, label: string, title: string, code: string) => `modwhy: ${name}: ${label}: ${title} (${code})`,
  cure: (title: string) => `; fix: ${title}`,
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
    explain: {
      choose: { shown: '1-9  [ ]', help: 'choose a cause' },
      scroll: { shown: 'h l  left right', help: 'scroll the log' },
      open: { shown: 'Enter', help: 'see it in the log', footer: 'Enter log' },
      copy: { shown: 'y c', help: 'copy the command', footer: 'y copy fix' },
      copyReport: { shown: 'Y', help: 'copy report (Markdown)' },
      docs: { shown: 'o', help: 'docs in the browser', footer: 'o docs' },
      search: { shown: '/  n N', help: 'search the log', footer: '/ search' },
      next: { shown: '', help: '', footer: 'n/N next' },
      wrap: { shown: 'w', help: 'wrap long lines', footer: 'w wrap' },
      ask: { shown: 'a', help: 'questions that settle it', footer: 'a questions' },
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
