import type { Dialect } from './dialect.ts';

const header = /^\S.*: (?:(?:not )?a Go module failure|it failed, and this log does not say why)$/;
const body = /^(?:$|\d+\. | {3}|docs {2}|earlier, )/;

/** A report that modwhy has printed into the log before: its quotes of errors are not errors. */
export const own: Dialect = {
  name: 'modwhy',
  signs: ['a Go module failure', 'does not say why'],
  create() {
    let inside = false;
    return {
      read(line) {
        const { text } = line;
        if ((text.endsWith('failure') || text.endsWith('why')) && header.test(text)) inside = true;
        else if (!inside) return false;
        else if (!body.test(text)) {
          inside = false;
          return false;
        }
        line.kind = 'own';
        return true;
      },
    };
  },
};
