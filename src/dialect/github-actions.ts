import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
import { markCommand, markHeading, markScript } from './mark.ts';
import { readRunnerMarker } from './runner-marker.ts';

const marker = /^##\[([a-z-]+)\](.*)$/s;
const action = /^(?:\.\.?\/|[\w.-]+\/[\w./-]+@|docker:\/\/)/;
const settings = /^(?:shell|env|with): ?/;
// Actions that run a command several times: nick-fields/retry and its like take it as an input.
const retries = /^[\w.-]{1,60}\/[\w./-]{0,60}retry[\w./-]{0,60}@/i;
const commandInput = /^ {2}command: (\S.*)$/s;
const input = /^ {2}[\w-]+: |^\w+:/;

/** The raw log of a GitHub Actions job. */
export const githubActions: Dialect = {
  name: 'github-actions',
  signs: ['##[', '[command]', 'Post job cleanup.', 'Cleaning up orphan processes', 'Current runner version: '],
  create() {
    // In a step's head stand its script, its shell and its variables: none of it was printed by a program.
    let head: 'none' | 'script' | 'settings' = 'none';
    let title = '';
    // A log that was cut begins inside a step, and most errors without an exit code are those of actions.
    let usesAction = true;
    let bare = false;
    let takesCommand = false;
    let givesCommand = false;
    // The runner prints inputs as they are: the further lines of a script are not indented.
    const readSettings = (line: Line): true => {
      // After the inputs stand the variables.
      if (line.text === 'env:') takesCommand = false;
      const command = takesCommand ? commandInput.exec(line.text)?.[1] : undefined;
      if (command !== undefined) {
        givesCommand = true;
        return markCommand(line, command);
      }
      givesCommand &&= !input.test(line.text);
      return givesCommand && line.text.trim() !== '' ? markScript(line, line.text, false) : markHeading(line);
    };
    return {
      read(line, raw) {
        const { text } = line;
        const match = text.charCodeAt(0) === 0x23 ? marker.exec(text) : null;
        if (match) {
          const [, name, rest] = match as unknown as [string, string, string];
          if (name === 'group' && rest.startsWith('Run ')) {
            head = 'script';
            bare = false;
            givesCommand = false;
            title = rest.slice(4);
            usesAction = action.test(title);
            takesCommand = retries.test(title);
            return markCommand(line, title, true);
          }
          if (name === 'group' || name === 'endgroup') {
            head = 'none';
            return markHeading(line, rest);
          }
          head = 'none';
          readRunnerMarker(line, name, rest);
          // A step that is an action has no line that says how it ended: its error is all there is.
          if (name === 'error' && usesAction && line.kind === 'output') line.exitCode = null;
          return true;
        }
        if (head === 'script' && settings.test(text)) head = 'settings';
        if (head === 'settings') return readSettings(line);
        if (head === 'script') {
          // The script is coloured. Where colours are lost, only a script that starts as the title says is one.
          const coloured = raw.includes('\x1b[36;1m');
          if (coloured || bare || (text === title && !usesAction)) {
            bare ||= !coloured;
            const repeats = text === title;
            title = '';
            return repeats || text === '' ? markHeading(line) : markScript(line, text, false);
          }
          head = 'none';
        }
        if (text.startsWith('[command]')) return markCommand(line, text.slice(9));
        if (text === 'Post job cleanup.' || text === 'Cleaning up orphan processes' || text.startsWith('Current runner version: ')) {
          usesAction = false;
          // Clean-up follows a failure too, but then the failed step has its exit line.
          line.step = true;
          return markHeading(line);
        }
        return false;
      },
    };
  },
};
