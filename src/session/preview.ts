import { createDialectReader } from '../dialect/reader.ts';
import { createLineJudge } from '../filter/line-judge.ts';
import { createStir } from '../filter/stir.ts';
import type { Line } from '../model/line.ts';
import type { RawLine } from '../paste/raw-line.ts';
import { createLineStore, type LineStore } from './line-store.ts';

/** Lines of an input that has not ended and is held as it came, because it may still turn out to be something that was pasted. */
export interface Preview {
  /** Reads those that came since the last call. @returns whether one of them may change the report */
  follow(held: readonly RawLine[]): boolean;
  readonly store: LineStore;
  dialects(): readonly string[];
}

/** @param literals of the signals @param most characters that are held, twice */
export function createPreview(literals: readonly string[], most: number | undefined): Preview {
  const store = createLineStore(most);
  const dialect = createDialectReader();
  const stirs = createStir(createLineJudge(literals));
  let taken = 0;
  return {
    follow(held) {
      let stirred = false;
      for (; taken < held.length; taken++) {
        const { number, offset, text } = held[taken]!;
        if (stirs(text)) stirred = true;
        const line: Line = { number, offset, text, kind: 'output', time: null, clock: 'order', lane: '' };
        const further = dialect.read(line);
        store.add(line);
        for (const one of further) store.add(one);
      }
      return stirred;
    },
    store,
    dialects: () => (store.last() ? dialect.names() : []),
  };
}
