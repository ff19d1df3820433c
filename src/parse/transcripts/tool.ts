import { hasOne } from '../../model/near.ts';
import type { Sighting, SightingKind, TranscriptNote } from '../../model/transcript.ts';

/** A line of a transcript, with its number in the file or log. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** A program whose output people paste. */
export interface Tool {
  readonly name: string;
  /** One of these stands in every line that `marks` finds. */
  readonly near: readonly string[];
  /** A line that only this program prints. */
  readonly marks: RegExp;
  read(lines: readonly TextLine[]): Sighting[];
  /** What of it is worth a word although it proves little. */
  notes?(lines: readonly TextLine[]): TranscriptNote[];
}

/** Whether a line is one that only this program prints. */
export function marked({ near, marks }: Pick<Tool, 'near' | 'marks'>, text: string): boolean {
  return hasOne(text, near) && marks.test(text);
}

/** A sighting; hosts without a dot at the end, in lower case. */
export function sighting(what: SightingKind, line: TextLine, where: Partial<Pick<Sighting, 'host' | 'address' | 'detail'>>): Sighting {
  const host = where.host?.toLowerCase().replace(/\.$/, '') ?? null;
  const address = where.address ?? null;
  const named = host !== null && isAddress(host) ? { host: null, address: address ?? host } : { host, address };
  return { what, line: line.number, ...named, detail: where.detail?.slice(0, 200) ?? null };
}

/** Whether a name is an IP address. */
export function isAddress(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || (text.includes(':') && /^[0-9a-f:.]{2,45}$/i.test(text));
}

/** Words of errno that curl, wget, nc, telnet, ssh and openssl share. */
export function connectFailure(text: string): 'refuses' | 'silent' | null {
  if (/refused/i.test(text)) return 'refuses';
  return /timed? ?out|timeout/i.test(text) ? 'silent' : null;
}
