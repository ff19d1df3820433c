// The prompts of Windows' own shells, as `prompt.ts` takes them off.
const powershell = /(?:^|\s)PS(?: [^<>\n]{0,300})?>\s*$/;
const commandPrompt = /(?:^|\s)[A-Za-z]:\\[^<>|"?*\n]{0,300}>$/;

/** The shell of Windows in which a command was typed, by what stands before it; null for any other. */
export function windowsShell(raw: string, command: string): 'powershell' | 'cmd' | null {
  const at = raw.lastIndexOf(command);
  const before = at < 0 ? '' : raw.slice(Math.max(0, at - 400), at);
  if (!before.includes('>')) return null;
  if (powershell.test(before)) return 'powershell';
  return commandPrompt.test(before) ? 'cmd' : null;
}
