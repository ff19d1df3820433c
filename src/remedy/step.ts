import type { ReportStep } from '../model/report.ts';
import { cmdCommand, setCmd } from './cmd.ts';
import { runPlaces, variablePlaces } from './places.ts';
import { powershellCommand, replacePowershell, setPowershell, unsetPowershell } from './powershell.ts';
import { posixCommand, quotePosix, sedCommand } from './quote.ts';
import { forCmd, forPowershell } from './windows-programs.ts';

type Environment = Readonly<Record<string, string>>;
type Run = Pick<Extract<ReportStep, { kind: 'run' }>, 'cwd' | 'changes'>;

/** A command as each shell and each place has it. */
export function runStep(argv: string[], env: Environment, { cwd, changes }: Run): ReportStep {
  const posix = posixCommand(argv, env);
  const [powershell, cmd] = [forPowershell(argv), forCmd(argv)];
  return {
    kind: 'run',
    argv,
    posix,
    powershell: powershell && powershellCommand(powershell, env),
    cmd: cmd && cmdCommand(cmd, env),
    env,
    cwd,
    changes,
    places: runPlaces(argv, posix),
  };
}

/** A variable for what follows. */
export function setEnvStep(name: string, value: string): ReportStep {
  const [powershell, cmd] = [setPowershell(name, value), setCmd(name, value)];
  return {
    kind: 'set-env',
    name,
    value,
    posix: `export ${quotePosix(name)}=${quotePosix(value)}`,
    powershell,
    cmd,
    places: variablePlaces(name, value),
  };
}

/** The go command and the others take an empty variable as one that is not set, and an empty one hides what an outer place sets. */
export function unsetEnvStep(name: string): ReportStep {
  const [powershell, cmd] = [unsetPowershell(name), setCmd(name, '')];
  return { kind: 'unset-env', name, posix: `unset ${quotePosix(name)}`, powershell, cmd, places: variablePlaces(name, '') };
}

/** One text in a file for another. cmd.exe has no command for that. */
export function editFileStep(path: string, find: string, replace: string): ReportStep {
  const powershell = find.includes('\n') ? null : replacePowershell(path, find, replace);
  return { kind: 'edit-file', path, find, replace, posix: sedCommand(path, find, replace), powershell, cmd: null };
}
