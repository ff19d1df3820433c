import { loadTriggers } from '../catalog/load.ts';
import { createTriage, triageTablesOf } from '../filter/triage.ts';

/** Tells cheaply whether a log can have another verdict than no failure. True too often costs time, false too often would lose a failure. */
export interface Triage {
  /** @returns whether it can, by what came so far */
  push(bytes: Uint8Array): boolean;
  end(): boolean;
  reset(): void;
}

/** Its tables are made once a thread. @throws ModwhyError E_PACK */
export function openTriage(): Triage {
  return createTriage(triageTablesOf(loadTriggers()));
}
