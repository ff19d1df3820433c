import { type ClearText, clearText, hasHidden, visiblePart } from './clear.ts';
import { createContinued } from './continued.ts';
import { type Found, findSecrets, joined } from './find.ts';
import { createKeyBlock } from './key-block.ts';
import type { KnownSecrets } from './known.ts';
import { prefixLength } from './line-prefix.ts';
import type { Span } from './rule.ts';
import { createTwoLines } from './two-lines.ts';
import { hasSecretWord } from './words.ts';

/** Finds secrets in lines that follow each other, those that reach over several lines too. */
export interface LineScanner {
  /** In the order of the line, without overlaps. What is found becomes known. */
  spans(line: string): readonly Span[];
  /** Only makes known what is found. @param calm `isCalm` would be true of the line */
  learn(line: string, calm: boolean): void;
}

/**
 * @param known is added to, and searched
 * @param mayPass says which lines need no reading; it changes nothing that is found
 */
export function createLineScanner(known: KnownSecrets, mayPass = isCalm): LineScanner {
  const block = createKeyBlock();
  const twoLines = createTwoLines();
  const continued = createContinued();
  const inText = (text: string): Found => {
    const { suspicious, spans, pairs } = findSecrets(text);
    const across = [continued.head(text), twoLines.next(text, suspicious)].filter((span) => span !== null);
    const found = across.length === 0 ? spans : joined([...across, ...spans]);
    const cut = continued.tail(text, found, suspicious);
    return { suspicious, spans: cut ? joined([...found, cut]) : found, pairs };
  };
  const isIdle = () => !block.isOpen() && !twoLines.isOpen() && !continued.isOpen();
  /** All that can be found in a calm line, which has nothing hidden in it. */
  const knownIn = (line: string): readonly Span[] => {
    const from = prefixLength(line);
    const found = known.find(line.slice(from).trimEnd());
    return found.length === 0 ? none : joined(found).map((span) => mapped(span, from, null));
  };
  const scanner: LineScanner = {
    learn(line, calm) {
      if (!calm || !isIdle()) scanner.spans(line);
    },
    spans(line) {
      // Most lines end here. No rule could match, nothing is open from the line before, and no address or key can go on in the next one.
      if (isIdle() && mayPass(line)) return known.isEmpty() ? none : knownIn(line);
      const clear = clearText(line);
      const shown = clear?.text ?? line;
      const from = prefixLength(shown);
      const text = shown.slice(from).trimEnd();
      const key = block.line(text);
      const found = key ? { suspicious: true, spans: [key], pairs: [] } : inText(text);
      learn(found.spans, found.pairs, text, known);
      const all = joined([...found.spans, ...known.find(text)]).map((span) => mapped(span, from, clear));
      // As it is, too: a terminal shows nothing of a link's address.
      const raw = clear ? findSecrets(line) : null;
      if (raw) learn(raw.spans, raw.pairs, line, known);
      return raw && raw.spans.length > 0 ? joined([...all, ...raw.spans]) : all;
    },
  };
  return scanner;
}

const none: readonly Span[] = [];
// An address that is broken behind its scheme; characters that a terminal does not show may hide a word.
const schemeAtEnd = /https?:\/?\s*$/;

/** A line by itself has no secret, whatever stands before it, and nothing that could go on in the next one. */
export function isCalm(line: string): boolean {
  return !hasSecretWord(line) && !hasHidden(line) && !(mayEndOpen(line) && schemeAtEnd.test(line));
}

/** Costs less than the pattern, which has to try each place. */
function mayEndOpen(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  return last === 0x3a || last === 0x2f || last <= 0x20 || last > 0x7f;
}

function learn(spans: readonly Span[], pairs: readonly (readonly [string, string])[], line: string, known: KnownSecrets): void {
  for (const [user, secret] of pairs) known.addPair(user, secret);
  for (const span of spans) {
    if (span.kind !== 'secret') continue;
    const value = visiblePart(line.slice(span.start, span.end));
    known.add(value);
    if (span.whole && span.whole !== value) known.add(span.whole + value);
  }
}

/** From the text without a prefix to the line as it is. The end is behind the last character, not behind the escapes that follow it. */
function mapped(span: Span, from: number, clear: ClearText | null): Span {
  const start = span.start + from;
  const end = span.end + from;
  return clear ? { ...span, start: clear.original(start), end: clear.original(end - 1) + 1 } : { ...span, start, end };
}
