import { isPlaceholder } from './placeholder.ts';
import type { Span } from './rule.ts';

/** A line that announces a secret, and where the secret stands in the line after it. */
interface Announcement {
  readonly name: string;
  readonly announces: RegExp;
  /** Flag `d`, group `secret`. */
  readonly next: RegExp;
}

const secretName =
  '[\\w.-]{0,60}(?:token|passw(?:or)?d|passphrase|secret|api[_-]?key|access[_-]?key|private[_-]?key|credentials?|_pass|_pat|_auth)';

// What announces stands at the end of a line.
const longest = 300;

const announcements: readonly Announcement[] = [
  {
    // HAR, printed over several lines.
    name: 'har',
    announces:
      /"name"\s{0,3}:\s{0,3}"(?:(?:proxy-)?authorization|(?:set-)?cookie|[\w-]{0,40}(?:token|api-?key|secret|password|_pass))"\s{0,3},?\s*$/i,
    next: /^\s*"value"\s{0,3}:\s{0,3}"(?:(?:basic|bearer|token)\s+)?(?<secret>[^"]{1,8000})"/di,
  },
  {
    // Kubernetes and Compose: - name: DB_PASSWORD, value: …
    name: 'kubernetes-env',
    announces: new RegExp(`(?:^|[\\s-])name:\\s{1,5}["']?${secretName}["']?\\s*$`, 'i'),
    next: /^\s*value:\s{1,5}["']?(?<secret>[^"'\s][^"'\r\n]{0,4000})/d,
  },
  {
    name: 'yaml-block',
    announces: new RegExp(`(?:^|[\\s-])["']?${secretName}["']?:\\s{1,5}[|>][+-]?\\d?\\s*$`, 'i'),
    next: /^\s+(?!-----)(?<secret>[^\s:]{1,8000})\s*$/d,
  },
  {
    // A command that goes on, and a netrc file with a word on each line.
    name: 'continued-flag',
    announces: /(?:^|\s)(?:--?(?:[\w-]{0,40}-)?(?:password|token|secret|api-key|passphrase)\s+\\|password|passwd)\s*$/i,
    next: /^\s*["']?(?<secret>[^\s"'\\-][^\s"'\\]{0,4000})["']?\s*\\?\s*$/d,
  },
  {
    name: 'continued-token-flag',
    announces: /(?:^|\s)--(?:[\w-]{0,40}-)?(?:token|secret|api-key)\s+\\\s*$/i,
    next: /^\s*["']?(?<secret>[^\s"'\\-][^\s"'\\]{0,4000})["']?\s*\\?\s*$/d,
  },
  {
    // A header that is folded (RFC 9112, section 5.2).
    name: 'folded-header',
    announces: /authorization:\s*(?:basic|bearer|token)?\s*$/i,
    next: /^[\s>]+(?:(?:basic|bearer|token)\s+)?(?<secret>[\w.+/=~-]{8,8000})\s*$/di,
  },
];

export interface TwoLines {
  /** The secret of this line that the line before has announced. */
  next(line: string, suspicious: boolean): Span | null;
  /** Whether the line before has announced one. */
  isOpen(): boolean;
}

/** Follows lines in their order. */
export function createTwoLines(): TwoLines {
  let expected: RegExp | null = null;
  return {
    next(line, suspicious) {
      const expecting = expected;
      expected = suspicious ? announced(line) : null;
      const range = expecting?.exec(line)?.indices?.groups?.secret;
      if (!range || isPlaceholder(line.slice(...range))) return null;
      return { start: range[0], end: range[1], kind: 'secret' };
    },
    isOpen: () => expected !== null,
  };
}

// What all announcements have in common: one look instead of one for each.
const mayAnnounce = /name|authorization|passw(?:or)?d\s*$|[\\|>][+-]?\d?\s*$/i;

function announced(text: string): RegExp | null {
  const end = text.length > longest ? text.slice(-longest) : text;
  if (!mayAnnounce.test(end)) return null;
  return announcements.find(({ announces }) => announces.test(end))?.next ?? null;
}
