import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
import { addLane, markCommand, markExit, markHeading } from './mark.ts';

// github.com/nektos/act, pkg/runner/logger.go: with and without colours.
const prefix = /^(?:\*DRYRUN\* )?\[([^\]/\n]{1,100}\/[^\]\n]{1,100})\] /;
// pkg/runner/step.go and job_executor.go.
const start = /^⭐ Run (?:Pre|Main|Post) (.+)$/s;
const success = /^ {2}✅ {2}Success - /;
const failure = /^ {2}❌ {2}Failure - /;
const tolerated = 'Failed but continue next step';
const code = /^(?:.{0,200}: )?exitcode '(\d{1,3})': (?:failure|command not found)/;
// pkg/runner/command.go: what a program says by `::error::`.
const announced = /^ {2}❗ {2}::error(?: [^:]{0,500})?::(.*)$/s;
const jobEnd = /^🏁 {2}Job (succeeded|failed)$/;
const allEnd = /^Error: Job '.{1,200}' failed$/;

/** The output of `act`, which runs GitHub's workflows at home. */
export const act: Dialect = {
  name: 'act',
  create() {
    let last = '';
    // Steps that failed, by job, until their exit code is told.
    const failing = new Set<string>();
    const pardoned = new Set<string>();
    const readOwn = (line: Line, lane: string): true => {
      const { text } = line;
      const run = start.exec(text);
      if (run) return markCommand(line, run[1]!, true);
      if (success.test(text)) return markExit(line, 0);
      if (text === tolerated) pardoned.add(lane);
      if (failure.test(text)) {
        if (pardoned.delete(lane)) return markExit(line, 0);
        failing.add(lane);
        return markHeading(line);
      }
      const exit = code.exec(text);
      if (exit && failing.delete(lane)) return markExit(line, Number(exit[1]));
      const end = jobEnd.exec(text);
      if (end?.[1] === 'failed' && failing.delete(lane)) return markExit(line, null);
      const error = announced.exec(text);
      if (!error) return markHeading(line);
      line.text = error[1]!;
      return true;
    };
    return {
      read(line) {
        const { text } = line;
        const first = text.charCodeAt(0);
        if (first === 0x5b || first === 0x2a) {
          const match = prefix.exec(text);
          const rest = match ? text.slice(match[0].length) : '';
          const output = rest.startsWith('  | ') || rest === '  |';
          if (!match || !(output || last !== '' || start.test(rest) || /^[^\x00-\x7f]/.test(rest.trimStart()))) return false;
          last = match[1]!.trimEnd();
          addLane(line, last);
          line.text = output ? rest.slice(4) : rest;
          return output || readOwn(line, last);
        }
        if (last === '') return false;
        // With colours the output has only a coloured bar before it.
        if (first === 0x7c && (text === '|' || text.startsWith('| '))) {
          line.text = text.slice(2);
          addLane(line, last);
          return true;
        }
        return allEnd.test(text) && (failing.size > 0 ? markExit(line, null) : markHeading(line));
      },
    };
  },
};
