import { isCommandLike, isGoCommand } from './command-words.ts';
import type { Dialect } from './dialect.ts';
import { markCommand, markHeading } from './mark.ts';
import { promptLength } from './prompt.ts';

const traced = /^\++ (?=\S)/;
const dollar = /^(?:#{2,} )? {0,8}\$ (?=\S)/;
const promptTop = /^[┌╭]─/;

/** A session pasted from a terminal, or a script that ran with `set -x`. */
export const shell: Dialect = {
  name: 'shell',
  create: () => ({
    read(line) {
      const { text } = line;
      const first = text.charCodeAt(0);
      if (first === 0x2b) {
        const command = text.replace(traced, '');
        return command !== text && isCommandLike(command) && markCommand(line, command);
      }
      if (first === 0x24 || first === 0x20 || first === 0x23) {
        const match = dollar.exec(text);
        if (match && !/^[\d$]\S* ?/.test(text.slice(match[0].length, match[0].length + 1)))
          return markCommand(line, text.slice(match[0].length).trimEnd());
        const bare = first === 0x24 ? '' : text.trimStart();
        if (bare.startsWith('# ') && isGoCommand(bare.slice(2).trimEnd())) return markCommand(line, bare.slice(2).trimEnd());
      }
      if (first === 0x25 && text.startsWith('% ') && isCommandLike(text.slice(2))) return markCommand(line, text.slice(2));
      if (first > 0x2500 && promptTop.test(text)) return markHeading(line);
      const length = promptLength(text);
      if (length === 0) return false;
      const command = text.slice(length).trim();
      // A terminal that wrote over its own prompt leaves words that nobody typed.
      if (/^\d/.test(command)) {
        line.text = command;
        return true;
      }
      return command === '' ? markHeading(line) : markCommand(line, command);
    },
  }),
};
