import type { At, ResolvConfFile } from '../model/evidence.ts';

// resolv.conf(5); net/dnsconfig_unix.go reads the same words.
const option = /^(?:nameserver|search|domain|options|sortlist|lookup|family)\s+\S/;

/** Reads /etc/resolv.conf; null for anything else. Comments alone are one only where they name it. */
export function readResolvConf(lines: readonly string[]): ResolvConfFile | null {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '' && !/^[#;]/.test(line));
  const named = lines.some((line) => /^\s*[#;].*resolv\.?conf/i.test(line));
  if (filled.length === 0 ? !named : !filled.every((line) => option.test(line))) return null;
  const servers: ({ address: string } & At)[] = [];
  for (const [index, line] of lines.entries()) {
    const address = /^nameserver\s+(\S{1,100})/.exec(line.trimEnd())?.[1];
    if (address !== undefined) servers.push({ address, line: index + 1 });
  }
  return { kind: 'resolv.conf', servers };
}
