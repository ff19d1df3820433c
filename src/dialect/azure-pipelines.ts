import type { Dialect } from './dialect.ts';
import { markExit, markHeading, markScript } from './mark.ts';
import { readRunnerMarker } from './runner-marker.ts';

const ownScript = /[\\/]_temp[\\/][\w-]{1,60}\.(?:sh|ps1|cmd)\b/;
const marker = /^##\[([a-z-]+)\](.*)$/s;

/** The log of an Azure Pipelines job: GitHub's markers, and a section for each task. */
export const azurePipelines: Dialect = {
  name: 'azure-pipelines',
  signs: ['##[section]'],
  create() {
    let seen = false;
    let task: 'none' | 'title' | 'script' | 'output' = 'none';
    let first = false;
    let failed = false;
    return {
      read(line) {
        const { text } = line;
        const match = text.charCodeAt(0) === 0x23 ? marker.exec(text) : null;
        if (match) {
          const [, name, rest] = match as unknown as [string, string, string];
          if (name === 'section') {
            seen = true;
            const starts = rest.startsWith('Starting: ');
            task = starts ? 'title' : 'none';
            // A task that has failed says so by an error before its last line.
            const succeeded = !starts && !failed && rest.startsWith('Finishing: ');
            failed = false;
            if (succeeded) {
              line.text = rest;
              return markExit(line, 0);
            }
          } else if (name === 'error') failed = true;
          return seen && readRunnerMarker(line, name, rest);
        }
        if (task === 'output') {
          task = 'none';
          // The script that was shown above, as the agent starts it.
          if (text.startsWith('[command]') && ownScript.test(text)) return markHeading(line);
        }
        if (task === 'none') return false;
        if (text.startsWith('====')) {
          if (text.includes('Starting Command Output')) task = 'output';
          else if (task === 'script') task = 'none';
          return markHeading(line);
        }
        if (task === 'script') {
          const step = first;
          first = false;
          return markScript(line, text, step);
        }
        if (text === 'Script contents:') {
          task = 'script';
          first = true;
          return markHeading(line);
        }
        if (/^(?:Task|Description|Version|Author|Help) +: |^Generating script\.$/.test(text)) return markHeading(line);
        return false;
      },
    };
  },
};
