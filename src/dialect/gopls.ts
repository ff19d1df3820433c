import type { Dialect } from './dialect.ts';
import { markHeading } from './mark.ts';

// vscode-languageclient, client.ts: the level, padded, and the time of day; then the date of Go's log package.
const entry = /^\[(Error|Warn|Info|Debug|Trace) {0,2} - \d{1,2}:\d\d:\d\d(?:\.\d{3})?(?: [AP]M)?\] (?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d )?/;
const traced = /^(?:Params|Result): /;
const popUp = /^(?:Error loading workspace(?: folders.{0,40})?|gopls): /;
const facts = /^\t(?:snapshot|directory|query|packages|build_type|view_id|view_type)=/;

/** The output of gopls in an editor: VS Code's channel, or the text of its pop-up. */
export const gopls: Dialect = {
  name: 'gopls',
  signs: ['[Error', '[Warn', '[Info', '[Debug', '[Trace', 'Error loading workspace', 'gopls: '],
  create() {
    let seen = false;
    return {
      read(line) {
        const { text } = line;
        const match = text.charCodeAt(0) === 0x5b ? entry.exec(text) : null;
        if (match) {
          seen = true;
          line.text = text.slice(match[0].length);
          return match[1] === 'Trace' || match[1] === 'Info' || match[1] === 'Debug' ? markHeading(line) : true;
        }
        if (popUp.test(text)) {
          seen = true;
          line.text = text.replace(popUp, '');
          return true;
        }
        return seen && (traced.test(text) || facts.test(text)) && markHeading(line);
      },
    };
  },
};
