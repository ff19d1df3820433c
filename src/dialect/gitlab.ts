import type { Line } from '../model/line.ts';
import type { Dialect, NearSign } from './dialect.ts';
import { addLane, markCommand, markExit, markHeading } from './mark.ts';
import { beforeDigit } from './near-digit.ts';

const section = /section_(start|end):\d+:(\w[\w.-]*)(?:\[[^\]]*\])?/g;
const sectionAlone = /^(?:\d\d[OE]\+? ?)?section_(?:start|end):\d+:\w[\w.-]*(?:\[[^\]]*\])?/;
const lostEscapes = /^ *(?:\[0K|\[\d{1,2}(?:;\d{1,2})*m)/;
const lostEscape = /\[0K|\[\d{0,2}(?:;\d{0,2})*m/g;
const lostAnywhere: NearSign = { near: beforeDigit('['), pattern: /(?<!\x1b)\[(?:0K|\d{1,2}(?:;\d{1,2})*m)/ };
const stream = /^\d\d[OE](?:\+| |$)/;
// What runs when the script has ended must not be taken for its end.
const afterScript = /^(?:after_script|archive_cache|upload_artifacts|cleanup_file_variables)/;
const failed = /^ERROR: Job failed(?: \([^)]*\))?(?::|$)/;
const heading =
  /^(?:Running with gitlab-runner |Executing "|Running after[_ ]script|Cleaning up project directory|Preparing the |Preparing environment|Getting source from |Uploading artifacts|Saving cache|Restoring cache|Downloading artifacts)/;

/** The job log of a GitLab runner. */
export const gitlab: Dialect = {
  name: 'gitlab',
  signs: ['section_', 'Running with gitlab-runner ', 'ERROR: Job failed', 'Job succeeded', lostAnywhere],
  rewrites: [lostAnywhere],
  create() {
    let lane = '';
    let seen = false;
    return {
      read(line, raw) {
        let mine = false;
        if (raw.includes('section_')) {
          // The end of one section and the start of the next often share a line.
          for (const marked of raw.matchAll(section)) {
            seen = true;
            mine = true;
            lane = marked[1] === 'start' && afterScript.test(marked[2]!) ? marked[2]! : '';
            line.text = line.text.replace(sectionAlone, '');
          }
        }
        if (lostEscapes.test(line.text)) {
          line.text = line.text.trimStart().replace(lostEscape, '').replace(sectionAlone, '');
          mine = true;
        }
        if (seen && stream.test(line.text)) line.text = line.text.slice(4);
        const text = line.text;
        if (text.startsWith('ERROR: Job failed') && failed.test(text)) {
          seen = true;
          const code = /exit (?:code|status) (\d+)/.exec(text);
          return markExit(line, code ? Number(code[1]) : null);
        }
        if (text === 'Job succeeded') return markExit(line, 0);
        if (text.startsWith('Running with gitlab-runner ')) seen = true;
        if (!seen) return mine;
        if (lane !== '') {
          addLane(line, lane);
          line.aside = true;
        }
        return readRunnerText(line, raw, lane) || mine || lane !== '';
      },
    };
  },
};

function readRunnerText(line: Line, raw: string, lane: string): boolean {
  const { text } = line;
  if (text.startsWith('$ ') && raw.includes('\x1b[32;1m')) return markCommand(line, text.slice(2), lane === '');
  if (text === '' && raw.includes('section_')) return markHeading(line);
  return heading.test(text) && markHeading(line);
}
