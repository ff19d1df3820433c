import { goProgress } from '../model/go-progress.ts';

/** Words by which a line may say that something failed, in any letter case; `saysFailure` looks closer. */
// biome-ignore format: read by its groups, not one word a line
export const failureWords: readonly string[] = [
  'fail', 'error:', 'error :', 'error!', 'error !', 'error]', '::error', 'type=error', 'error building', 'fatal', 'panic', 'npm err!', 'traceback ',
  'command not found', 'no such file', 'exit status', 'exit code', 'exitcode', 'exited', 'exit ', 'code=', 'non-zero', 'been terminated',
  'canceled', 'cancelled', 'not complete', 'unstable', 'aborted', 'go: ', ': *** ', '$lastexitcode', '%errorlevel%', 'pipestatus',
  '$status', 'echo $?', 'echo "$?"', 'exceeded', '.go:',
  // What pasting writes for a quote or for an escape may stand inside a literal.
  '&quot;', '&apos;', '&#39;', '&#34;', '&#x2', '&lt;', '&gt;', '&amp;', '^[[', '\\x1b', '\\033', '\\e[', '<esc>', '<0x1b>',
];

// A count of none.
const none = /\b(?:no|0) (?:\w{1,20} )?(?:failed|failures?)\b|\b[Ff]ail(?:ed|ures?)"?[:=] ?"?(?:0\b|none\b|false\b)/g;
const counts = /[Ff]ail(?:ed|ure)/;
// As in src/diagnose/visible-failure.ts and the exits of src/dialect, wherever they stand: what is before them may be decoration.
const failure = new RegExp(
  [
    '\\b(?:ERROR|[Ee]rror|FATAL|[Ff]atal|Fatal error|PANIC|[Pp]anic|FAILED|Failed) ?[:!]',
    '\\bFAIL(?:ED|URE)?\\b|"(?:build-)?fail"|\\bFailure - |as failure',
    '\\b[Ff]ailed(?:\\s*$|\\s*[:;.,!()\'"\\]]| (?:with|due|after|at|on|by)\\b)',
    'exit(?:ed|s)? (?:with )?(?:a )?(?:non-zero )?(?:error )?(?:exit )?(?:status|code):? [\'"]?-?[1-9]',
    '[Nn]on-zero (?:code|status|exit)|exit (?:code|status) (?:exit status )?[1-9]|exit [1-9]|exited \\([1-9]|exitcode [\'"]?[1-9]|process exited, code=',
    '##\\[error\\]|::error|type=error|error building|npm (?:ERR!|error)|Traceback |: command not found|: No such file or directory|: \\*\\*\\* ',
    '(?:was|been) cancell?ed|ABORTED|UNSTABLE|not complete|NOT complete|exceeded (?:limit|the )|been terminated',
    `\\bgo: (?!${goProgress})`,
    // A place in a source file, as compilers and linters write it; what the end of a row may have cut counts, too.
    '\\.go:\\d{1,7}:\\d|\\.go:\\d{0,7}:?\\s*$',
    // Somebody asks a shell how a command ended.
    'LASTEXITCODE|errorlevel|PIPESTATUS|\\$status|echo "?\\$\\?',
    '&(?:quot|apos|#39|#34|#x2|lt|gt|amp)|\\^\\[\\[|\\\\x1b|\\\\0?33|\\\\e\\[|<ESC>|<0x1b>',
  ].join('|'),
);

/** Whether a line that holds one of the words may mean that something failed. */
export function saysFailure(text: string): boolean {
  return failure.test(counts.test(text) ? text.replace(none, '') : text);
}
