/** Gives each secret one name, numbered by first appearance, so that a reader still sees which are the same. */
export interface Pseudonyms {
  secret(value: string): string;
  user(value: string): string;
  /** A user without a password: a token, unless it is a name that every user of a service shares. */
  lone(value: string): string;
  /** Hides values that are known as secrets from elsewhere. */
  hideKnown(text: string): string;
  count(): number;
}

// A shorter value may be a common word, and hiding it everywhere would destroy the text.
const distinctive = 12;

/** An empty table. */
export function createPseudonyms(): Pseudonyms {
  const secrets = new Map<string, string>();
  const users = new Map<string, string>();
  const known: string[] = [];
  const secret = (value: string): string => {
    if (isHidden(value)) return value;
    let name = secrets.get(value);
    if (name === undefined) {
      name = `<secret-${secrets.size + 1}>`;
      secrets.set(value, name);
      if (value.length >= distinctive && /\d/.test(value)) known.push(value);
    }
    return name;
  };
  return {
    secret,
    user(value) {
      if (isHidden(value) || serviceUsers.has(value)) return value;
      const name = users.get(value) ?? `<user-${users.size + 1}>`;
      users.set(value, name);
      return name;
    },
    lone: (value) => (serviceUsers.has(value) ? value : secret(value)),
    hideKnown(text) {
      let out = text;
      for (const value of known) if (out.includes(value)) out = out.replaceAll(value, secrets.get(value)!);
      return out;
    },
    count: () => secrets.size + users.size,
  };
}

// Names that every user of a service shares; they explain and hide nothing.
const serviceUsers = new Set(['git', 'oauth2', 'x-access-token', 'gitlab-ci-token', 'x-token-auth', 'token', 'anonymous']);

const placeholder =
  /^(?:|x{3,}|\*+|\.{3}|…|<[^<>]*>|\[[A-Z]+\]|\$.*|%\w+%|\{\{.*|(?:null|nil|none|true|false|unset|undefined|empty|REDACTED|MASKED|HIDDEN))$/i;

/** Nothing that could be used: empty, a variable, or hidden by another tool. */
export function isHidden(value: string): boolean {
  return placeholder.test(value);
}
