const longest = 300;

/** A name from an archive as it is shown and compared: nothing is ever written there, so `..` and absolute names do no harm. */
export function shownName(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '\ufffd')
    .slice(0, longest);
}

/** Numbers in names count as numbers, so that step 2 stands before step 10; else the order of the characters, the same on every machine. */
export function compareNames(one: string, other: string): number {
  const [left, right] = [one.match(parts) ?? [], other.match(parts) ?? []];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [a, b] = [left[at]!, right[at]!];
    if (a === b) continue;
    if (digits.test(a) && digits.test(b)) {
      const [short, long] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
      if (short !== long) return short.length - long.length || (short < long ? -1 : 1);
    }
    return a < b ? -1 : 1;
  }
  return left.length - right.length;
}

const parts = /\d+|\D+/g;
const digits = /^\d/;
