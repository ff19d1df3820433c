import type { Dialect } from './dialect.ts';

const prefix = /^ {0,8}> ?/;
const opener = /^(?:go: |go (?:build|get|mod|install|run|test) |Running phase: |building '|gomobile: )/;
const announced = /\blast \d+ log lines:$/;

/** Output that another tool shows again behind `> `: nix, npm, and quotes in posts. */
export const quote: Dialect = {
  name: 'quote',
  signs: ['>'],
  create() {
    let open = false;
    return {
      read(line) {
        const { text } = line;
        const first = text.charCodeAt(0);
        if (first !== 0x20 && first !== 0x3e) {
          open = text.endsWith(' log lines:') && announced.test(text);
          return false;
        }
        const match = prefix.exec(text);
        const rest = match ? text.slice(match[0].length) : '';
        if (!match || !(open || opener.test(rest))) {
          open = !match && announced.test(text);
          return false;
        }
        open = true;
        line.text = rest;
        return true;
      },
    };
  },
};
