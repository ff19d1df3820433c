import { isCommandLike, isGoCommand } from './command-words.ts';
import type { Dialect } from './dialect.ts';
import { markCommand, markExit, markHeading } from './mark.ts';

// The default shells of a `run` step: https://circleci.com/docs/configuration-reference/#default-shell-options
const shell = /^ {0,4}#!\/(?:usr\/)?bin\/(?:ba|z)?sh -e(?:o pipefail)?$/;
// The program `circleci local execute` writes a line over each step.
const localStep = /^====>> (.+)$/s;
const silent = /^(?:set [-+]|cd |export \w+=|mkdir |source |\. )/;
// These print no commands: one that stands below belongs to the script.
const quiet = /^go (?:version|env|list|vet|build|test|install|mod|get|clean|fmt)\b/;
const exited = /^Exited with code (?:exit status )?(\d{1,3})$/;
const received = /^CircleCI received exit code (\d{1,3})$/;

/** The output of a CircleCI step: its shell and script stand above it, and one or two lines say how it ended. */
export const circleci: Dialect = {
  name: 'circleci',
  signs: ['#!/', '====>> ', 'Exited with code ', 'CircleCI received exit code '],
  create() {
    let script: 'none' | 'first' | 'more' = 'none';
    let above = '';
    let step = false;
    let ended = false;
    return {
      read(line) {
        const { text } = line;
        if (script === 'first' && isCommandLike(text.trimEnd())) {
          script = 'more';
          above = text;
          return markCommand(line, text.trimEnd(), step);
        }
        // Nothing parts the script from its output: only what shells run silently is sure to belong to it.
        if (script === 'more' && silent.test(text)) return markHeading(line);
        if (script === 'more' && quiet.test(above) && isGoCommand(text)) {
          above = text;
          return markCommand(line, text);
        }
        script = 'none';
        const code = text.charCodeAt(0);
        if ((code === 0x23 || code === 0x20) && shell.test(text)) {
          script = 'first';
          // A plain `-e` stands over many a script that is only printed.
          step = text.endsWith(' -eo pipefail');
          ended = false;
          return markHeading(line);
        }
        const title = code === 0x3d ? localStep.exec(text) : null;
        if (title) {
          ended = false;
          return isCommandLike(title[1]!) ? markCommand(line, title[1]!, true) : markHeading(line);
        }
        const exit = code === 0x45 ? exited.exec(text) : code === 0x43 ? received.exec(text) : null;
        if (!exit) return false;
        // Both lines tell of the same end.
        if (ended) return markHeading(line);
        ended = true;
        return markExit(line, Number(exit[1]));
      },
    };
  },
};
