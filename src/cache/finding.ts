import type { CacheSeverity, CacheSure } from '../model/cache.ts';
import type { KindId } from './kinds.ts';

/** Something that was seen in a cache. */
export interface Finding {
  readonly kind: KindId;
  /** The first one is what it is about. */
  readonly files: readonly string[];
  readonly module?: string;
  readonly version?: string;
  /** Numbers and names for its sentence. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Where it is not that of the kind. */
  readonly severity?: CacheSeverity;
  readonly sure?: CacheSure;
  /** Where the cause is another one than that of the kind. */
  readonly cause?: string | null;
  /** What to delete; folders are read-only and are made writable first. Left out: nothing is to be done. */
  readonly remove?: { readonly files?: readonly string[]; readonly folders?: readonly string[] };
  /** Another command than deleting. */
  readonly command?: readonly string[];
}

/** Takes findings as they come. At most so many of a kind are kept, and the others counted. */
export class Findings {
  private readonly kept = new Map<KindId, Finding[]>();
  private readonly counts = new Map<KindId, number>();

  add(finding: Finding): void {
    const list = this.kept.get(finding.kind) ?? [];
    if (list.length < mostOfAKind) this.kept.set(finding.kind, [...list, finding]);
    this.counts.set(finding.kind, (this.counts.get(finding.kind) ?? 0) + 1);
  }

  all(): Finding[] {
    return [...this.kept.values()].flat();
  }

  /** Kinds with more findings than are kept. */
  left(): { kind: KindId; count: number }[] {
    return [...this.counts].flatMap(([kind, count]) => (count > mostOfAKind ? [{ kind, count: count - mostOfAKind }] : []));
  }
}

const mostOfAKind = 50;
