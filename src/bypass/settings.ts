import type { BypassTexts } from '../i18n/en-bypass.ts';
import type { Weakening } from '../model/bypass.ts';
import type { ReportStep } from '../model/report.ts';
import { runStep, unsetEnvStep } from '../remedy/step.ts';
import { parseProxyList } from '../route/goproxy.ts';
import { hostOf, withoutUser } from '../route/plan.ts';
import { coveringPattern } from '../route/prefix-patterns.ts';
import type { EffectiveSettings } from '../route/settings.ts';

/** Where settings of go come from. */
export interface SettingPlace {
  /** The go env file as it is shown, and the day of its last change. */
  readonly file: string;
  readonly since: string | null;
}

// One of each place that has public modules: a setting that covers it covers what it should not.
const publicModules = [
  'github.com/example/example',
  'golang.org/x/example',
  'gopkg.in/example.v1',
  'gitlab.com/example/example',
  'bitbucket.org/example/example',
];

/** Settings of go that switch checks off. Source: go help environment, go help goproxy, go help vcs. */
export function weakSettings({ values, sources }: EffectiveSettings, place: SettingPlace, words: BypassTexts): Weakening[] {
  const found: Weakening[] = [];
  const add = (name: 'GOSUMDB' | 'GOPRIVATE' | 'GONOSUMDB' | 'GOINSECURE' | 'GOVCS' | 'GOPROXY', because: string, manual?: string) => {
    const inFile = sources[name] === 'go env file';
    const step: ReportStep =
      manual !== undefined
        ? { kind: 'manual', text: manual }
        : inFile
          ? runStep(['go', 'env', '-u', name], {}, { cwd: null, changes: ['go env file'] })
          : unsetEnvStep(name);
    found.push({
      id: `${inFile ? 'go-env' : 'env'}:${name}`,
      kind: 'setting',
      scope: 'machine',
      place: inFile ? place.file : words.environment,
      line: null,
      what: `${name}=${withoutUsers(values[name])}`,
      because,
      since: inFile ? place.since : null,
      end: [step],
    });
  };
  if (values.GOSUMDB === 'off') add('GOSUMDB', words.because['sumdb-off']);
  const open = publicModules.find((module) => coveringPattern(values.GONOSUMDB, module) !== null);
  const setting = sources.GONOSUMDB === 'GOPRIVATE' ? 'GOPRIVATE' : 'GONOSUMDB';
  if (open !== undefined) add(setting, words.because['public-unchecked'](setting, open), words.narrow(setting));
  if (values.GOINSECURE !== '') add('GOINSECURE', words.because.insecure);
  if (/(?:^|,)\s*(?:\*|public)\s*:\s*(?:[^,]*\|)?all\b/.test(values.GOVCS)) add('GOVCS', words.because['any-vcs']);
  const list = parseProxyList(values.GOPROXY);
  const plain = 'entries' in list ? list.entries.find(({ url }) => /^http:/i.test(url) && !staysHere(url)) : undefined;
  if (plain) add('GOPROXY', words.because['plain-proxy'](hostOf(plain.url) ?? ''), words.changeProxy);
  return found;
}

/** What never leaves this machine needs no encryption. */
function staysHere(url: string): boolean {
  return URL.canParse(url) && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(new URL(url).hostname);
}

function withoutUsers(value: string): string {
  return value
    .split(/([,|])/)
    .map(withoutUser)
    .join('');
}

/** Variables of git and ssh that switch checks off. Source: git(1), "GIT_SSL_NO_VERIFY" and "GIT_SSH_COMMAND". */
export function weakVariables(env: Readonly<Record<string, string | undefined>>, words: BypassTexts): Weakening[] {
  const found: Weakening[] = [];
  const add = (name: string, what: string, because: string) =>
    found.push({
      id: `env:${name}`,
      kind: 'git',
      scope: 'machine',
      place: words.environment,
      line: null,
      what,
      because,
      since: null,
      end: [unsetEnvStep(name)],
    });
  // git takes the variable as set whatever it holds, but for its words for "no".
  const verify = env.GIT_SSL_NO_VERIFY;
  if (verify && !/^(?:0|false|no|off)$/i.test(verify)) add('GIT_SSL_NO_VERIFY', `GIT_SSL_NO_VERIFY=${verify}`, words.because['git-tls']);
  const checks = anyHostKey(env.GIT_SSH_COMMAND ?? '');
  if (checks !== null) add('GIT_SSH_COMMAND', `GIT_SSH_COMMAND: ${checks}`, words.because['ssh-any']);
  return found;
}

/** The option of ssh that lets any server in; ssh_config(5). */
export function anyHostKey(command: string): string | null {
  return /\bStrictHostKeyChecking[ =]['"]?(?:no|off)\b/i.exec(command)?.[0] ?? null;
}
