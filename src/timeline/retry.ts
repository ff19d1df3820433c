// What retry wrappers print between two attempts: nick-fields/retry, GitLab, curl-like scripts.
const retryWords = /\battempt \d+ (?:of \d+ )?failed\b|\bretrying\b|\bwill retry\b|\btrying again\b|\bretry (?:attempt )?\d+/i;

/** Whether a line says that a failed command is about to run again. */
export function announcesRetry(text: string): boolean {
  return retryWords.test(text);
}
