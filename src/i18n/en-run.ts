// What is said of a command that runs, of its settings, and of a log that grows.
export const run = {
  leftBehind: 'a process that the command left behind still holds its output: what it prints from now on is lost',
  notShown: (bytes: number) => `the first ${bytes} bytes that the command printed are not shown again here`,
  interrupting: 'Ctrl+C was given to the command; once more leaves the screen, and the command goes on',
  lost: (why: string) => `what the command printed could not be passed on: ${why}`,
  notExplained: (exitCode: number, why: string) => `the command has ended with ${exitCode}, and it cannot be explained: ${why}`,
  unknown: (command: string, exitCode: number) =>
    `${command} ended with ${exitCode}, and what it printed does not say why (modwhy run -v shows what was seen)`,
  answeredAbove: (command: string) => `${command} failed by what the answer above says`,
  recovered: (title: string, code: string) => `the command succeeded, and got over this: ${title} (${code})`,
  retry: (attempt: number, of: number, title: string, code: string, wait: string) =>
    `attempt ${attempt} of ${of} failed: ${title} (${code}); trying again in ${wait}`,
  noTime: (budget: string) => `not tried again: that would be later than the retry budget of ${budget} allows`,
  notRetried: {
    command: 'not tried again: only go build, test, mod, get, list and install are (--retry-any: all)',
    cause: 'not tried again: another attempt does not help against this, or must not be made',
    unsure: 'not tried again: the cause is not sure enough',
    person: 'not tried again by itself: it may pass, and the policy leaves that to you',
  },
  succeeded: (attempt: number, failed: readonly string[]) => `attempt ${attempt} succeeded; before that: ${failed.join('; ')}`,
  attempt: (attempt: number, title: string, code: string) => `attempt ${attempt}: ${title} (${code})`,
  earlier: 'earlier',
} as const;

export const config = {
  user: 'user',
  project: 'project',
  none: 'none',
  everything: 'all',
  policy: 'what modwhy run --retry-if-transient may try again:',
  others: 'all others: never; checksum.*, tls.* and auth.* cannot be allowed',
  permission: { automatic: 'automatic', person: 'by a person', never: 'never' },
  changed: (before: string) => `(without config: ${before})`,
  without: (name: string) => `what ${name} says has no effect`,
} as const;

export const watch = {
  remark: {
    rotated: 'the file was rotated: this is the new one',
    replaced: 'another file took the name: another build begins',
    truncated: 'the file was emptied: another build begins',
    missing: 'the file is not there: waiting for it',
    appeared: 'the file is there now',
  },
  mayChange: 'Still being written: this may change.',
  wentOn: (name: string) => `${name}: the build got over what was shown last; no failure is visible now`,
  waiting: 'there is no such file yet: waiting for it',
} as const;
