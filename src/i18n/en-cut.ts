import { thousands } from './numbers.ts';

// What a report says of each limit that was reached, and of what somebody else cut off.
export const ownLists = ['timeline', 'spans', 'trace-lines', 'evidence', 'unexplained'] as readonly string[];

export const cutWords = {
  'buildkit-log': (_seen: number, kept: number, line = 1) => `Docker cut the output of the step${at(kept)} (line ${line})`,
  'gitlab-log': (_seen: number, kept: number, line = 1) => `the GitLab runner stopped writing the log${at(kept)} (line ${line})`,
  'travis-log': (_seen: number, kept: number, line = 1) => `Travis ended the job because its log became too long${at(kept)} (line ${line})`,
  'github-page': (_seen: number, _kept: number, line = 1) =>
    `GitHub's page shows only a part of the step (line ${line}); the raw log has all of it`,
  'circleci-page': (_seen: number, _kept: number, line = 1) =>
    `CircleCI's page shows only a part of the step (line ${line}); the downloaded output has all of it`,
  'jenkins-page': (_seen: number, _kept: number, line = 1) =>
    `Jenkins shows only the end of the log (line ${line}); "Full Log" or /consoleText has all of it`,
  front: (_seen: number, _kept: number, line = 1) =>
    `the log begins in the middle of a message (line ${line}): what stood before it is missing`,
  end: (_seen: number, _kept: number, line = 1) => `the log stops before its end (line ${line}): what came after it is missing`,
  snipped: (_seen: number, _kept: number, line = 1) => `somebody has left lines out (line ${line})`,
  'run-output': (seen: number, kept: number) => `the command printed ${seen} bytes: the first and the last of them, ${kept}, are explained`,
  'line-64KiB': (seen: number, kept: number) => `a line of ${seen} bytes is read up to its first ${kept}`,
  'gzip-truncated': (_seen: number, kept: number) => `the compressed file ended early: the first ${kept} bytes are explained`,
  'zstd-truncated': (_seen: number, kept: number) => `the compressed file ended early: the first ${kept} bytes are explained`,
  'archive-ratio': (_seen: number, kept: number) => `a file unpacks to more than 100 times its size: its first ${kept} bytes are explained`,
  'archive-total': (_seen: number, kept: number) => `the archive unpacks to more than 8 GiB: the first ${kept} bytes are explained`,
  'archive-entries': (seen: number, kept: number) => `the archive has more files than are read: ${kept} of ${seen} are explained`,
  'archive-depth': (seen: number, kept: number) =>
    `${seen - kept} of ${seen} files are packed more than 3 times over: they are not explained`,
  'archive-held': (seen: number, kept: number) => `${seen - kept} of ${seen} files are archives that are too large: they are not explained`,
  'archive-encrypted': (seen: number, kept: number) => `${seen - kept} of ${seen} files are encrypted: they are not explained`,
  'archive-method': (seen: number, kept: number) =>
    `${seen - kept} of ${seen} files are packed in a way that modwhy does not know: they are not explained`,
  'archive-not-text': (seen: number, kept: number) => `${seen - kept} of ${seen} files in the archive are no text logs`,
  'archive-damaged': () => 'a part of the archive is damaged: what could be read is explained',
  lines: (seen: number, kept: number) =>
    `${seen} lines may matter, which is too many: the first and the last of them, ${kept}, are explained`,
  'paste-20MB': (seen: number, kept: number) => `${seen} bytes were pasted: the first ${kept} are explained`,
  changed: () => 'the file was written to while it was read: explain it again when it is complete',
  'read-error': (_seen: number, kept: number) => `reading stopped with an error: the first ${kept} bytes are explained`,
} as Readonly<Record<string, (seen: number, kept: number, line?: number) => string>>;

/** ` at 2 MiB`; nothing where no size was named. */
function at(bytes: number): string {
  if (bytes === 0) return '';
  const exact = [1 << 20, 1024].find((unit) => bytes % unit === 0);
  return ` at ${exact === undefined ? `${thousands(bytes)} bytes` : `${bytes / exact} ${exact === 1024 ? 'KiB' : 'MiB'}`}`;
}
