import { keptText } from '../redact/kept-text.ts';

/** Longer ones are cut: an index of PostgreSQL takes 2700 bytes, and nobody reads more. */
const LONGEST = 600;
const KEPT = 2_000;
const kept = new Map<string, string>();

/**
 * A text as it is kept: without secrets, whatever the caller did about them, without what PostgreSQL cannot keep, and not too long.
 * The same text always gives the same.
 */
export function storable(text: string, longest = LONGEST): string {
  const clean = keptText(text).replaceAll('\0', '\ufffd').toWellFormed();
  return clean.length > longest ? clean.slice(0, longest).toWellFormed() : clean;
}

/** The same for a text that many logs have: it is remembered. */
export function storableWord(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const word = storable(text);
  if (kept.size >= KEPT) kept.clear();
  kept.set(text, word);
  return word;
}

/** A path or URL: it names a log, so it is never cut. */
export function storableSource(source: string): string {
  return storable(source, Number.MAX_SAFE_INTEGER);
}

/** A count or a time; what is none is 0, or null. */
export function wholeNumber(value: number): number;
export function wholeNumber(value: number | null): number | null;
export function wholeNumber(value: number | null): number | null {
  if (value === null) return null;
  return Number.isFinite(value) && value >= 0 ? Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER) : 0;
}

/** A time from 1970 to 9999; others are none. */
export function timeOf(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value >= 0 && value < 253_402_300_800_000 ? Math.floor(value) : null;
}
