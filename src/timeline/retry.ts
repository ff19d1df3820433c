import { hasOne } from '../model/near.ts';

// What retry wrappers print between two attempts: nick-fields/retry, GitLab, curl-like scripts.
export const retryWords = /\battempt \d+ (?:of \d+ )?failed\b|\bretrying\b|\bwill retry\b|\btrying again\b|\bretry (?:attempt )?\d+/i;

// One of these stands, in small letters, in all that the pattern finds.
export const nearRetry = ['attempt ', 'retry', 'trying again'];

/** Whether a line says that a failed command is about to run again. */
export function announcesRetry(text: string): boolean {
  return hasOne(text.toLowerCase(), nearRetry) && retryWords.test(text);
}
