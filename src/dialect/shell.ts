import type { Line } from '../model/line.ts';
import { isCommandLike, isGoCommand } from './command-words.ts';
import type { Dialect } from './dialect.ts';
import { createExitQuery } from './exit-query.ts';
import { markCommand, markHeading, markTaken } from './mark.ts';
import { promptLength } from './prompt.ts';

// What a script that runs with `set -x` shows of `command || true`, when the command has failed.
const taken = /^\++ (?:true|:)$/;
const traced = /^\++ (?=\S)/;
const dollar = /^(?:#{2,} )? {0,8}\$ (?=\S)/;
// The first line of a prompt of two: Kali, Git for Windows, starship.
const promptTop = /^(?:[┌╭]─|[\w.-]{1,64}@[\w.-]{1,64} (?:MINGW|MSYS|UCRT|CLANG)\S* |[^\n]{1,120} via 🐹 v1\.)/u;

/** A session pasted from a terminal, or a script that ran with `set -x`. */
export const shell: Dialect = {
  name: 'shell',
  create() {
    const exit = createExitQuery();
    return {
      read(line) {
        const { text } = line;
        if (exit.answers(line)) return true;
        if (text.charCodeAt(0) === 0x2b && taken.test(text)) return markTaken(line);
        const command = typed(text);
        if (command !== null) return exit.asks(line, command) || markCommand(line, command);
        if (isTop(text)) return markHeading(line);
        const length = promptLength(text);
        return length > 0 && (exit.asks(line, text.slice(length).trim()) || readPrompt(line, text.slice(length).trim()));
      },
    };
  },
};

/** The command after a sign that is hardly a prompt: `+`, `$`, `#`, `%`. */
function typed(text: string): string | null {
  const first = text.charCodeAt(0);
  if (first === 0x2b) {
    const command = text.replace(traced, '');
    return command !== text && isCommandLike(command) ? command : null;
  }
  if (first === 0x24 || first === 0x20 || first === 0x23) {
    const sign = dollar.exec(text)?.[0].length ?? 0;
    if (sign > 0 && !/[\d$]/.test(text[sign] ?? '')) return text.slice(sign).trimEnd();
    const bare = first === 0x24 ? '' : text.trim();
    if (bare.startsWith('# ') && isGoCommand(bare.slice(2))) return bare.slice(2);
  }
  return first === 0x25 && text.startsWith('% ') && isCommandLike(text.slice(2)) ? text.slice(2) : null;
}

function isTop(text: string): boolean {
  return (text.charCodeAt(0) > 0x2500 || text.includes('@') || text.includes(' via ')) && promptTop.test(text);
}

function readPrompt(line: Line, command: string): true {
  // A terminal that wrote over its own prompt leaves words that nobody typed.
  if (/^\d/.test(command)) {
    line.text = command;
    return true;
  }
  return command === '' ? markHeading(line) : markCommand(line, command);
}
