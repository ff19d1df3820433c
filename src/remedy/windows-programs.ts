// What the programs that remedies and checks start are called on Windows. Others are not there: a person does that step in another way.
const sameEverywhere = new Set(['go', 'git', 'docker', 'ssh', 'ssh-keygen', 'ssh-keyscan', 'ssh-add']);

/** A command as Windows PowerShell has it; null when there is none. `curl` alone is another command there before PowerShell 6. */
export function forPowershell(argv: readonly string[]): readonly string[] | null {
  if (argv.length === 1 && argv[0] === 'env') return ['Get-ChildItem', 'Env:'];
  return forWindows(argv);
}

/** A command as cmd.exe has it; null when there is none. */
export function forCmd(argv: readonly string[]): readonly string[] | null {
  if (argv.length === 1 && argv[0] === 'env') return ['set'];
  return forWindows(argv);
}

function forWindows([program, ...words]: readonly string[]): readonly string[] | null {
  if (program === 'curl') return ['curl.exe', ...words.map((word) => (word === '/dev/null' ? 'NUL' : word))];
  return program !== undefined && sameEverywhere.has(program) ? [program, ...words] : null;
}
