import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
import { addLane, markCommand, markExit, markHeading, markScript } from './mark.ts';

// github.com/nektos/act, pkg/runner/logger.go: with and without colours.
const prefix = /^(?:\*DRYRUN\* )?\[([^\]/\n]{1,100}\/[^\]\n]{1,100})\] /;
// pkg/runner/step.go and job_executor.go.
const start = /^⭐ Run (?:Pre|Main|Post) (.+)$/s;
const jobStep = /^⭐ Run (?:Set up|Complete) job$/;
const success = /^ {2}✅ {2}Success - (?:Pre|Main|Post) /;
const failure = /^ {2}❌ {2}Failure - /;
const result = /^ {2}[✅❌] {2}/;
const tolerated = 'Failed but continue next step';
// In a container, and on the host.
const code = /(?:\bexitcode '(\d{1,3})': |^exit status (\d{1,3})$)/;
// pkg/runner/command.go: what a program says by `::error::`.
const announced = /^ {2}❗ {2}::error(?: [^:]{0,500})?::(.*)$/s;
const allEnd = /^Error: Job '.{1,200}' failed$/;

/** The output of `act`, which runs GitHub's workflows at home. */
export const act: Dialect = {
  name: 'act',
  signs: ['  |', /\]\s+[^\x00-\x7f]/],
  create() {
    let last = '';
    // A step is named by its script, of which only the first line has the job before it.
    let names: 'none' | 'script' | 'result' = 'none';
    // Jobs whose step has just failed: their next line says why. Jobs whose step may fail.
    const failing = new Set<string>();
    const pardoned = new Set<string>();
    const readOwn = (line: Line, lane: string): true => {
      const { text } = line;
      if (failing.delete(lane)) {
        const exit = code.exec(text);
        if (exit) return markExit(line, Number(exit[1] ?? exit[2]));
        // Something else went wrong, in words of its own.
        line.exitCode = null;
        return true;
      }
      if (jobStep.test(text)) {
        line.step = true;
        return markHeading(line);
      }
      const run = start.exec(text);
      if (run) {
        names = 'script';
        return markCommand(line, run[1]!, true);
      }
      if (result.test(text)) names = 'result';
      if (success.test(text)) return markExit(line, 0);
      if (text === tolerated) pardoned.add(lane);
      if (failure.test(text)) {
        if (pardoned.delete(lane)) return markExit(line, 0);
        failing.add(lane);
      }
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
          if (match && (output || last !== '' || /^[^\x00-\x7f]/.test(rest.trimStart()))) {
            last = match[1]!.trimEnd();
            addLane(line, last);
            names = 'none';
            line.text = output ? rest.slice(4) : rest;
            return output || readOwn(line, last);
          }
        }
        if (last === '') return false;
        // With colours the output has only a coloured bar before it.
        if (first === 0x7c && (text === '|' || text.startsWith('| '))) {
          names = 'none';
          line.text = text.slice(2);
          addLane(line, last);
          return true;
        }
        if (names !== 'none') {
          addLane(line, last);
          return names === 'script' && text !== '' ? markScript(line, text, false) : markHeading(line);
        }
        return allEnd.test(text) && markHeading(line);
      },
    };
  },
};
