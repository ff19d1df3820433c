import type { Dialect } from './dialect.ts';
import { createPieces } from './pieces.ts';

// Kubernetes' logging format: time, stream, tags (P: partial, F: full), text. containerd, internal/cri/io/logger.go.
const tags = /^(stdout|stderr) ([PF])(?::[^ ]{1,40})?(?: |$)/;

/** What containerd and CRI-O write below /var/log/pods. The time is taken off before. */
export const cri: Dialect = {
  name: 'cri',
  signs: ['stdout P', 'stdout F', 'stderr P', 'stderr F'],
  rewrites: ['stdout P', 'stdout F', 'stderr P', 'stderr F'],
  create() {
    const pieces = createPieces();
    return {
      read(line) {
        if (line.time === null || line.text.charCodeAt(0) !== 0x73) return false;
        const match = tags.exec(line.text);
        if (!match) return false;
        line.text = line.text.slice(match[0].length);
        pieces.take(line, match[1]!, match[2] === 'F');
        return true;
      },
    };
  },
};
