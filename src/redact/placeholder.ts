// A variable, a blank to fill in, or what another tool has put in a secret's place.
const placeholder = new RegExp(
  `^(?:${[
    // Also our own, one or several, with the words behind it: Chinese has no space there.
    '(?:<[^<>]{0,60}>)+[`.,;:)]?(?:[^\\x00-\\x7f]\\S{0,200})?',
    '[x*.•…#-]+',
    '\\[[\\w -]{0,30}\\]',
    '\\(\\w{0,20}\\)',
    '\\*+\\w{0,20}\\*+',
    '\\$(?:env:)?[A-Z_]\\w*\\W{0,3}',
    '\\$[{(].*',
    '\\$\\$?',
    '%\\w{1,60}%',
    '%[a-z]',
    '\\{\\{.*',
    '\\{\\w*\\}',
    '(?:null|nil|none|true|false|yes|no|unset|undefined|empty|redacted|masked|hidden|secure|string|required|optional)',
    'x-oauth-basic',
  ].join('|')})?$`,
  'i',
);

/** Nothing that could be used: empty, a variable, or hidden by another tool. */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value);
}

// Names that every user of a service shares; they explain and hide nothing.
const serviceUsers = new Set([
  'git',
  'hg',
  'oauth2',
  'x-access-token',
  'gitlab-ci-token',
  'x-token-auth',
  'token',
  'anonymous',
  'go',
  'build',
  'user',
  'pat',
]);

/** A user name that tells nothing about anybody. */
export function isServiceUser(name: string): boolean {
  return serviceUsers.has(name);
}
