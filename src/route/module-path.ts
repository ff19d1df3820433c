// Names that Windows keeps for devices. golang.org/x/mod/module, badWindowsNames.
const windowsNames = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** What the go command says of a module path that cannot be one; null for a good one. Source: golang.org/x/mod/module, CheckPath. */
export function modulePathError(path: string): string | null {
  const problem = problemOf(path);
  return problem === null ? null : `malformed module path ${quote(path)}: ${problem}`;
}

function problemOf(path: string): string | null {
  if (path === '') return 'empty string';
  if (path.startsWith('-')) return 'leading dash';
  if (path.includes('//')) return 'double slash';
  if (path.endsWith('/')) return 'trailing slash';
  const elements = path.split('/');
  for (const element of elements) {
    const problem = elementProblem(element);
    if (problem !== null) return problem;
  }
  const first = elements[0]!;
  if (!first.includes('.')) return 'missing dot in first path element';
  const bad = /[^a-z0-9.-]/u.exec(first)?.[0];
  if (bad !== undefined) return `invalid char ${quoteChar(bad)} in first path element`;
  return hasGoodMajor(path) ? null : 'invalid version';
}

function elementProblem(element: string): string | null {
  if (element === '') return 'empty path element';
  if (/^\.+$/.test(element)) return `invalid path element ${quote(element)}`;
  if (element.startsWith('.')) return 'leading dot in path element';
  if (element.endsWith('.')) return 'trailing dot in path element';
  const bad = /[^A-Za-z0-9._~-]/u.exec(element)?.[0];
  if (bad !== undefined) return `invalid char ${quoteChar(bad)}`;
  const short = element.split('.')[0]!;
  if (windowsNames.test(short)) return `${quote(short)} disallowed as path element component on Windows`;
  return /~\d+$/.test(short) ? 'trailing tilde and digits in path element' : null;
}

/** Source: SplitPathVersion and splitGopkgIn. */
function hasGoodMajor(path: string): boolean {
  if (path.startsWith('gopkg.in/')) return /\.v(?:0|[1-9]\d*)(?:-unstable)?$/.test(path);
  const major = /\/v([\d.]+)$/.exec(path)?.[1];
  return major === undefined || /^(?:[2-9]|[1-9]\d+)$/.test(major);
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function quoteChar(char: string): string {
  return char === "'" ? "'\\''" : char === '\\' ? "'\\\\'" : `'${char}'`;
}
