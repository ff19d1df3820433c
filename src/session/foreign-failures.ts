import type { Said } from '../diagnose/problem.ts';
import { showsFailure } from '../diagnose/visible-failure.ts';
import type { Segment, Unit } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { type ForeignProgram, foreignProgram } from '../parse/foreign-program.ts';
import { speaksOfModules } from '../parse/module-words.ts';

// cmd/go/internal/run prints it below what the program said.
const exitStatus = /^exit status [1-9]\d{0,2}$/;
// log, log/slog, klog, zap and logrus, when they tell of an error: go itself writes no such lines.
const logged =
  /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d |[EF]\d{4} \d\d:\d\d:\d\d\.|time="?\d{4}-\d\d-\d\d)|"level":"(?:error|fatal|panic)"|\blevel="?(?:error|fatal|panic)\b/i;
// Of those, what says itself that it is an error.
const error = /"level":"(?:error|fatal|panic)"|\blevel="?(?:error|fatal|panic)\b|^[EF]\d{4} \d\d:\d\d:\d\d\./i;
const speaksOfEnd = /^(?:exit status|make|FAIL)/;
// net/http and net, without the module that go would name before it.
const ownRequest = /^(?:(?:Get|Head|Post|Put|Patch|Delete) "[^"]{1,400}": |(?:dial|listen|read|write) (?:tcp|udp|unix)\d? )/;

// What the signals read of it: rules/signals/not-module-infra.yaml and not-module-go.yaml.
const sentences: Readonly<Record<ForeignProgram['kind'], string>> = {
  other: 'a program that is no go command failed: ',
  format: 'a formatter found something: ',
  run: 'a program that go run started failed: ',
  own: 'a program of this build failed: ',
};

/**
 * The unit of a command that failed and is no go command, by the echo of the command: whatever it printed, no module made it fail.
 * Null where a signal knows what it printed, or something in it speaks of modules.
 * @param lines what the command printed
 */
export function foreignFailure({ segment, units }: Said, lines: readonly Line[]): Unit | null {
  if (segment.exit === 0 || units.some(({ findings }) => findings.some(({ signal, share }) => signal.role === 'error' && share > 0)))
    return null;
  const last = lines.findLast(({ text }) => text.trim() !== '');
  if (!last) return null;
  const program = failedProgram(segment, lines, last);
  if (program === null || lines.some(({ text }) => speaksOfModules(text))) return null;
  const line = lines.findLast(({ text }) => showsFailure(text) && !exitStatus.test(text)) ?? lines.findLast(isTelling) ?? last;
  return { text: `${sentences[program.kind]}${program.name}`, lines: [line], segment: segment.index, aboutModules: false };
}

function isTelling({ text }: Line): boolean {
  return text.trim() !== '' && !exitStatus.test(text);
}

function failedProgram({ command, exit }: Segment, lines: readonly Line[], last: Line): ForeignProgram | null {
  const program = command && foreignProgram(command.text);
  const ended = exitStatus.test(last.text);
  if (program?.kind === 'run') {
    // Where the log shows neither, the program may have gone on; where go could not build it, go says so.
    return ended || (exit === 'open' && ownRequest.test(last.text)) ? program : null;
  }
  if (program && exit !== 'open') return program;
  // Its last words, where the end is not shown.
  if (program && (program.kind === 'own' ? error.test(last.text) : showsFailure(last.text) && !speaksOfEnd.test(last.text))) return program;
  if (command || !ended) return null;
  const said = lines.findLast(isTelling);
  return said && logged.test(said.text) ? { kind: 'own', name: 'program' } : null;
}
