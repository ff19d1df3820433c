import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { goEnvAssignment } from './go-env-line.ts';

const asked = /\bgo env((?: GO[A-Z0-9]{2,20})*)\s*$/;

/**
 * The settings that `go env` printed in the log, "not set" as an empty text. The last one seen wins.
 * Only the output of a `go env` command counts: elsewhere such a line may be a script or a hint.
 */
export function readGoEnv(segments: readonly Segment[], output: readonly (readonly Line[])[]): Map<string, string> {
  const settings = new Map<string, string>();
  for (const segment of segments) {
    const command = segment.command?.text.split('\n').find((text) => asked.test(text));
    if (command === undefined) continue;
    const names = asked.exec(command)![1]!.trim().split(' ').filter(Boolean);
    const lines = output[segment.index]!;
    for (const [position, name] of names.entries()) settings.set(name, lines[position]?.text ?? '');
    for (const { text } of lines) {
      const [name, value] = goEnvAssignment(text) ?? [];
      if (name?.startsWith('GO')) settings.set(name, value!);
    }
  }
  return settings;
}
