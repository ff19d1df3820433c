import type { Dialect } from './dialect.ts';
import { addLane, markHeading } from './mark.ts';

// dependabot/cli names the container before each line; dependabot-core, updater/lib/dependabot/logger/formats.rb writes the rest.
const container = /^ {0,2}(updater|proxy) \| ?/;
// Before 2022 it wrote no time.
const entry =
  /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?:DEBUG|INFO|WARN|ERROR|FATAL|ANY) (?:<job_\w{1,40}> ?)?|(?:DEBUG|INFO|WARN|ERROR|FATAL|ANY) <job_\w{1,40}> )/;

/** The log of a Dependabot job. What its proxy says of each request is kept apart. */
export const dependabot: Dialect = {
  name: 'dependabot',
  signs: ['updater |', 'proxy |', '<job_'],
  create: () => ({
    read(line) {
      const match = line.text.includes(' | ') || line.text.endsWith(' |') ? container.exec(line.text) : null;
      if (match) {
        line.text = line.text.slice(match[0].length);
        if (match[1] === 'proxy') {
          addLane(line, 'proxy');
          return markHeading(line);
        }
      }
      const said = entry.exec(line.text);
      if (!said || (!match && !said[0].includes('<job_'))) return match !== null;
      line.text = line.text.slice(said[0].length);
      return true;
    },
  }),
};
