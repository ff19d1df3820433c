/** Gives each secret one name, numbered by first appearance, so that a reader still sees which are the same. */
export interface Pseudonyms {
  /** `<secret-1>`; a secret has one name however it is escaped. */
  secret(value: string): string;
  /** `<user-1>` */
  user(value: string): string;
  /** How many names were given. */
  count(): number;
}

// A log of nothing but tokens must not fill the memory.
const most = 50_000;

/** An empty table. */
export function createPseudonyms(): Pseudonyms {
  const names = { secret: new Map<string, string>(), user: new Map<string, string>() };
  const nameOf = (kind: 'secret' | 'user', value: string): string => {
    const table = names[kind];
    const plain = unescaped(value);
    const name = table.get(plain) ?? `<${kind}-${Math.min(table.size + 1, most)}>`;
    if (table.size < most) table.set(plain, name);
    return name;
  };
  return {
    secret: (value) => nameOf('secret', value),
    user: (value) => nameOf('user', value),
    count: () => names.secret.size + names.user.size,
  };
}

/** Without the escapes of URLs, once or twice, and of JSON. */
export function unescaped(value: string): string {
  let plain = value;
  for (let times = 0; times < 2 && /%[0-9a-f]{2}/i.test(plain); times++) plain = decodedOrSame(plain);
  return plain.includes('\\u')
    ? plain.replace(/\\u00([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : plain;
}

function decodedOrSame(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
