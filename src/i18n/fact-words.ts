import type { Texts } from './texts.ts';

/** What each fact is called. */
export type FactWords = Texts['diagnosis']['fact'];
