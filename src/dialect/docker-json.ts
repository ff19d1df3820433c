import type { Dialect } from './dialect.ts';
import { jsonObject } from './json-line.ts';
import { markTime } from './mark.ts';
import { createPieces } from './pieces.ts';
import { stampedTime } from './timestamps.ts';

const fields = /^\{"log":"/;
const lineEnd = /\r?\n$/;

/** Docker's json-file log driver: a line of the container as `log`. moby, daemon/logger/jsonfilelog/jsonlog. */
export const dockerJson: Dialect = {
  name: 'docker-json',
  signs: ['{"log":"'],
  rewrites: ['{"log":"'],
  create() {
    const pieces = createPieces();
    return {
      read(line) {
        const entry = jsonObject(line.text, fields);
        if (!entry || typeof entry.log !== 'string' || typeof entry.time !== 'string') return false;
        const text = entry.log;
        const whole = lineEnd.test(text);
        line.text = text.replace(lineEnd, '');
        const time = stampedTime(entry.time);
        if (time !== null) markTime(line, time, 'utc');
        pieces.take(line, String(entry.stream), whole);
        return true;
      },
    };
  },
};
