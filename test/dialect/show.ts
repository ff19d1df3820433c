import { createDialectReader } from '../../src/dialect/reader.ts';
import type { Line } from '../../src/model/line.ts';

/** Reads a whole log and shows each line as: kind, what is known of it, text. */
export function show(log: string): string {
  const reader = createDialectReader();
  const lines = log.split('\n').flatMap((text, index) => {
    const line: Line = { number: index + 1, offset: 0, text, kind: 'output', time: null, clock: 'order', lane: '' };
    const further = reader.read(line);
    return [line, ...further];
  });
  return [`dialects: ${reader.names().join(' ')}`, ...lines.map(row)].join('\n');
}

function row(line: Line): string {
  const facts = [
    line.step ? 'step' : '',
    line.late ? 'late' : '',
    line.exitCode === undefined ? '' : `=${line.exitCode}`,
    line.lane === '' ? '' : `in:${line.lane}`,
    line.time === null ? '' : line.clock === 'utc' ? new Date(line.time).toISOString().slice(11) : `${line.clock}:${line.time}`,
  ].filter(Boolean);
  return [line.kind, ...facts, `| ${JSON.stringify(line.text).slice(1, -1)}`].join(' ');
}
