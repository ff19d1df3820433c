import type { At, HostsFile } from '../model/evidence.ts';

const row = /^\s*((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%\w{1,20})?)\s+([^#]+)/i;
const name = /^[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,252})$/;

/** Reads a hosts file; null for anything else. hosts(5), and the same form on Windows. */
export function readHosts(lines: readonly string[]): HostsFile | null {
  const rows: ({ address: string; names: readonly string[] } & At)[] = [];
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const found = row.exec(line.slice(0, 4096));
    if (!found) return null;
    const names = found[2]!.trim().split(/\s+/);
    if (!names.every((one) => name.test(one))) return null;
    rows.push({ address: found[1]!, names: names.map((one) => one.toLowerCase()), line: index + 1 });
  }
  return rows.length > 0 ? { kind: 'hosts', rows } : null;
}
