import type { Traces } from '../../model/span.ts';
import type { TraceMark } from '../../model/trace-mark.ts';

type Shown = NonNullable<Traces['cacheKeys']>;

const mostKinds = 40;
const mostValues = 4;
const mostNames = 200_000;

/** What goes into the cache keys that `GODEBUG=gocachehash=1` prints, as far as it is the same in many of them. */
export interface CacheKeys {
  read(mark: TraceMark & { is: 'key' }, line: number): void;
  /** Null where there are none. */
  all(): Shown | null;
}

export function createCacheKeys(): CacheKeys {
  const names = { build: new Set<string>(), link: new Set<string>(), vet: new Set<string>() };
  const kinds = new Map<string, Shown['inputs'][number]>();
  return {
    read({ name, inputs }, line) {
      const action = name.slice(0, name.indexOf(' ')) as keyof typeof names;
      const known = names[action];
      if (known.size < mostNames) known.add(name);
      for (const { kind, subject, value } of inputs) {
        const key = `${kind} ${subject}`;
        const row = kinds.get(key) ?? { kind, subject, values: [], more: false, line };
        if (row.values.length < mostValues && !row.values.includes(value)) row.values.push(value);
        else if (!row.values.includes(value)) row.more = true;
        if (kinds.size < mostKinds) kinds.set(key, row);
      }
    },
    all() {
      if (names.build.size + names.link.size + names.vet.size === 0) return null;
      const inputs = [...kinds.values()].map((row) => ({ ...row, values: [...row.values] }));
      return { packages: names.build.size, programs: names.link.size, vetted: names.vet.size, inputs };
    },
  };
}
