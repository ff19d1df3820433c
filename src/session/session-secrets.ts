import type { LineScanner } from '../filter/line-scanner.ts';
import type { Line } from '../model/line.ts';
import type { KeptLines } from '../model/proxy-log.ts';
import type { Report } from '../model/report.ts';
import { createRedactor } from '../redact/redactor.ts';
import { redactReport, redactValue } from './redact-report.ts';
import { firstAt } from './skipped-lines.ts';
import { suspectLines } from './suspect-lines.ts';

/** What one session knows of secrets, and hides of what it gives out. */
export interface SessionSecrets {
  /** A file that stands beside the log. */
  learnFile(source: KeptLines): void;
  /** A secret may be given away by a line that the report does not show. @param lines all so far @param whole the input has ended */
  learnLines(lines: readonly Line[], whole: boolean): void;
  report(report: Report): Report;
  value<Value>(value: Value): Value;
  text(text: string): string;
  /** Texts that follow each other, so that a secret may go on from one to the next. */
  texts(texts: readonly string[]): string[];
}

/**
 * @param isOwn whether a text comes from us, not from the log
 * @param scanner says quickly which lines may hold a secret; null when none is at hand
 */
export function createSessionSecrets(isOwn: (text: string) => boolean, scanner: () => LineScanner | null): SessionSecrets {
  const files: KeptLines[] = [];
  // Names of secrets depend on what was seen before: those of the whole report are given anew.
  let redactor = createRedactor(isOwn);
  let learned = 0;
  return {
    learnFile(source) {
      files.push(source);
      redactor.learn(textsIn(source));
    },
    learnLines(lines, whole) {
      if (whole) {
        redactor = createRedactor(isOwn);
        for (const source of files) redactor.learn(textsIn(source));
        learned = 0;
      }
      const from = firstAt(lines, learned + 1);
      redactor.learn(textsFrom(lines, from), suspectLines(lines, from, scanner()));
      learned = lines.at(-1)?.number ?? 0;
    },
    report: (report) => redactReport(report, redactor),
    value: (value) => redactValue(value, redactor),
    text: (text) => redactor.redact(text),
    texts(texts) {
      const lines = redactor.lines();
      return texts.map((text) => lines.redact(text));
    },
  };
}

/** One after the other: all texts of a large log at once are much to hold. */
function* textsFrom(lines: readonly Line[], from: number): Generator<string> {
  for (let index = from; index < lines.length; index++) yield lines[index]!.text;
}

/** One after the other: a file beside the log may be large. */
function* textsIn(source: KeptLines): Generator<string> {
  for (const index of source.lines.keys()) yield source.at(index);
}
