import { type KeyInputKind, keyInputKinds, readKeyInput } from '../parse/traces/key-input.ts';
import type { BuildKey, BuildKeys } from './build-keys.ts';

/** One input in which keys differ, with all the keys that it changes by itself. */
interface KeyDifference {
  readonly kind: KeyInputKind;
  readonly subject: string;
  /** Null: it does not go into the key there. */
  readonly good: string | null;
  readonly bad: string | null;
  /** Names of keys, `build example.com/p`, in the order of the log. */
  readonly keys: readonly string[];
  /** Lines of the first one. */
  readonly goodLine: number | null;
  readonly badLine: number | null;
  /** Keys that change only because these do. */
  readonly followers: readonly string[];
}

export interface KeyDifferences {
  readonly same: number;
  readonly changed: number;
  readonly onlyGood: readonly string[];
  readonly onlyBad: readonly string[];
  /** That which changes most first. */
  readonly list: readonly KeyDifference[];
}

interface Value {
  readonly kind: KeyInputKind;
  readonly subject: string;
  value: string;
  readonly line: number;
}

interface Changed {
  readonly own: { readonly good: Value | null; readonly bad: Value | null };
  /** Keys of other actions whose results go into it, and differ. */
  readonly from: readonly string[];
}

const rank = new Map(keyInputKinds.map((kind, index) => [kind, index]));
const inherited = new Set<KeyInputKind>(['imported', 'vetted', 'package']);
// For so many differences it is followed what they change further.
const mostFollowed = 200;

/** Which inputs make the cache keys of two builds differ, and which keys only follow from others. */
export function compareBuildKeys(good: BuildKeys, bad: BuildKeys): KeyDifferences {
  const pairs: { name: string; good: BuildKey; bad: BuildKey }[] = [];
  let same = 0;
  for (const [name, variants] of bad.keys) {
    const before = good.keys.get(name) ?? [];
    const newer = variants.filter(({ sum }) => !before.some((one) => one.sum === sum));
    const older = before.filter(({ sum }) => !variants.some((one) => one.sum === sum));
    if (before.length > 0 && (newer.length === 0 || older.length === 0)) same++;
    else if (before.length > 0) pairs.push({ name, good: older[0]!, bad: newer[0]! });
  }
  const names = new Set(pairs.map(({ name }) => name));
  const changed = new Map(pairs.map((pair) => [pair.name, differenceOf(pair.name, pair.good, pair.bad, names)]));
  const groups = new Map<string, Omit<KeyDifference, 'keys' | 'followers'> & { keys: string[] }>();
  const note = (name: string, { own }: Changed) => {
    if (!own.good && !own.bad) return;
    const { kind, subject } = (own.bad ?? own.good)!;
    const [before, after] = shorten(kind, own.good?.value ?? null, own.bad?.value ?? null);
    const key = [kind, subject, before, after, kind === 'file' ? name : ''].join('\n');
    const group = groups.get(key) ?? {
      ...{ kind, subject, good: before, bad: after, goodLine: own.good?.line ?? null, badLine: own.bad?.line ?? null },
      keys: [],
    };
    group.keys.push(name);
    groups.set(key, group);
  };
  for (const [name, difference] of changed) note(name, difference);
  for (const one of differing(mergedValues(good.tests), mergedValues(bad.tests))) note('test', { own: one, from: [] });
  const followersOf = followers(changed);
  const list = [...groups.values()].map((group, index): KeyDifference => {
    return { ...group, followers: index < mostFollowed ? followersOf(group.keys) : [] };
  });
  const reach = ({ keys, followers: more }: KeyDifference) => keys.length + more.length;
  return {
    same,
    changed: pairs.length,
    onlyGood: [...good.keys.keys()].filter((name) => !bad.keys.has(name)),
    onlyBad: [...bad.keys.keys()].filter((name) => !good.keys.has(name)),
    list: list.sort((one, other) => reach(other) - reach(one) || rank.get(one.kind)! - rank.get(other.kind)!),
  };
}

