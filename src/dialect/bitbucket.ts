import type { Dialect } from './dialect.ts';
import { addLane, markHeading } from './mark.ts';

// The first commands of every step, and what the system says after the last one; https://support.atlassian.com/bitbucket-cloud/docs/
const setup = /^(?:\+ umask 000|\+ GIT_LFS_SKIP_SMUDGE=1 retry \d+ git clone |Runtime: cloud|Build setup$)/;
const teardown =
  /^(?:Build teardown|Searching for (?:test report )?files? |Finished scanning for test reports\.|Skipping cache for |Cache "|Assembling contents of |Merged test suites, )/;

/** The log of a step of Bitbucket Pipelines. It echoes commands as `set -x` does, and has no line that says how one ended. */
export const bitbucket: Dialect = {
  name: 'bitbucket-pipelines',
  signs: ['+ umask 000', '+ GIT_LFS_SKIP_SMUDGE=1 ', 'Runtime: cloud', 'Build setup'],
  create() {
    let seen = false;
    let over = false;
    return {
      read(line) {
        const { text } = line;
        if (!seen) {
          if (!setup.test(text)) return false;
          seen = true;
        }
        if (teardown.test(text)) {
          over = true;
          return markHeading(line);
        }
        if (over) {
          addLane(line, 'teardown');
          line.aside = true;
        }
        return setup.test(text) || text === 'Images used:' ? markHeading(line) : over;
      },
    };
  },
};
