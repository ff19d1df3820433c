import { createDialectReader } from '../dialect/reader.ts';
import { createLineSplitter } from '../ingest/splitter.ts';
import type { Line } from '../model/line.ts';

/** Bytes of one log in, its lines without decoration out, one by one. Nothing is held. */
export interface RunReader {
  push(bytes: Uint8Array): void;
  end(): void;
}

/** @param onLine called in order; a line of the input that holds several rows gives several lines with its number */
export function createRunReader(onLine: (line: Line) => void): RunReader {
  const dialect = createDialectReader();
  const splitter = createLineSplitter({
    onLine(text, number, offset) {
      const line: Line = { number, offset, text, kind: 'output', time: null, clock: 'order', lane: '' };
      const further = dialect.read(line);
      onLine(line);
      for (const one of further) onLine(one);
    },
    onCut: () => {},
  });
  return { push: (bytes) => splitter.push(bytes), end: () => splitter.end() };
}
