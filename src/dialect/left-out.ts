import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
import { markExit, markHeading } from './mark.ts';

interface Marker {
  readonly limit: string;
  /** Stands in the line. */
  readonly word: string;
  readonly pattern: RegExp;
  /** The job was ended as well. */
  readonly stops?: true;
}

const units: Readonly<Record<string, number>> = {
  bytes: 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  megabytes: 1e6,
  kib: 1024,
  mib: 1 << 20,
  characters: 1,
};

// What stands in place of the part that is gone. The first group is its size limit, with its unit.
const markers: readonly Marker[] = [
  // gitlab-runner helpers/trace/buffer.go
  { limit: 'gitlab-log', word: "Job's log exceeded", pattern: /^Job's log exceeded limit of (\d+ bytes)\.?$/ },
  // moby/buildkit util/progress/logs/logs.go: a size, or a speed
  { limit: 'buildkit-log', word: 'output clipped', pattern: /^\[output clipped, log limit (\d[\d.]*(?:[KMG]i?)?B)(?:\/s)? reached\]$/ },
  // travis-ci/worker log_writer.go, and what its site shows
  {
    limit: 'travis-log',
    word: 'log length has',
    pattern: /^The log length has exceeded the limit of (\d+ (?:Bytes|MB|MiB|Megabytes))\b/,
    stops: true,
  },
  {
    limit: 'travis-log',
    word: 'maximum log length',
    pattern: /^The job exceeded the maximum log length, and has been terminated\.?$/,
    stops: true,
  },
  // The pages of GitHub and CircleCI, when the text is copied from them.
  { limit: 'github-page', word: 'has been truncated', pattern: /^This step has been truncated due to its large size\b/ },
  {
    limit: 'circleci-page',
    word: 'too large to display',
    pattern:
      /^(?:Your|This)(?: build)? output is too large to display in the browser\.(?: Only the (?:first|last) (\d+ characters) are displayed\.?)?$/,
  },
  { limit: 'circleci-page', word: 'are displayed', pattern: /^Only the (?:first|last) (\d+ characters) are displayed\.?$/ },
  // hudson.model.Run console.jelly: only the end of a long log.
  { limit: 'jenkins-page', word: 'Skipping ', pattern: /^Skipping [\d,.\s]{1,20} KB\.\.(?: {1,4}Full Log)?$/ },
];

// What people and editors put in place of lines: `[...]`, `<snip>`, `--- 8< ---`, `[120 lines omitted]`.
const snipWords = /snip|truncat|omit|left out|more lines|lines skipped/i;
const bracketed = /^(?:\[[^[\]]{1,60}\]|<[^<>]{1,60}>|\([^()]{1,60}\)|\{[^{}]{1,60}\})$/;
const ruled =
  /^(?:[-=~*#]{2,40}|\.{3}|…) ?(?:snip(?:ped)?|cut(?: here)?|8<|>8|truncated|omitted|(?:\d{1,7} )?lines (?:omitted|skipped)|\d{1,7} more lines) ?[-=~*#.…]{0,40}$/i;
const dots = /^\s{0,20}[[(<{]?\s?(?:\.{3,12}|…{1,4})\s?[\])>}]?$/;
const follows =
  /^(?:Job execution will continue but no more output will be collected\.?|The (?:job|build) has been terminated\.?|Full Log)$/;
const mayMark = /log exceeded|clipped|log length|truncated|too large|are displayed|KB\.\./;
const maySnip = /^\s{0,20}[[(<{=~*#.…-]/;

/** The places where a log was cut before we got it, and who cut. It is no dialect of a log, so that it never names itself. */
export const leftOut: Dialect = {
  name: 'cut',
  create() {
    let after = 0;
    return {
      read(line) {
        const { text } = line;
        after--;
        if (text.length > 200 || text === '') {
          if (text === '') after++;
          return false;
        }
        if (after > 0 && follows.test(text)) return !markHeading(line);
        for (const { limit, word, pattern, stops } of mayMark.test(text) ? markers : []) {
          const match = text.includes(word) ? pattern.exec(text) : null;
          if (!match) continue;
          after = 3;
          line.cut = { limit, bytes: bytesOf(match[1]) };
          return !(stops ? markExit(line, null) : markHeading(line));
        }
        if (!maySnip.test(text) || !isSnip(line)) return false;
        line.cut = { limit: 'snipped', bytes: 0 };
        return !markHeading(line);
      },
    };
  },
};

function isSnip({ text, time }: Line): boolean {
  // In the log of a CI system dots are a program's progress.
  if (dots.test(text)) return time === null;
  const trimmed = text.trim();
  return (bracketed.test(trimmed) && snipWords.test(trimmed) && !trimmed.includes(': ')) || ruled.test(trimmed);
}

function bytesOf(size: string | undefined): number {
  const [, number, unit] = /^(\d[\d.]*) ?([A-Za-z]+)$/.exec(size ?? '') ?? [];
  return Math.round(Number(number ?? 0) * (units[unit?.toLowerCase() ?? ''] ?? 0));
}
