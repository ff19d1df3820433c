import type { At, NetrcFile } from '../model/evidence.ts';
import { netrcMachines } from '../route/netrc.ts';

const words = /^(?:machine|default|login|password|passwd|account|macdef)$/;

/** Reads a netrc file as far as it says whom it has credentials for; null for anything else. What they are is not kept. */
export function readNetrc(lines: readonly string[]): NetrcFile | null {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const first = filled[0]?.split(/\s+/) ?? [];
  if (!(first[0] === 'machine' && first.length > 1) && first[0] !== 'default') return null;
  const known = filled.filter((line) => words.test(line.split(/\s+/, 1)[0]!)).length;
  const opens = /^(?:machine\s+\S+|default)(?:\s+(?:login|password|passwd|account|macdef)\s|\s*$)/;
  if (!opens.test(filled[0]!) || (known * 2 < filled.length && !filled.some((line) => line.startsWith('macdef')))) return null;
  const machines = netrcMachines(lines.join('\n')).map((machine) => ({ machine, line: lineOf(lines, machine) }));
  const at = lines.findIndex((line) => /^\s*default(?:\s|$)/.test(line));
  const fallback: At | null = at < 0 ? null : { line: at + 1 };
  return { kind: 'netrc', machines, fallback };
}

function lineOf(lines: readonly string[], machine: string): number {
  const at = lines.findIndex((line) => {
    const found = line.split(/\s+/);
    return found.some((word, index) => word === 'machine' && found[index + 1] === machine);
  });
  return Math.max(1, at + 1);
}

/** A line of a netrc file as it may be shown: the machine, and of the rest only the names. */
export function shownNetrcLine(line: string): string {
  const found = /(?:^|\s)machine\s+(\S+)/.exec(line);
  if (found) return `machine ${found[1]} ***`;
  return /^\s*default(?:\s|$)/.test(line) ? 'default ***' : '***';
}
