import type { Dialect } from './dialect.ts';
import { addLane, markExit, markHeading, markTime } from './mark.ts';
import { beforeDigit } from './near-digit.ts';
import { createTimeOfDay } from './time-of-day.ts';
import { isoTime } from './timestamps.ts';

const stamp = /^\[(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)\](?: |$)/;
const clock = /^(\d\d):(\d\d):(\d\d) (?: |$)/;
const returned = /^(?:ERROR: )?script returned exit code (-?\d+)$/;
const agent = /^Running on .+ in (?:\/|[A-Za-z]:\\)/;
// The page of a build shows one space behind the time, the file two.
const marked = /^(?:\d\d:\d\d:\d\d )?Build step '?[^\n]{1,200}'? marked build as failure$/;
const finished = /^Finished: (SUCCESS|FAILURE|UNSTABLE|ABORTED|NOT_BUILT)$/;

/** The console log of a Jenkins build. */
export const jenkins: Dialect = {
  name: 'jenkins',
  signs: [
    '[Pipeline] ',
    'Started by ',
    'Running on ',
    'Build step ',
    'Finished: ',
    'script returned exit code',
    { near: beforeDigit('['), pattern: /\[\d{4}-\d\d-\d\dT/ },
    /:\d\d (?: |$)/m,
  ],
  create() {
    const timeOfDay = createTimeOfDay();
    let cleansUp = false;
    return {
      read(line) {
        const first = line.text.charCodeAt(0);
        let mine = false;
        if (first === 0x5b) {
          const match = stamp.exec(line.text);
          if (match) {
            line.text = line.text.slice(match[0].length);
            markTime(line, isoTime(match[1]!, match[2], match[3]!), 'utc');
            mine = true;
          }
        } else if (first >= 0x30 && first <= 0x32) {
          const match = clock.exec(line.text);
          if (match) {
            line.text = line.text.slice(match[0].length);
            markTime(line, timeOfDay(match[1]!, match[2]!, match[3]!), 'relative');
            mine = true;
          }
        }
        const { text } = line;
        // The end of the failed command is told only when the post actions are done, so they get a lane of their own.
        if (text === '[Pipeline] { (Declarative: Post Actions)') cleansUp = true;
        else if (text === '[Pipeline] // stage') cleansUp = false;
        if (cleansUp) addLane(line, 'post');
        if (text.startsWith('[Pipeline] ') || text.startsWith('Started by ') || agent.test(text)) return markHeading(line);
        if (text.endsWith(' marked build as failure') && marked.test(text)) return markExit(line, null);
        const end = finished.exec(text);
        if (end) return markExit(line, end[1] === 'SUCCESS' ? 0 : null);
        const code = text.includes('script returned exit code') ? returned.exec(text) : null;
        return code ? markExit(line, Number(code[1])) : mine || cleansUp;
      },
    };
  },
};
