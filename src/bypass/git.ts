import type { BypassTexts } from '../i18n/en-bypass.ts';
import type { Weakening } from '../model/bypass.ts';
import type { ReportStep } from '../model/report.ts';
import { runStep } from '../remedy/step.ts';
import type { GitSetting } from '../route/git-config.ts';
import { withoutUser } from '../route/plan.ts';
import { anyHostKey } from './settings.ts';

/** A configuration file of git. */
export interface GitFile {
  /** As it is shown. */
  readonly name: string;
  readonly file: string;
  readonly scope: Weakening['scope'];
  readonly since: string | null;
  readonly settings: readonly GitSetting[];
}

/** What a configuration file of git switches off. Source: git-config(1), "http.sslVerify", "url.<base>.insteadOf", "safe.directory". */
export function weakGitSettings({ name, file, scope, since, settings }: GitFile, words: BypassTexts): Weakening[] {
  const found = new Map<string, Weakening>();
  for (const setting of settings) {
    const judged = judge(setting, words);
    if (judged === null) continue;
    const { key, what, because, secret } = judged;
    const end: ReportStep = secret
      ? { kind: 'manual', text: words.removeLogin(name) }
      : runStep(['git', 'config', '--file', file, '--unset-all', key], {}, { cwd: null, changes: [name] });
    const id = `git:${name}:${withoutUser(key)}`;
    found.set(id, { id, kind: 'git', scope, place: name, line: null, what, because, since, end: [end] });
  }
  return [...found.values()];
}

interface Judged {
  readonly key: string;
  readonly what: string;
  readonly because: string;
  /** The key itself holds a login. */
  readonly secret: boolean;
}

// git's words for a boolean; git-config(1), "Values".
const isNo = (value: string) => /^(?:false|no|off|0|)$/i.test(value.trim());

function judge({ section, subsection, name, value }: GitSetting, { because }: BypassTexts): Judged | null {
  const key = subsection === null ? `${section}.${name}` : `${section}.${subsection}.${name}`;
  const what = `${withoutUser(key)} = ${withoutUser(value)}`;
  const hasLogin = (url: string | null) => url !== null && /^https?:\/\/[^/?#@]*:[^/?#@]+@/i.test(url);
  if (section === 'http' && name === 'sslverify' && isNo(value))
    return {
      key,
      what,
      because: subsection === null ? because['git-tls'] : because['git-tls-of'](withoutUser(subsection)),
      secret: hasLogin(subsection),
    };
  if (section === 'url' && name === 'insteadof' && hasLogin(subsection))
    return { key, what: `url.${withoutUserIn(subsection!)}.insteadOf = ${value}`, because: because['token-in-url'], secret: true };
  if (section === 'core' && name === 'sshcommand') {
    const option = anyHostKey(value);
    if (option !== null) return { key, what: `${key}: ${option}`, because: because['ssh-any'], secret: false };
  }
  if (section === 'safe' && name === 'directory' && value === '*') return { key, what, because: because['safe-directory'], secret: false };
  return null;
}

function withoutUserIn(url: string): string {
  return url.replace(/^([a-z]+:\/\/)[^/?#@]*@/i, '$1***@');
}
