import type { Dialect } from './dialect.ts';
import { addLane, markExit, markHeading } from './mark.ts';

// As `gcloud builds submit` and `gcloud builds log` print it: https://cloud.google.com/build/docs/view-build-results
const prefix = /^Step #(\d{1,3})(?: - "([^"\n]{1,100})")?: ?/;
const bound = /^(?:Starting|Finished) Step #\d{1,3}(?: - "[^"\n]{1,100}")?$/;
const failed =
  /^(?:ERROR: )?build step (\d{1,3}) "[^"\n]{1,300}" failed: (?:step exited with non-zero status: (\d{1,3})|exit status (\d{1,3}))?/;
const image = /^(?:Already have image(?: \(with digest\))?|Pulling image): /;
const repeated = /^(?:ERROR$|BUILD FAILURE: |ERROR: \(gcloud\.[\w.-]{1,60}\) |ERROR: failed to find one or more images after execution)/;
const phase = /^(?:FETCHSOURCE|BUILD|PUSH|DONE)$/;

/** The log of Google Cloud Build: each line carries the number of its step. */
export const googleCloudBuild: Dialect = {
  name: 'google-cloud-build',
  signs: ['Step #', 'starting build "', 'build step '],
  create() {
    let seen = false;
    const lanes = new Map<string, string>();
    return {
      read(line) {
        const { text } = line;
        const first = text.charCodeAt(0);
        if (first === 0x53) {
          const match = prefix.exec(text);
          if (match) {
            seen = true;
            const lane = match[2] ?? `step ${match[1]}`;
            lanes.set(match[1]!, lane);
            addLane(line, lane);
            line.text = text.slice(match[0].length);
            return image.test(line.text) ? markHeading(line) : true;
          }
        }
        if (text.startsWith('starting build "')) seen = true;
        else if (bound.test(text)) seen = true;
        else if (first === 0x45 || first === 0x62) {
          const exit = failed.exec(text);
          if (exit) {
            seen = true;
            const code = exit[2] ?? exit[3];
            addLane(line, lanes.get(exit[1]!) ?? `step ${exit[1]}`);
            return markExit(line, code === undefined ? null : Number(code));
          }
          return seen && repeated.test(text) && markHeading(line);
        } else return seen && (phase.test(text) || repeated.test(text)) && markHeading(line);
        return markHeading(line);
      },
    };
  },
};
