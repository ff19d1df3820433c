import { type Captures, hole } from '../catalog/template.ts';
import { mayEnterCommand } from './grammar.ts';

/**
 * Fills `{name}` in one word of a command. A missing or malformed value turns into `<name>`, which the reader must fill in.
 */
export function fillWord(template: string, captures: Captures): { text: string; complete: boolean } {
  let complete = true;
  const text = template.replace(hole, (_, name: string, fallback: string | undefined) => {
    const capture = captures[name];
    if (capture && mayEnterCommand(capture.type, capture.value)) return capture.value;
    if (fallback !== undefined) return fallback;
    complete = false;
    return `<${name.replaceAll('_', ' ')}>`;
  });
  return { text, complete };
}
