import { bucketOf, startOf, type Unit } from './axes.ts';

/** A part of a time that is asked about: whole months, days or hours, whose sums are kept, or a rest, of which every row is read. */
export interface Span {
  readonly unit: Unit | null;
  /** Numbers of buckets, or times of a rest. Null: without an end on that side. */
  readonly from: number | null;
  /** Excluded. */
  readonly to: number | null;
}

/**
 * Parts a time into pieces whose sums are kept, as large as can be.
 * @param units from large to small
 */
export function spansOf(since: number | null, until: number | null, units: readonly Unit[]): Span[] {
  const [unit, ...smaller] = units;
  if (unit === undefined) return since !== null && until !== null && since >= until ? [] : [{ unit: null, from: since, to: until }];
  if (since === null && until === null) return [{ unit, from: null, to: null }];
  const first = since === null ? 0 : bucketOf(unit, since) + (startOf(unit, bucketOf(unit, since)) === since ? 0 : 1);
  const last = until === null ? null : bucketOf(unit, until);
  if (last !== null && last <= first) return spansOf(since ?? 0, until, smaller);
  const begin = startOf(unit, first);
  return [
    ...(since === null || since === begin ? [] : spansOf(since, begin, smaller)),
    { unit, from: first, to: last },
    ...(until === null || startOf(unit, last!) === until ? [] : spansOf(startOf(unit, last!), until, smaller)),
  ];
}
