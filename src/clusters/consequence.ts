// Lines that only say that something before them failed, or where more is written. What prints them stands beside each.
const consequences = new RegExp(
  `^(?:${[
    '(?:error: |Error: )?exit status \\d+$', // go run, go generate
    '(?:g?make|ninja)(?:\\[\\d+\\])?: (?:\\*\\*\\* .{0,400}Error \\d+(?: \\(ignored\\))?|\\*\\*\\* Waiting for unfinished|Leaving directory|build stopped)', // GNU make, ninja
    'FAIL$|FAIL\\t', // go test
    'Traceback \\(most recent call last\\)', // Python
    'npm (?:ERR!|error) (?:A complete log of this run|(?: {4}.{0,300}-debug.{0,20}\\.log$)|code |errno |syscall |path |command |lifecycle script|Lifecycle script|workspace |location |Exit status|signal )', // npm
    'npm (?:ERR!|error) *$',
    'error Command failed with exit code|info Visit https://', // yarn
    'ERROR: failed to (?:solve|build): process "', // BuildKit
    "The command '.{0,400}' returned a non-zero code", // docker build
    'ERROR: script returned exit code|script returned exit code|Finished: FAILURE|Build step .{0,200} marked build as failure', // Jenkins
    'ERROR: Job failed', // GitLab
    'Error: Process completed with exit code|Process completed with exit code', // GitHub
    'error: aborting due to|error: could not compile|For more information about this error', // rustc, cargo
    'BUILD FAILED|FAILURE: Build failed|\\[ERROR\\] (?:-> |To see the full|Re-run Maven|For more information|After correcting|\\[Help|$)', // Gradle, Maven
    'Compilation failed$|compilation terminated\\.?$|\\d+ errors? generated\\.?$',
    'error: subprocess-exited-with-error|ERROR: Command errored out', // pip
    'Error: Command failed|Command failed with exit code|Command exited with', // Node programs
  ].join('|')})`,
);

/** Whether a line says only that something failed, and not what. */
export function isConsequence(text: string): boolean {
  return consequences.test(text.trim());
}

/** The line that says most of a failure: the last that is more than a consequence. Of a traceback it is what Python prints below it. */
export function mostTelling<T extends { readonly text: string }>(lines: readonly T[]): T | undefined {
  return lines.findLast(({ text }) => text.trim() !== '' && !isConsequence(text));
}
