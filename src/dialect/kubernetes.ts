import type { Dialect } from './dialect.ts';
import { addLane } from './mark.ts';
import { readStamp } from './timestamps.ts';

// kubectl, pkg/cmd/logs/logs.go: `[pod/NAME/CONTAINER] `; with --timestamps the time follows.
const source = /^\[pod\/([a-z0-9.-]{1,253}\/[a-z0-9-]{1,63})\] ?/;

/** `kubectl logs --prefix`, of one pod or of many. */
export const kubernetes: Dialect = {
  name: 'kubectl-logs',
  signs: ['[pod/'],
  create: () => ({
    read(line) {
      const match = line.text.startsWith('[pod/') ? source.exec(line.text) : null;
      if (!match) return false;
      line.text = line.text.slice(match[0].length);
      addLane(line, match[1]!);
      readStamp(line);
      return true;
    },
  }),
};
