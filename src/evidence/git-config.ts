import type { At, GitConfigFile } from '../model/evidence.ts';
import { parseGitConfig } from '../route/git-config.ts';

const header = /^\s*\[[A-Za-z][A-Za-z0-9.-]*(?:[ \t]+"(?:[^"\\]|\\.)*")?\s*\]/;
const pair = /^\s*[A-Za-z][A-Za-z0-9-]*\s*(?:=|$)/;
// Sections of git's own documentation; an .ini file of another program has the same form.
const sections =
  /^\s*\[(?:url|user|http|https|core|credential|includeif|include|safe|protocol|remote|branch|alias|init|pull|push|color|filter)\b/i;
const off = /^(?:false|no|off|0)$/i;

/** Reads a git configuration file; null for anything else. Its line numbers are those of the settings, which git allows to stand beside the header. */
export function readGitConfig(lines: readonly string[]): GitConfigFile | null {
  const filled = lines.filter((line) => !/^\s*(?:[#;]|$)/.test(line));
  if (filled.length === 0 || !header.test(filled[0]!) || !filled.some((line) => sections.test(line))) return null;
  if (filled.filter((line) => header.test(line) || pair.test(line)).length * 2 < filled.length) return null;
  const rewrites: ({ base: string; insteadOf: string } & At)[] = [];
  const unverified: At[] = [];
  const proxies: ({ host: string } & At)[] = [];
  let current = '';
  for (const [index, text] of lines.entries()) {
    const opened = header.exec(text);
    if (opened) current = opened[0];
    // The header again, so that each line is read as git reads it there.
    for (const { section, subsection, name, value } of parseGitConfig(opened ? text : `${current}\n${text}`)) {
      const line = index + 1;
      if (section === 'url' && subsection !== null && name === 'insteadof') rewrites.push({ base: subsection, insteadOf: value, line });
      if (section === 'http' && name === 'sslverify' && off.test(value)) unverified.push({ line });
      if ((section === 'http' || section === 'remote') && name.endsWith('proxy') && value !== '')
        proxies.push({ host: hostOf(value), line });
    }
  }
  return { kind: 'git config', rewrites, unverified, proxies };
}

function hostOf(proxy: string): string {
  const rest = proxy.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  return rest.slice(rest.lastIndexOf('@') + 1).replace(/[:/].*$/s, '');
}

/** A line of git's configuration as it may be shown: no user or password of a URL, no header and nothing that a name calls a secret. */
export function shownGitLine(line: string): string {
  if (/^\s*(?:extraheader|[a-z]*(?:password|token|secret|passphrase)[a-z]*|cookie[a-z]*)\s*=/i.test(line))
    return line.replace(/=.*$/s, '= ***');
  return line.replace(/([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/"@]{1,4000}@/gi, (all, scheme: string) =>
    /git@$/.test(all) ? all : `${scheme}***@`,
  );
}
