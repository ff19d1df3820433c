import { createRedactor } from './redactor.ts';

let unused = createRedactor();

/** A path, a URL, a name or a word, without the secrets in it. The same one always becomes the same text, whatever came before. */
export function keptText(text: string): string {
  // Making a redactor costs more than all else that is done with most texts; one that has hidden nothing yet serves for the next one.
  if (unused.redact(text) === text) return text;
  unused = createRedactor();
  return createRedactor().redact(text);
}
