/** Words by which a line may say that something failed, in any letter case; `saysFailure` looks closer. */
// biome-ignore format: read by its groups, not one word a line
export const failureWords: readonly string[] = [
  'fail', 'error:', 'error :', 'error!', 'error !', 'error]', '::error', 'type=error', 'error building', 'fatal', 'panic', 'npm err!', 'traceback ',
  'command not found', 'no such file', 'exit status', 'exit code', 'exitcode', 'exited', 'exit ', 'code=', 'non-zero', 'non zero', 'killed', 'terminated',
  'cancel', 'interrupt', 'timed out', 'not complete', 'unstable', 'aborted', 'sigquit', 'signal: ', 'go: ', ': *** ', '$lastexitcode', '%errorlevel%', 'pipestatus',
  '$status', 'echo $?', 'echo "$?"', 'exceeded',
  // What pasting writes for a quote or for an escape may stand inside a literal.
  '&quot;', '&apos;', '&#39;', '&#34;', '&#x2', '&lt;', '&gt;', '&amp;', '^[[', '\\x1b', '\\033', '\\e[', '<esc>', '<0x1b>',
];

// What the go command prints on its way, as in src/diagnose/visible-failure.ts; that it needs no more than these words shows test/filter/triage.test.ts.
const progress =
  /\bgo: (?:downloading|finding|found|added|upgraded|downgraded|removed|creating new|warning|to add|extracting|no module dependencies) /g;
// Counts of none, and names such as `fail-fast`.
const harmless =
  /\b(?:no|0) (?:\w+ )?(?:failed|failures?)\b|\b[Ff]ail(?:ed|ures?)?"?[:=] ?"?(?:0\b|none\b|false\b)|[-_.]fail|\bfail[-_./]\w/g;
const failure = new RegExp(
  [
    '\\b(?:ERROR|[Ee]rror|FATAL|[Ff]atal|Fatal error|PANIC|[Pp]anic) ?[:!]',
    '\\b(?:FAIL|[Ff]ail)(?:ED|ed|URES?|ures?|S|s)?\\b',
    'exit(?:ed|s)? (?:with )?(?:a )?(?:non-zero )?(?:error )?(?:exit )?(?:status|code):? [\'"]?-?[1-9]',
    '[Nn]on-zero (?:code|status|exit)|exit (?:code|status) (?:exit status )?[1-9]|exit [1-9]|exited \\([1-9]|exitcode [\'"]?[1-9]|process exited, code=',
    '##\\[error\\]|::error|type=error|error building|npm (?:ERR!|error)|Traceback |: command not found|: No such file or directory|: \\*\\*\\* ',
    '\\b(?:Killed|Terminated|Interrupt|SIGQUIT)\\b|signal: |[Cc]ancell?ed|ABORTED|UNSTABLE|not complete|NOT complete|exceeded (?:limit|the )|terminated',
    '\\bgo: ',
    // Somebody asks a shell how a command ended.
    'LASTEXITCODE|errorlevel|PIPESTATUS|\\$status|echo "?\\$\\?',
    '&(?:quot|apos|#39|#34|#x2|lt|gt|amp)|\\^\\[\\[|\\\\x1b|\\\\0?33|\\\\e\\[|<ESC>|<0x1b>',
  ].join('|'),
);

/** Whether a line that holds one of the words may mean that something failed. */
export function saysFailure(text: string): boolean {
  return failure.test(text.replace(progress, '').replace(harmless, ''));
}
