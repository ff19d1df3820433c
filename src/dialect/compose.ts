import type { Dialect } from './dialect.ts';
import { addLane, markExit, markHeading } from './mark.ts';
import { readStamp } from './timestamps.ts';

// docker/compose, cmd/formatter/logs.go: the name, padded, and ` | `. Version 1 wrote `web_1  | `.
const prefix = /^([A-Za-z0-9][\w.-]{0,120}) +\|(?: |$)/;
const numbered = /[-_]\d+$/;
const attaching = /^Attaching to ([\w., -]{1,4000})$/;
const exited = /^([A-Za-z0-9][\w.-]{0,120}) exited with code (\d+)(?: \(restarting\))?$/;
// A service that others wait for: cmd/compose and pkg/compose/convergence.go.
const dependency = /^(?:dependency failed to start: )?container (\S{1,200}) exited \((\d+)\)$/;
const incomplete = /^service "?([\w.-]{1,120})"? didn't complete successfully: exit (\d+)$/;
const progress =
  /^ ?(?:[✔✘⠿] )?(?:Container|Network|Volume|Image|Service) \S{1,200} +(?:Creating|Created|Starting|Started|Recreated?|Running|Healthy|Waiting|Stopping|Stopped|Removing|Removed|Building|Built|Pulling|Pulled|Exited|Error)\b/;

/** `docker compose up` and `docker compose logs`: a lane for each container. */
export const compose: Dialect = {
  name: 'docker-compose',
  signs: [
    ' |',
    'Attaching to ',
    'exited with code ',
    ' exited (',
    "didn't complete successfully",
    'Container ',
    'Network ',
    'Volume ',
    'Image ',
    'Service ',
  ],
  create() {
    const names = new Set<string>();
    return {
      read(line) {
        const { text } = line;
        const match = text.includes('| ') || text.endsWith('|') ? prefix.exec(text) : null;
        if (match && (numbered.test(match[1]!) || names.has(match[1]!)) && /\D/.test(match[1]!)) {
          line.text = text.slice(match[0].length);
          addLane(line, match[1]!);
          readStamp(line);
          return true;
        }
        if (text.startsWith('Attaching to ')) {
          for (const name of attaching.exec(text)?.[1]?.split(', ') ?? []) names.add(name);
          return names.size > 0 && markHeading(line);
        }
        if (text.includes('exit')) {
          const end = exited.exec(text);
          if (end && (numbered.test(end[1]!) || names.has(end[1]!))) {
            addLane(line, end[1]!);
            return markExit(line, Number(end[2]));
          }
          const waited = dependency.exec(text) ?? incomplete.exec(text);
          if (waited) return markExit(line, Number(waited[2]));
        }
        // Others write such words too: they are no sign of compose.
        if (progress.test(text)) markHeading(line);
        return false;
      },
    };
  },
};
