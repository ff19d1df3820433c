import type { Dialect } from './dialect.ts';
import { addLane, markHeading } from './mark.ts';

// coreutils tail.c, head.c: write_header
const header = /^==> (\S.{0,300}) <==$/;

/** `tail` and `head` of several files: each part is a log of its own. */
export const tail: Dialect = {
  name: 'tail',
  signs: ['==> '],
  create() {
    let file = '';
    return {
      read(line) {
        const match = line.text.startsWith('==> ') ? header.exec(line.text) : null;
        if (match) file = match[1]!;
        if (file === '') return false;
        addLane(line, file);
        return match === null || markHeading(line, file);
      },
    };
  },
};
