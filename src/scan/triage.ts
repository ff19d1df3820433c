import { loadTriggers } from '../catalog/load.ts';
import { createTriage, triageTablesOf } from '../filter/triage.ts';

/** Tells cheaply whether a log can have another verdict than no failure. True too often costs time, false too often would lose a failure. */
export interface Triage {
  /** Where bytes can be put for `pushBlock`: it begins with a page, which the system fills in half the time. */
  readonly block: Buffer;
  /** Takes so many bytes at the start of `block`. @returns as `push` */
  pushBlock(length: number): boolean;
  /** @returns whether it can, by what came so far */
  push(bytes: Uint8Array): boolean;
  end(): boolean;
  /** Whether a text stands in what came by which a log says something about its run. */
  hinted(): boolean;
  reset(): void;
}

/** Its tables are made once a thread. @throws ModwhyError E_PACK */
export function openTriage(): Triage {
  return createTriage(triageTablesOf(loadTriggers()));
}
