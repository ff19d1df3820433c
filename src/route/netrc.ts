/** A machine that go has credentials for. What they are is never kept. */
export type Machine = string;

// unicode.IsSpace of Go.
const space = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/**
 * The machines of a netrc file that the go command has a login and a password for. It has rules of its own: `default` counts for nothing,
 * words are read two by two within a line, and a macro ends at the first empty line. Source: cmd/go/internal/auth/netrc.go, parseNetrc.
 */
export function netrcMachines(text: string): Machine[] {
  const machines: Machine[] = [];
  let [machine, login, password] = ['', '', ''];
  let inMacro = false;
  for (const line of text.split('\n')) {
    if (inMacro) {
      if (line === '') inMacro = false;
      continue;
    }
    const words = line.split(space).filter((word) => word !== '');
    let at = 0;
    for (; at < words.length - 1; at += 2) {
      const value = words[at + 1]!;
      if (words[at] === 'machine') [machine, login, password] = [value, '', ''];
      else if (words[at] === 'login') login = value;
      else if (words[at] === 'password') password = value;
      else if (words[at] === 'macdef') inMacro = true;
      if (machine === '' || login === '' || password === '') continue;
      machines.push(machine);
      [machine, login, password] = ['', '', ''];
    }
    if (words[at] === 'default') break;
  }
  return [...new Set(machines)];
}

/**
 * The machine of the list whose credentials go sends with a request, or null.
 * Since Go 1.24 a machine may have a path, and what stands before the host in the URL hides it. Source: auth.go, loadCredential.
 */
export function netrcMachineFor(url: string, machines: readonly Machine[], minor: number = Infinity): Machine | null {
  if (!/^https:\/\//i.test(url)) return null;
  const rest = url.slice('https://'.length).replace(/\/$/, '');
  if (minor < 24) {
    const host = rest.split(/[/?#]/)[0]!.replace(/^.*@/, '');
    return machines.includes(host) ? host : null;
  }
  const trimmed = new Map(machines.map((machine) => [machine.replace(/^https:\/\//, '').replace(/\/$/, ''), machine]));
  for (let prefix = rest; ; ) {
    const found = trimmed.get(prefix);
    if (found !== undefined) return found;
    const slash = prefix.lastIndexOf('/');
    if (slash < 0) return null;
    prefix = prefix.slice(0, slash);
  }
}
