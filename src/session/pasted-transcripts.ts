import type { Evidence } from '../model/evidence.ts';
import type { Line } from '../model/line.ts';
import { mayHoldTranscript, readTranscript } from '../parse/transcripts/transcript.ts';

/** What curl, dig and others showed in the log itself, as a file of its own whose lines are those of the log. */
export function pastedTranscripts(name: string, lines: readonly Line[]): Evidence[] {
  if (!mayHoldTranscript(lines.filter(({ kind }) => kind === 'output').map(({ text }) => text))) return [];
  const spoken = lines.filter(({ kind }) => kind === 'output' || kind === 'command');
  const file = readTranscript(
    spoken.map(({ number, kind, command, text }) => ({ number, text: kind === 'command' ? (command ?? text) : text })),
  );
  if (file === null) return [];
  const byNumber = new Map(spoken.map((line) => [line.number, line]));
  return [{ ...file, name, textOf: (line) => byNumber.get(line)?.text ?? '', offsetOf: (line) => byNumber.get(line)?.offset ?? 0 }];
}
