import { mayEnterCommand } from '../model/command-grammar.ts';

// cmd/go/internal/base, AddModFlags and AddModCommonFlags; `go mod edit` takes the file as its argument instead.
const takesFlag = /^go (?:get|list|mod (?:download|graph|tidy|vendor|verify|why))(?: |$)/;
const given = /^[^\n]{0,2000}?\sgo\s[^\n]{0,2000}?\s--?modfile[= ]["']?([^\s"';&|]{1,300})/;

/** The other go.mod that a go command was told to use; null where it was told none, or in a form that may not stand in a command. */
export function modfileOf(command: string): string | null {
  const path = given.exec(` ${command}`)?.[1];
  return path !== undefined && mayEnterCommand('path', path) ? path : null;
}

/** The same command of a remedy for that go.mod, so that it changes the file which the failed command read. */
export function withModfile(argv: readonly string[], modfile: string | null): string[] {
  if (modfile === null || argv.some((word) => word.startsWith('-modfile'))) return [...argv];
  if (argv[0] === 'go' && argv[1] === 'mod' && argv[2] === 'edit') return [...argv, modfile];
  const verb = takesFlag.exec(argv.join(' '));
  if (!verb) return [...argv];
  const at = argv[1] === 'mod' ? 3 : 2;
  return [...argv.slice(0, at), `-modfile=${modfile}`, ...argv.slice(at)];
}
