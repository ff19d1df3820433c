import { isPlaceholder } from './placeholder.ts';
import type { Span } from './rule.ts';

/** Secrets that a terminal's edge or a logger has broken into two lines. */
export interface Continued {
  /** The part of this line that belongs to a secret of the line before. */
  head(line: string): Span | null;
  /**
   * Remembers how this line ends.
   * @returns a secret that is only begun, which no rule knows
   */
  tail(line: string, spans: readonly Span[], suspicious: boolean): Span | null;
  /** Whether a secret may go on in the next line. */
  isOpen(): boolean;
}

type Open = { readonly kind: 'scheme' | 'user' | 'password' | 'run'; readonly whole: string };

const heads: Readonly<Record<Open['kind'], RegExp>> = {
  scheme: /^\/{0,2}[^\s/@:"'`<>?#]{1,300}:([^\s/@"'`<>?#]{1,300})@(?=[\w[])/,
  user: /^[^\s/@:"'`<>?#]{0,300}:([^\s/@"'`<>?#]{1,300})@(?=[\w[])/,
  password: /^([^\s/@"'`<>?#]{1,300})@(?=[\w[])/,
  run: /^([\w.+/=~%-]{4,8000})(?=\s*$|["'@&,)\\])/,
};
// Shorter lines are not broken for their width.
const wide = 70;
// A token whose beginning is known and whose rest is missing.
const startedToken =
  /(?:gh[oprsu]_|github_pat_|gl(?:pat|rt|dt|cbt)-|npm_|xox[abp]-|hvs\.|dckr_pat_|pypi-|AKIA|ASIA)(?=[A-Za-z_-]{0,20}\d)[\w-]{1,60}$|eyJ[\w-]{10,4000}(?:\.[\w-]{0,4000}){0,2}$/;

/** Follows lines in their order. */
export function createContinued(): Continued {
  let open: Open | null = null;
  return {
    head(line) {
      if (open === null) return null;
      const { kind, whole } = open;
      open = null;
      const from = /^\s{0,8}/.exec(line)![0].length;
      const match = heads[kind].exec(line.slice(from));
      if (match === null) return null;
      const value = match[1]!;
      if (isPlaceholder(value) || (kind === 'run' && !/\d/.test(value) && !/[a-z][A-Z]/.test(value))) return null;
      if (kind === 'run' && /^(?:v?\d+[\d.]*|\.?\/.*)$/.test(value)) return null;
      const start = from + match[0].indexOf(value, match[0].length - value.length - 1);
      const span: Span = { start, end: start + value.length, kind: 'secret', whole: whole || value };
      if (kind === 'run' && span.end === line.length && line.length >= wide) open = { kind, whole };
      return span;
    },
    tail(line, spans, suspicious) {
      if (open !== null) return null;
      const at = line.lastIndexOf('://');
      const rest = at < 0 ? null : line.slice(at + 3);
      if (rest !== null && rest.length <= 600 && !/[\s/"'`<>?#]/.test(rest)) {
        const password = /^[^@:]+:([^@]+)$/.exec(rest)?.[1];
        if (rest === '') open = { kind: 'scheme', whole: '' };
        else if (password !== undefined && !/^\d{0,5}$/.test(password)) open = { kind: 'password', whole: password };
        else if (!rest.includes('@') && !rest.includes(':')) open = { kind: 'user', whole: '' };
      } else if (/https?:\/?$/.test(line.slice(-8))) open = { kind: 'scheme', whole: '' };
      const last = spans.at(-1);
      if (last?.kind === 'secret' && last.end >= line.length && (open === null || open.kind !== 'password')) {
        const whole = last.whole ?? line.slice(last.start, last.end);
        if (line.length >= wide || (startedToken.test(whole) && whole.length < 40)) open = { kind: 'run', whole };
        return null;
      }
      const started = suspicious && open === null && /[\w-]$/.test(line) ? startedToken.exec(line.slice(-4096)) : null;
      if (started === null) return null;
      const start = line.length - started[0].length;
      open = { kind: 'run', whole: started[0] };
      return { start, end: line.length, kind: 'secret' };
    },
    isOpen: () => open !== null,
  };
}