/** The input that explains most, where it is not the result of another action that differs too. */
function differenceOf(name: string, good: BuildKey, bad: BuildKey, names: ReadonlySet<string>): Changed {
  const all = differing(valuesOf(good), valuesOf(bad));
  const from: string[] = [];
  const own: typeof all = [];
  for (const one of all) {
    const { kind, subject } = (one.bad ?? one.good)!;
    const source = sourceOf(name, kind, subject);
    if (source !== null && names.has(source)) from.push(source);
    else own.push(one);
  }
  own.sort((one, other) => rank.get((one.bad ?? one.good)!.kind)! - rank.get((other.bad ?? other.good)!.kind)!);
  return { own: own[0] ?? { good: null, bad: null }, from };
}

/** Without what both have: of flags the words, of folders the end. */
function shorten(kind: KeyInputKind, good: string | null, bad: string | null): [string | null, string | null] {
  if (good === null || bad === null) return [good, bad];
  if (kind === 'flags' || kind === 'c-flags') {
    const [before, after] = [good.split(' '), bad.split(' ')];
    const [less, more] = [without(before, after), without(after, before)];
    return less.length + more.length > 0 ? [less.join(' '), more.join(' ')] : [good, bad];
  }
  if (kind !== 'folder') return [good, bad];
  const [before, after] = [good.split('/'), bad.split('/')];
  while (before.length > 1 && after.length > 1 && before.at(-1) === after.at(-1)) {
    before.pop();
    after.pop();
  }
  return [before.join('/') || '/', after.join('/') || '/'];
}

/** Words of a list that another one has not, or not as often. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0 && word !== '';
  });
}

/** Whose result an input is. */
function sourceOf(name: string, kind: KeyInputKind, subject: string): string | null {
  if (!inherited.has(kind)) return null;
  if (kind === 'package') return `build ${name.slice(name.indexOf(' ') + 1)}`;
  return `${kind === 'vetted' ? 'vet' : 'build'} ${subject}`;
}

function valuesOf({ inputs, lines }: BuildKey): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const [index, text] of inputs.entries())
    for (const input of readKeyInput(text)) {
      const key = `${input.kind} ${input.subject}`;
      const known = values.get(key);
      if (known) known.value += ` ${input.value}`;
      else values.set(key, { ...input, line: lines[index]! });
    }
  return values;
}

/** Tests run side by side, so that only the sets of what they were given can be compared. */
function mergedValues({ inputs, lines }: BuildKey): Map<string, Value> {
  const values = new Map<string, Value & { readonly all: Set<string> }>();
  for (const [index, text] of inputs.entries())
    for (const input of readKeyInput(text)) {
      if (!input.kind.startsWith('test-')) continue;
      const key = `${input.kind} ${input.subject}`;
      const known = values.get(key) ?? { ...input, line: lines[index]!, all: new Set<string>() };
      known.all.add(input.value);
      values.set(key, known);
    }
  for (const value of values.values()) value.value = [...value.all].sort().join(' | ');
  return values;
}

function differing(good: ReadonlyMap<string, Value>, bad: ReadonlyMap<string, Value>): { good: Value | null; bad: Value | null }[] {
  return [...new Set([...good.keys(), ...bad.keys()])]
    .map((key) => ({ good: good.get(key) ?? null, bad: bad.get(key) ?? null }))
    .filter((pair) => pair.good?.value !== pair.bad?.value);
}

/** Which changed keys have no reason of their own, and follow from given ones, directly or not. */
function followers(changed: ReadonlyMap<string, Changed>): (keys: readonly string[]) => string[] {
  const users = new Map<string, string[]>();
  for (const [name, { from }] of changed) for (const source of from) users.set(source, [...(users.get(source) ?? []), name]);
  return (keys) => {
    const seen = new Set(keys);
    const next = [...keys];
    for (let name = next.pop(); name !== undefined; name = next.pop())
      for (const user of users.get(name) ?? []) {
        const own = changed.get(user)!.own;
        if (seen.has(user) || own.good || own.bad) continue;
        seen.add(user);
        next.push(user);
      }
    return [...changed.keys()].filter((name) => seen.has(name) && !keys.includes(name));
  };
}
