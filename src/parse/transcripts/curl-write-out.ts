import type { SightingKind } from '../../model/transcript.ts';

// Variables of --write-out (curl.1): who calls curl chooses what stands around them, most often a name and a colon.
const row = /^\s{0,40}time_(namelookup|connect|appconnect|total)\s{0,10}[:=]\s{0,40}(\d{1,6}(?:\.\d{1,9})?)\s?s?\s{0,4}$/;
const format = /\s(?:-[a-zA-Z]{0,8}w|--write-out)[ =]?\s{0,3}['"]?(?:\\n)?%\{(?:http_code|response_code)\}/;
const status = /^([1-5]\d\d)(?:[\s,;|]|$)/;
// Below this, what is missing may have been refused at once, which curl says in words.
const longWait = 3;

/** Of a run of curl, what it wrote out of its own: the status, and how long each part took. */
export interface WriteOut {
  /** Takes the next line. @returns what it shows */
  read(text: string): readonly [what: SightingKind, detail: string | null] | null;
}

/** @param command curl with its arguments */
export function createWriteOut(command: string): WriteOut {
  const took = new Map<string, number>();
  let awaited = format.test(command);
  return {
    read(text) {
      const code = awaited ? status.exec(text)?.[1] : undefined;
      if (code !== undefined) {
        awaited = false;
        return ['answers', code];
      }
      const [, part, seconds] = row.exec(text) ?? [];
      if (part === undefined) return null;
      took.set(part, Number(seconds));
      if (part !== 'total') return null;
      // A part that was not reached took no time.
      const [lookup, connect] = [took.get('namelookup'), took.get('connect')];
      took.clear();
      if (lookup === undefined || connect !== 0 || Number(seconds) < longWait) return null;
      return [lookup === 0 ? 'lookup-silent' : 'silent', null];
    },
  };
}
