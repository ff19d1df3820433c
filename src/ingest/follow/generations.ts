import { type BigIntStats, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Identity, identityOf, isSame, isSameInode } from './identity.ts';

/** A file that stands under the followed name, or stood there before it was rotated away. */
export interface Generation {
  readonly name: string;
  readonly identity: Identity;
  readonly size: number;
}

const packed = /\.(?:gz|zst|bz2|xz|lz4|zip|Z)$/;
const counted = /^\.(?:\d{1,6}|old)$/;
const dated = /^[-._]\d[\dT:._+-]{5,30}$/;
const mostTries = 6;

/**
 * Finds the files that were made after the one that is read, oldest first; there may be several since the name was looked at last.
 * @param current null when there was none under the name
 * @param since milliseconds of the clock when the name last stood for the file that is read
 * @param read files that were read to their end
 */
export function nextGenerations(name: string, current: Identity | null, since: number, read: readonly Identity[]): Generation[] {
  // A listing of a folder in which files are renamed meanwhile may miss one of them: what counts is where two agree.
  let before: Generation[] = [];
  for (let tries = 0; tries < mostTries; tries++) {
    const found = newerThan(current, since, list(name), name, read);
    const same = found.findIndex(({ identity }, index) => !before[index] || !isSame(identity, before[index].identity));
    const agreed = same === -1 ? found : found.slice(0, same);
    if (agreed.length > 0) return agreed;
    before = found;
  }
  return [];
}

/** Where a file stands now, under its name or one that rotation gave it. */
export function findGeneration(name: string, holds: (generation: Generation) => boolean): Generation | null {
  return list(name).find(holds) ?? null;
}

function list(name: string): Generation[] {
  const folder = path.dirname(name);
  const base = path.basename(name);
  const generations: Generation[] = [];
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    // A folder may be passed through without being listed: then only the name itself is known.
    names = [base];
  }
  for (const entry of names) {
    if (entry !== base && !isRotated(entry, base)) continue;
    const full = entry === base ? name : path.join(folder, entry);
    const stat = statOf(full);
    if (stat?.isFile()) generations.push({ name: full, identity: identityOf(stat), size: Number(stat.size) });
  }
  return generations;
}

/** logrotate: `x.log.1`, `x.log-20260102`; others write the time before the ending: `x-2026-01-02T03-04-05.log`. */
function isRotated(entry: string, base: string): boolean {
  if (packed.test(entry)) return false;
  if (entry.startsWith(base)) return counted.test(entry.slice(base.length)) || dated.test(entry.slice(base.length));
  const { name, ext } = path.parse(base);
  return ext !== '' && entry.endsWith(ext) && entry.startsWith(name) && dated.test(entry.slice(name.length, -ext.length));
}

// Clocks of file systems go in steps of up to ten milliseconds.
const clockStep = 20;

function newerThan(
  current: Identity | null,
  since: number,
  found: readonly Generation[],
  name: string,
  read: readonly Identity[],
): Generation[] {
  const ordered = inOrder(found, name);
  const own = current ? ordered.findIndex(({ identity }) => isSameInode(identity, current)) : -1;
  return ordered.filter(({ identity }, index) => {
    if (index === own || read.some((one) => isSame(one, identity))) return false;
    if (ordered[index]!.name === name) return true;
    // A copy that was made of the file while it stood under its name is no later one.
    if (identity.birth < BigInt(since - clockStep) * 1_000_000n) return false;
    return own >= 0 ? index > own : current === null || identity.birth >= current.birth;
  });
}

/** Oldest first; what stands under the name itself is the newest. */
function inOrder(found: readonly Generation[], name: string): Generation[] {
  const ascending = namesAscend(found, name);
  return [...found].sort((a, b) => {
    if (a.name === name || b.name === name) return Number(a.name === name) - Number(b.name === name);
    return compare(a.identity.birth, b.identity.birth) || compareNames(a.name, b.name) * (ascending ? 1 : -1);
  });
}

/** Files made in one step of the clock are told apart by their names: `.1` is the newest for logrotate, and the oldest for others. */
function namesAscend(found: readonly Generation[], name: string): boolean {
  const rotated = found.filter((one) => one.name !== name);
  const [first] = rotated;
  const other = rotated.find(({ identity }) => identity.birth !== first!.identity.birth);
  if (!first || !other) return rotated.some(({ name }) => /\d{6}/.test(name));
  return compare(first.identity.birth, other.identity.birth) === Math.sign(compareNames(first.name, other.name));
}

function compareNames(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Null when there is no such file now. */
export function statOf(name: string): BigIntStats | null {
  try {
    return statSync(name, { bigint: true, throwIfNoEntry: false }) ?? null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
