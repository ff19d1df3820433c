import type { Traces } from '../../model/span.ts';

type What = Traces['time'][number]['what'];

/** Adds up the time in which at least one span of a kind ran, from begins and ends in the order in which they come. */
export interface BusyTime {
  begin(what: What, at: number): void;
  end(what: What, at: number): void;
  /** Time that is known only as a sum. */
  add(what: What, ms: number): void;
  /** Nothing runs on. @param at the last moment that is known */
  close(at: number): void;
  /** @param at the last moment that is known, up to which counts what runs on */
  totals(at: number): ReadonlyMap<What, number>;
}

export function createBusyTime(): BusyTime {
  const running = new Map<What, { count: number; since: number }>();
  const totals = new Map<What, number>();
  const add = (what: What, ms: number) => void totals.set(what, (totals.get(what) ?? 0) + Math.max(0, ms));
  return {
    begin(what, at) {
      const now = running.get(what);
      if (now && now.count > 0) now.count++;
      else running.set(what, { count: 1, since: at });
    },
    end(what, at) {
      const now = running.get(what);
      if (!now || now.count === 0) return;
      if (--now.count === 0) add(what, at - now.since);
    },
    add,
    close(at) {
      for (const [what, { count, since }] of running) if (count > 0) add(what, at - since);
      running.clear();
    },
    totals(at) {
      const sums = new Map(totals);
      for (const [what, { count, since }] of running) if (count > 0) sums.set(what, (sums.get(what) ?? 0) + Math.max(0, at - since));
      return sums;
    },
  };
}
