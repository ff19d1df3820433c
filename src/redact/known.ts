import { KnownTexts } from './known-texts.ts';
import { unescaped } from './pseudonyms.ts';
import type { Span } from './rule.ts';

/** Values that are known as secrets from a place that gave them away, for the places that do not. */
export interface KnownSecrets {
  add(value: string): void;
  /** A user and a password stand together in Basic authentication (RFC 7617). */
  addPair(user: string, secret: string): void;
  isEmpty(): boolean;
  /** Where they stand in a line, and at its end their beginnings. */
  find(line: string): Span[];
}

const shortest = 6;
// Enough for any log that people read, and little enough to hold.
const most = 20_000;

/** An empty table. */
export function createKnownSecrets(): KnownSecrets {
  const byStart = new Map<string, KnownTexts>();
  const seen = new Set<string>();
  // Made for the first one: most logs have no secret, and every log has such a table.
  let starts: Uint8Array | null = null;

  const index = (text: string, whole: string, anywhere: boolean) => {
    if (text.length < shortest || seen.has(text) || seen.size >= most) return;
    seen.add(text);
    const start = text.slice(0, shortest);
    starts ??= new Uint8Array(1 << 16);
    starts[hash(start.charCodeAt(0), start.charCodeAt(1), start.charCodeAt(2))] = 1;
    const alike = byStart.get(start) ?? new KnownTexts();
    alike.add({ text, whole, anywhere });
    byStart.set(start, alike);
  };
  const add = (value: string) => {
    const plain = unescaped(value);
    const where = distinctive(plain);
    if (where === 'no') return;
    for (const form of formsOf(plain)) index(form, plain, where === 'anywhere');
    index(value, plain, where === 'anywhere');
  };
  return {
    add,
    isEmpty: () => seen.size === 0,
    addPair(user, secret) {
      add(secret);
      const basic = Buffer.from(`${unescaped(user)}:${unescaped(secret)}`).toString('base64');
      index(basic, basic, true);
    },
    find(line) {
      if (starts === null || line.length < shortest) return [];
      const spans: Span[] = [];
      let first = line.charCodeAt(0);
      let second = line.charCodeAt(1);
      for (let at = 0; at + shortest <= line.length; at++) {
        const third = line.charCodeAt(at + 2);
        const maybe = starts[hash(first, second, third)];
        first = second;
        second = third;
        if (!maybe) continue;
        const hit = byStart.get(line.slice(at, at + shortest))?.at(line, at);
        if (!hit) continue;
        spans.push({ start: at, end: Math.min(line.length, at + hit.text.length), kind: 'secret', whole: hit.whole });
        at += hit.text.length - 1;
        first = line.charCodeAt(at + 1);
        second = line.charCodeAt(at + 2);
      }
      return spans;
    },
  };
}

function hash(first: number, second: number, third: number): number {
  return (first ^ (second << 5) ^ (third << 10)) & 0xffff;
}

/** A value that may be a common word, a number or a version is hidden only where its place gives it away. */
function distinctive(value: string): 'anywhere' | 'alone' | 'no' {
  if (/\s/.test(value) && value.length < 20) return 'no';
  if (/^[\d.,:/-]*$/.test(value) || /^v?\d+\.\d+[\w.+-]{0,12}$/.test(value) || /^(?:https?|file|ssh):\/\//.test(value)) return 'no';
  const mixed = /\d/.test(value) && /[A-Za-z]/.test(value);
  if (value.length >= 12 && (mixed || /[^\w./:-]/.test(value))) return 'anywhere';
  if (value.length >= 20 && /[a-z][A-Z].*[a-z][A-Z]/.test(value)) return 'anywhere';
  return value.length >= shortest && (mixed || /[^\w./:=-]/.test(value)) ? 'alone' : 'no';
}

/** How the value is written in a URL, in a URL within a URL, and in JSON. */
function formsOf(plain: string): Set<string> {
  const escaped = escapedForUrl(plain);
  const twice = escapedForUrl(escaped);
  const json = JSON.stringify(plain).slice(1, -1);
  return new Set([
    plain,
    escaped,
    escaped.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
    twice,
    json,
    json.replaceAll('&', '\\u0026'),
  ]);
}

function escapedForUrl(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // A lone surrogate has no form in a URL.
    return text;
  }
}
