import { isCommandLike } from './command-words.ts';
import type { Dialect } from './dialect.ts';
import { addLane, markExit, markTime } from './mark.ts';

// woodpecker-ci/woodpecker cli/exec/line.go, and `drone exec` before 1.0: step, line, seconds.
const timed = /^\[([^\]:\n]{1,80}):L(\d{1,7}):(\d{1,6})s\](?: |$)/;
// `drone exec` since 1.0: step and line.
const numbered = /^\[([^\]:\n]{1,80}):(\d{1,7})\](?: |$)/;
// woodpecker pipeline/errors/runtime.go; `drone exec` before 1.0.
const exited = /(?:\buuid=[\w-]{1,40}:| :) exit code (\d{1,3})$/;

/** The local runs of Drone and Woodpecker, where each line has its step before it. Their scripts echo commands as `set -x` does. */
export const drone: Dialect = {
  name: 'drone',
  signs: ['s]', '] + '],
  create() {
    const steps = new Set<string>();
    let last = '';
    return {
      read(line) {
        const { text } = line;
        if (text.charCodeAt(0) === 0x5b) {
          const match = timed.exec(text) ?? numbered.exec(text);
          if (!match) return false;
          const [prefix, step, , seconds] = match as unknown as [string, string, string, string | undefined];
          const rest = text.slice(prefix.length);
          // Other programs write `[file.go:12]` too: a step opens with the echo of its first command.
          if (seconds === undefined && !steps.has(step) && !(rest.startsWith('+ ') && isCommandLike(rest.slice(2)))) return false;
          steps.add(step);
          last = step;
          line.text = rest;
          if (seconds !== undefined) markTime(line, Number(seconds) * 1000, 'relative');
          addLane(line, step);
          return true;
        }
        const exit = last !== '' && text.includes(' exit code ') ? exited.exec(text) : null;
        if (!exit) return false;
        addLane(line, last);
        return markExit(line, Number(exit[1]));
      },
    };
  },
};
