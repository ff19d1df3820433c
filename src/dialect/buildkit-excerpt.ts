import type { Line } from '../model/line.ts';
import { runCommand } from './docker.ts';
import { addLane, markCommand, markExit, markHeading, markTime } from './mark.ts';

const ruler = /^-{6,}$/;
const opener = /^ > (?:\[[^\]]*\]|importing |exporting |resolve )/;
const instruction = /^ > \[[^\]]*\d+\/\d+\] RUN (.*?):?$/s;
const timed = /^(?:#\d+ )?(\d+\.\d{1,3})(?: |$)/;
const source = /^\S*(?:Dockerfile|Containerfile|dockerfile)\S*:\d+$/;
const sourceLine = /^ *\d+ \| /;
const progress = /^ ?(?:=> |\[\+\] Building )/;
const progressOutput = /^ ?=> => # /;
const unsolved = /^(?:.{0,80}: )?(?:failed to solve|executor failed running)\b/;
const exitCode = /exit code: (\d+)\)?$/;

/** What BuildKit repeats when a build has failed: the last lines of the instruction, the place in the Dockerfile, and the error itself. */
export interface ExcerptReader {
  read(line: Line): boolean;
  isOpen(): boolean;
  /** A numbered line was seen, so that what is repeated must not be counted twice. */
  afterVertex(lane: string, failed: boolean): void;
}

/** Remembers whether the text has the numbered lines, or only the excerpt. */
export function createExcerptReader(): ExcerptReader {
  let repeated = false;
  let failed = false;
  let lane = '';
  let ruled = false;
  let place: 'none' | 'excerpt' | 'source' = 'none';
  const readOpen = (line: Line): boolean => {
    if (ruler.test(line.text)) {
      if (place === 'excerpt' || sourceEnds()) place = 'none';
      return markHeading(line);
    }
    if (place === 'source' || repeated) return markHeading(line);
    const time = timed.exec(line.text);
    if (time) {
      line.text = line.text.slice(time[0].length);
      markTime(line, Math.round(Number(time[1]) * 1000), 'relative');
    }
    return true;
  };
  let rulers = 0;
  const sourceEnds = () => ++rulers === 2;
  return {
    isOpen: () => place === 'excerpt',
    afterVertex(at, broken) {
      repeated = true;
      lane = at;
      failed ||= broken;
      place = 'none';
    },
    read(line) {
      const { text } = line;
      if (text.length > 400 && !text.includes('failed to solve') && place === 'none') return false;
      const first = text.charCodeAt(0);
      if (first === 0x20 && opener.test(text) && (ruled || !repeated)) {
        place = 'excerpt';
        ruled = false;
        const run = instruction.exec(text);
        return run && !repeated ? markCommand(line, runCommand(run[1]!)) : markHeading(line);
      }
      if ((text.includes('failed to solve') || text.includes('executor failed')) && unsolved.test(text)) return readError(line);
      if (place === 'source' && !sourceLine.test(text) && !ruler.test(text) && rulers > 0) place = 'none';
      if (place !== 'none') return readOpen(line);
      ruled = first === 0x2d && text === '------';
      if (ruled) return markHeading(line);
      if (text.includes('ile') && source.test(text)) {
        place = 'source';
        rulers = 0;
        return markHeading(line);
      }
      if (text.includes('| >>> ') && sourceLine.test(text)) return markHeading(line);
      if (!text.includes('=> ') && !text.includes('[+] ')) return false;
      if (progressOutput.test(text)) {
        line.text = text.replace(progressOutput, '');
        return true;
      }
      return progress.test(text) && markHeading(line);
    },
  };

  function readError(line: Line): boolean {
    place = 'none';
    if (failed) return markHeading(line);
    const code = exitCode.exec(line.text);
    if (!code) return true;
    if (lane !== '') {
      line.lane = '';
      addLane(line, lane);
    }
    failed = true;
    return markExit(line, Number(code[1]));
  }
}
