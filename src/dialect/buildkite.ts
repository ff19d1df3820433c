import type { Dialect } from './dialect.ts';
import { markCommand, markExit, markHeading, markTime } from './mark.ts';

// Where the agent's words come from: github.com/buildkite/agent, core/job_controller.go (times), internal/shell/logger.go
// (headings, prompts, errors), internal/job/executor.go (how a command and a hook end).
const stamp = /(?:\x1b)?_bk;t=(\d{13})\x07?/;
const lostStamp = /^(?:_bk;t=\d{13})+/;
const heading = /^(?:~~~|---|\+\+\+) (?!(?:FAIL|PASS|SKIP|BENCH): |[ab]\/|\/dev\/null$)\S/;
const prompt = '\x1b[90m$\x1b[0m ';
// The agent puts this before commands of one line.
const ownTrap = /^trap 'kill -- \$\$' INT TERM QUIT; /;
const exited = /^🚨 Error: (?:The command|the .{1,80} hook) exited with status (\d{1,3})$/;
const stopped = /^🚨 Error: The command was interrupted by a signal: /;
const own = /^(?:🚨 Error|⚠️ Warning): /;

/** The job log of a Buildkite agent. */
export const buildkite: Dialect = {
  name: 'buildkite',
  signs: ['_bk;t=', '🚨 ', '~~~ '],
  create() {
    let seen = false;
    let failed = false;
    return {
      read(line, raw) {
        let mine = false;
        if (raw.includes('_bk;t=')) {
          const match = stamp.exec(raw);
          if (match) {
            seen = true;
            mine = true;
            line.text = line.text.replace(lostStamp, '');
            markTime(line, Number(match[1]), 'utc');
          }
        }
        const { text } = line;
        const first = text.charCodeAt(0);
        if (first === 0xd83d && text.startsWith('🚨 ')) {
          seen = true;
          const exit = exited.exec(text);
          if (exit || stopped.test(text)) {
            failed = true;
            return markExit(line, exit ? Number(exit[1]) : null);
          }
        }
        if (first === 0x7e && text.startsWith('~~~ ')) seen = true;
        if (!seen) return mine;
        // A prompt of the agent stands only where the command before has succeeded; after a failure there are only hooks that clean up.
        if (first === 0x24 && raw.includes(prompt)) return markCommand(line, text.slice(2).replace(ownTrap, ''), !failed);
        if ((first === 0x7e || first === 0x2d || first === 0x2b) && heading.test(text)) return markHeading(line);
        if (text === '^^^ +++' || text.startsWith('user command error: ')) return markHeading(line);
        if (own.test(text)) {
          line.text = text.slice(text.indexOf(' ') + 1);
          return true;
        }
        return mine;
      },
    };
  },
};
