import type { Widened } from './texts.ts';

/** The words of `modwhy scan --enqueue` and `modwhy worker`. */
export const fleetEnglish = {
  put: (count: number) => `${count} ${count === 1 ? 'log waits' : 'logs wait'} for a worker: modwhy worker --store ...`,
  read: (count: number) => `${count} ${count === 1 ? 'log' : 'logs'} read`,
  failed: (count: number) => `${count} ${count === 1 ? 'attempt' : 'attempts'} failed`,
  waiting: (count: number) => `${count} waiting`,
  active: (count: number) => `${count} being read`,
  aside: (count: number) => `${count} set aside`,
};

export type FleetTexts = Widened<typeof fleetEnglish>;
