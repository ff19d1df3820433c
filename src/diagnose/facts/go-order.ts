const version = /^(?:go)?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4})|(rc|beta)(\d{1,4}))?/;

/** Whether one Go version is older than another: 1.21 < 1.21beta1 < 1.21rc1 < 1.21.0. internal/gover, Compare. */
export function isOlderGo(one: string, other: string): boolean {
  const [a, b] = [parts(one), parts(other)];
  if (a === null || b === null) return false;
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && a[at]! < b[at]!;
}

/** Major, minor, kind of release (language, beta, rc, release), number. Before 1.21 the first release had no third number. */
function parts(text: string): [number, number, number, number] | null {
  const found = version.exec(text);
  if (!found) return null;
  const [, major, minor = '0', patch, kind, count] = found;
  const early = Number(major) === 1 && Number(minor) < 21;
  if (kind !== undefined) return [Number(major), Number(minor), kind === 'rc' ? 2 : 1, Number(count)];
  return [Number(major), Number(minor), patch !== undefined || early ? 3 : 0, Number(patch ?? 0)];
}
