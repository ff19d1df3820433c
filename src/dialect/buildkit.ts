import type { Line } from '../model/line.ts';
import { createExcerptReader } from './buildkit-excerpt.ts';
import type { Dialect } from './dialect.ts';
import { runCommand } from './docker.ts';
import { addLane, markCommand, markExit, markHeading, markTime } from './mark.ts';
import { beforeDigit } from './near-digit.ts';

const vertex = /^#(\d+) (.*)$/s;
const timed = /^(\d+\.\d{1,3})(?: |$)/;
const instruction = /^\[[^\]]*\d+\/\d+\] RUN (.*)$/s;
const title =
  /^(?:\[|CACHED$|CANCELED$|\.\.\.$|sha256:|extracting |resolve |transferring |exporting |writing |naming |pushing |importing |preparing |sending |reading |WARN: )/;
const process = /^ERROR: (?:process|executor failed running) .*exit code: (\d+)$/s;

/** `docker build --progress=plain` with BuildKit: every line carries the number of its instruction. */
export const buildkit: Dialect = {
  name: 'buildkit',
  signs: [
    ' > ',
    'failed to solve',
    'executor failed',
    '------',
    'ockerfile',
    'ontainerfile',
    '| >>> ',
    '=> ',
    '[+] ',
    { near: beforeDigit('#'), pattern: /#\d+ / },
  ],
  create() {
    const excerpt = createExcerptReader();
    return {
      read(line) {
        const match = line.text.charCodeAt(0) === 0x23 && !excerpt.isOpen() ? vertex.exec(line.text) : null;
        if (!match) return excerpt.read(line);
        const kind = readVertex(line, match[1]!, match[2]!);
        if (kind !== 'none') excerpt.afterVertex(line.lane, kind === 'failed');
        return kind !== 'none';
      },
    };
  },
};

function readVertex(line: Line, number: string, text: string): 'none' | 'line' | 'failed' {
  const time = timed.exec(text);
  if (time) {
    line.text = text.slice(time[0].length);
    markTime(line, Math.round(Number(time[1]) * 1000), 'relative');
    addLane(line, `#${number}`);
    return 'line';
  }
  const run = instruction.exec(text);
  if (run) markCommand(line, runCommand(run[1]!));
  else if (text.startsWith('DONE ') || text === 'CACHED') markExit(line, 0);
  else if (text.startsWith('ERROR: ')) {
    const code = process.exec(text);
    line.text = text;
    if (code) markExit(line, Number(code[1]));
  } else if (title.test(text)) markHeading(line);
  else return 'none';
  addLane(line, `#${number}`);
  return text.startsWith('ERROR: ') ? 'failed' : 'line';
}
