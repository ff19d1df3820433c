import type { Dialect } from './dialect.ts';
import { addLane } from './mark.ts';
import { beforeDigit } from './near-digit.ts';

const columns = /^\ufeff?([^\t]{1,400})\t([^\t]{1,400})\t(?=\ufeff?\d{4}-\d\d-\d\dT)/;

/** `gh run view --log`: job, step and the raw line, separated by tabs. */
export const githubCli: Dialect = {
  name: 'gh-run-view',
  signs: [{ near: ['\t\ufeff', ...beforeDigit('\t')], pattern: /\t\ufeff?\d{4}-\d\d-\d\dT/ }],
  create: () => ({
    read(line) {
      if (line.text.indexOf('\t') < 1) return false;
      const match = columns.exec(line.text);
      if (!match) return false;
      line.text = line.text.slice(match[0].length);
      addLane(line, `${match[1]}/${match[2]}`);
      return true;
    },
  }),
};
