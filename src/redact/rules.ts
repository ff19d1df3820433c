import { isHidden, type Pseudonyms } from './pseudonyms.ts';

/** One way in which secrets stand in logs. */
export interface RedactionRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** What stands instead of the match; `groups` are the pattern's, in order. */
  replace(names: Pseudonyms, groups: readonly string[], match: string): string;
}

const keepFirst: RedactionRule['replace'] = (names, [before, value]) => before! + names.secret(value!);

/** All rules, in the order in which they run: whole blocks first, then what stands in a known place, then what looks like a token. */
export const rules: readonly RedactionRule[] = [
  {
    name: 'private-key',
    pattern: /(-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----)([^-]*)(?:(-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----)|$)/g,
    replace: (names, [begin, body, end]) => (body!.trim() === '' ? begin! : `${begin}${names.secret(body!.trim())}`) + (end ?? ''),
  },
  {
    // A line of a key whose first line is elsewhere: hashes in hexadecimal have no capitals, and sums start with `h1:`.
    name: 'private-key-line',
    pattern: /^([ \t]*)(?=[^\n]*[a-z])(?=[^\n]*[A-Z])(?=[^\n]*\d)([A-Za-z0-9+/]{60,76}={0,2})(?=\r?$)/gm,
    replace: keepFirst,
  },
  {
    name: 'url-user',
    pattern: /\b([a-z][a-z0-9+.-]{0,20}:\/\/)([^\s/@:"'`<>?#]{0,300})(?::([^\s/"'`<>?#]{0,300}))?@(?=[\w[(<-])/gi,
    replace(names, [scheme, user, password]) {
      if (password !== undefined && /^x{5}$/.test(password)) return `${scheme}${user}:${password}@`;
      if (/ssh/i.test(scheme!) && !password) return `${scheme}${user}${password === undefined ? '' : ':'}@`;
      // The token is the user here: GitHub's old form, and tokens alone.
      if (password === 'x-oauth-basic') return `${scheme}${names.secret(user!)}:${password}@`;
      if (!password) return `${scheme}${names.lone(user!)}${password === undefined ? '' : ':'}@`;
      return `${scheme}${names.user(user!)}:${names.secret(password)}@`;
    },
  },
  {
    name: 'authorization',
    pattern: /\b((?:proxy-)?authorization"?\s*[:=]\s*"?(?:basic|bearer|token|digest|negotiate|ntlm)\s+)([^\s"'\\]+)/gi,
    replace: keepFirst,
  },
  { name: 'authorization-bare', pattern: /\b((?:proxy-)?authorization"?\s*[:=]\s*"?)([\w.+/=~-]{16,})/gi, replace: keepFirst },
  { name: 'bearer', pattern: /\b(bearer\s+)(?=[^\s"']*\d)([\w.~+/-]{16,}=*)/gi, replace: keepFirst },
  {
    name: 'token-header',
    pattern:
      /\b((?:private|job|deploy|access|x-auth|x-gitlab|x-vault)-?token"?\s*[:=]\s*"?|x-(?:api-key|jfrog-art-api)"?\s*[:=]\s*"?)([^\s"',;\\]+)/gi,
    replace: keepFirst,
  },
  { name: 'cookie', pattern: /\b((?:set-)?cookie"?(?::\s+|\s*=\s*"))([^\r\n"']+)/gi, replace: keepFirst },
  {
    name: 'netrc',
    pattern: /\b(login\s+)(\S+)(\s+(?:password|passwd)\s+)(\S+)/g,
    replace: (names, [login, user, between, password]) => `${login}${names.user(user!)}${between}${names.secret(password!)}`,
  },
  { name: 'netrc-line', pattern: /^(\s*(?:machine\s+\S+\s+)?password\s+)(\S+)(?=\s*$)/gm, replace: keepFirst },
  {
    name: 'query',
    pattern:
      /([?&;](?:x-amz-(?:signature|security-token|credential)|x-goog-(?:signature|credential)|sig|signature|(?:access|private|job|refresh|id|auth)_token|token|api_?key|password|secret|client_secret)=)([^&\s"'`<>]+)/gi,
    replace: keepFirst,
  },
  {
    name: 'flag',
    pattern: /(--?(?:password|passwd|token|secret|api-key|access-token|auth-token)[= ])(?!-)((?:"[^"\n]*")|(?:'[^'\n]*')|[^\s"']+)/g,
    replace: quoted,
  },
  {
    name: 'assignment',
    pattern:
      /(\b[A-Za-z][A-Za-z0-9_]*(?:TOKEN|PASSWORD|PASSWD|SECRET|API_?KEY|ACCESS_KEY|PRIVATE_KEY)\s*(?:=|:[ \t]+)|\b(?:[a-z][a-z0-9_]*_)?(?:token|password|passwd|secret|api_?key)=)("[^"\n]*"|'[^'\n]*'|[^\s"',;&|)]+)/g,
    replace: quoted,
  },
  {
    name: 'json',
    pattern: /("(?:[A-Za-z0-9_-]*(?:token|password|passwd|secret|apikey|api_key)|auth)"\s*:\s*")([^"\n]+)(?=")/gi,
    replace: keepFirst,
  },
  {
    name: 'token',
    pattern:
      /(?<![\w-])(?:gh[oprsu]_[A-Za-z0-9]{16,}|github_pat_\w{20,}|gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent)-[\w-]{16,}|npm_[A-Za-z0-9]{30,}|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\w-]{35}|xox[abeoprs]-[\w-]{10,}|hvs\.[\w-]{20,}|dckr_pat_[\w-]{20,}|pypi-[\w-]{40,}|sk-[A-Za-z0-9_-]{32,}|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?)/g,
    replace: (names, _groups, match) => names.secret(match),
  },
];

/** What every text with a secret has in it; all other texts are left at once. */
export const mayHoldSecret =
  /:\/\/[^\s/]*@|-----BEGIN|author|token|passw|secret|api_?-?key|_key|cookie|bearer|sig(?:nature)?=|credential=|"auth"|jfrog|gh[oprsu]_|github_pat_|gl[a-z]{2,5}-|npm_|AKIA|ASIA|AIza|xox[abeoprs]-|hvs\.|dckr_pat_|pypi-|sk-|eyJ|[A-Za-z0-9+/]{60}/i;

function quoted(names: Pseudonyms, [before, value]: readonly string[]): string {
  const quote = value!.startsWith('"') || value!.startsWith("'") ? value![0]! : '';
  const bare = quote === '' ? value! : value!.slice(1, -1);
  return isHidden(bare) ? before! + value! : `${before}${quote}${names.secret(bare)}${quote}`;
}
