import type { Dialect } from './dialect.ts';
import { markHeading, markScript } from './mark.ts';
import { readRunnerMarker } from './runner-marker.ts';

const marker = /^##\[([a-z-]+)\](.*)$/s;

/** The log of an Azure Pipelines job: GitHub's markers, and a section for each task. */
export const azurePipelines: Dialect = {
  name: 'azure-pipelines',
  create() {
    let seen = false;
    let task: 'none' | 'title' | 'script' = 'none';
    let first = false;
    return {
      read(line) {
        const { text } = line;
        const match = text.charCodeAt(0) === 0x23 ? marker.exec(text) : null;
        if (match) {
          const [, name, rest] = match as unknown as [string, string, string];
          if (name === 'section') {
            seen = true;
            task = rest.startsWith('Starting: ') ? 'title' : 'none';
          }
          return seen && readRunnerMarker(line, name, rest);
        }
        if (task === 'none') return false;
        if (text.startsWith('====')) {
          if (task === 'script' || text.includes('Starting Command Output')) task = 'none';
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
