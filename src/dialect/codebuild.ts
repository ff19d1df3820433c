import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
import { addLane, markCommand, markExit, markHeading, markTime } from './mark.ts';
import { isoTime } from './timestamps.ts';

// https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html and view-build-details.html in the same guide.
const stamp = /^\[(?:Container|Instance)\] (\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)(\.\d{1,9})? /;
const running = 'Running command ';
const unsuccessful = 'Command did not exit successfully ';
const context = 'Phase context status code: ';
const phase = /^(?:Entering phase |Phase is )(\w{1,40})/;
const status = /\bexit status (\d{1,3})$/;
const complete = /^Phase complete: \w{1,40} (?:State: SUCCEEDED|Success: true)/;
const incomplete = /^Phase complete: \w{1,40} (?:State: (?:FAILED|FAULT|TIMED_OUT|CLIENT_ERROR)|Success: false)/;

/** The log of AWS CodeBuild: its own lines carry a time, the output of commands nothing. */
export const codebuild: Dialect = {
  name: 'codebuild',
  signs: ['[Container] ', '[Instance] '],
  create() {
    let lane = '';
    // A script of several lines is repeated in whole where its failure is told, and once more where the phase ends.
    let repeated: 'none' | 'failure' | 'context' = 'none';
    let failed = false;
    const readRepeated = (line: Line): true => {
      const code = status.exec(line.text);
      const fails = repeated === 'failure';
      if (code) repeated = 'none';
      if (!code || !fails) return markHeading(line);
      failed = true;
      return markExit(line, Number(code[1]));
    };
    return {
      read(line) {
        const match = line.text.charCodeAt(0) === 0x5b ? stamp.exec(line.text) : null;
        if (!match) {
          if (lane !== '') addLane(line, lane);
          return repeated === 'none' ? lane !== '' : readRepeated(line);
        }
        const [whole, year, month, date, seconds, fraction] = match;
        markTime(line, isoTime(`${year}-${month}-${date}T${seconds}`, fraction, 'Z'), 'utc');
        const text = line.text.slice(whole.length);
        line.text = text;
        repeated = 'none';
        const entered = phase.exec(text);
        if (entered) lane = entered[1]!;
        if (lane !== '') addLane(line, lane);
        if (text.startsWith(running)) {
          failed = false;
          return markCommand(line, text.slice(running.length), true);
        }
        if (text.startsWith(unsuccessful)) repeated = 'failure';
        else if (text.startsWith(context) && !text.startsWith(`${context} Message:`)) repeated = 'context';
        if (repeated !== 'none') return readRepeated(line);
        if (complete.test(text)) return markExit(line, 0);
        return incomplete.test(text) && !failed ? markExit(line, null) : markHeading(line);
      },
    };
  },
};
