// What `go env` prints: quoted for a POSIX shell since Go 1.21, in double quotes before, as `set` lines on Windows.
// cmd/go/internal/envcmd, PrintEnv, shellQuote and batchEscape.
const single = /^([A-Z][A-Z0-9_]{0,40})=((?:'[^'\n]*'|\\')+)$/;
const double = /^([A-Z][A-Z0-9_]{0,40})="([^\n]*)"$/;
const bare = /^([A-Z][A-Z0-9_]{0,40})=([^\s'"]*)$/;
const windows = /^set ([A-Z][A-Z0-9_]{0,40})=(.*)$/;

/** The name and value of a line that `go env` printed; null for any other line. */
export function goEnvAssignment(line: string): readonly [name: string, value: string] | null {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  const quoted = single.exec(text);
  if (quoted) return [quoted[1]!, quoted[2]!.replace(/'([^']*)'|\\'/g, (_, inner: string | undefined) => inner ?? "'")];
  const found = double.exec(text) ?? bare.exec(text);
  if (found) return [found[1]!, found[2]!];
  const batch = windows.exec(text);
  return batch && [batch[1]!, batch[2]!.replace(/\^([<>|&^])|%%/g, (_, special: string | undefined) => special ?? '%')];
}
