/**
 * Orders versions as the go command does: negative when the first one is older. `v1.2.3-rc.1` stands before `v1.2.3`; pseudo-versions are pre-releases.
 * What is no version stands before all versions. Source: golang.org/x/mod/semver, Compare; `go` and `toolchain` as internal/gover does.
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [parsed(one), parsed(other)];
  if (a === null || b === null) return a === b ? compareText(one, other) : a === null ? -1 : 1;
  for (let index = 0; index < 3; index++) {
    const difference = compareNumbers(a.numbers[index] ?? '0', b.numbers[index] ?? '0');
    if (difference !== 0) return difference;
  }
  return comparePreReleases(a.pre, b.pre);
}

interface Parsed {
  readonly numbers: readonly string[];
  readonly pre: readonly string[];
}

const form =
  /^(?:v|go)?(\d{1,20})(?:\.(\d{1,20}))?(?:\.(\d{1,20}))?(?:-?((?:rc|beta)\d{1,9}|(?<=-)[0-9A-Za-z.-]{1,200}))?(?:\+[0-9A-Za-z.-]{1,200})?$/;

function parsed(version: string): Parsed | null {
  const [whole, major, minor = '0', patch = '0', pre = ''] = form.exec(version) ?? [];
  return whole === undefined ? null : { numbers: [major!, minor, patch], pre: pre === '' ? [] : pre.split('.') };
}

function comparePreReleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const numbers = [left, right].map((part) => /^\d+$/.test(part));
    const difference =
      numbers[0] && numbers[1] ? compareNumbers(left, right) : numbers[0] === numbers[1] ? compareText(left, right) : numbers[0] ? -1 : 1;
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
  return left.length - right.length || compareText(left, right);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
