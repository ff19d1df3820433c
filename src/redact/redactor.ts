import { hiddenPart, visiblePart } from './clear.ts';
import { createKnownSecrets, type KnownSecrets } from './known.ts';
import { createLineScanner, isCalm } from './line-scanner.ts';
import { createPseudonyms, type Pseudonyms } from './pseudonyms.ts';
import type { Span } from './rule.ts';

export interface Redactor {
  /** The text with its secrets replaced by pseudonyms such as `<secret-1>`; a second pass changes nothing. */
  redact(text: string): string;
  /**
   * Makes secrets of these lines known, so that they are hidden where nothing around them tells.
   * @param suspects for each line 0 when it is known to be calm; null: none is
   */
  learn(lines: Iterable<string>, suspects?: ArrayLike<number> | null): void;
  /** Takes the place of `lines` and `part` where texts are only learned from. */
  learner(): LineSource;
  /** Takes the lines of one text in their order, so that a secret over several lines is seen. */
  lines(): LineRedactor;
  /**
   * The beginning of a text that is read in parts.
   * @param before what stood before it, for what it says about the text
   * @param wanted where to cut, if no secret reaches over that place
   * @returns the redacted part, and how much of the text it stands for
   */
  part(before: string, text: string, wanted: number): { readonly text: string; readonly cut: number };
  /** How many different secrets and users were hidden so far. */
  count(): number;
}

/** What a stream needs. */
export type LineSource = Pick<Redactor, 'lines' | 'part'>;

interface LineRedactor {
  /** The line, without its line end, with its secrets hidden. */
  redact(line: string): string;
}

/**
 * One table of pseudonyms: the same secret has the same name wherever it stands. Names depend only on the texts and their order.
 * @param isOwn says which texts are our own words, in which no rule finds anything: reading them costs more than asking
 */
export function createRedactor(isOwn: (text: string) => boolean = () => false): Redactor {
  const names = createPseudonyms();
  const known = createKnownSecrets();
  const lines = (): LineRedactor => {
    const scanner = createLineScanner(known);
    return { redact: (line) => settled(hide(line, scanner.spans(line), names), line, known, names) };
  };
  return {
    redact(text) {
      const several = text.includes('\n');
      // As the scanner would say, without making one.
      if (known.isEmpty() && (isOwn(text) || (!several && isCalm(text)))) return text;
      const { redact } = lines();
      return several ? text.split('\n').map(redact).join('\n') : redact(text);
    },
    learn(texts, suspects = null) {
      const scanner = createLineScanner(known);
      let position = 0;
      for (const line of texts) scanner.learn(line, suspects?.[position++] === 0);
    },
    learner() {
      const learned = (text: string): string => {
        createLineScanner(known).spans(text);
        return '';
      };
      return {
        lines() {
          const scanner = createLineScanner(known);
          return {
            redact(line) {
              scanner.spans(line);
              return line;
            },
          };
        },
        part: (before, text, wanted) => ({ text: learned(before + text), cut: wanted }),
      };
    },
    lines,
    part(before, text, wanted) {
      const spans = createLineScanner(known)
        .spans(before + text)
        .map((span) => ({ ...span, start: Math.max(0, span.start - before.length), end: span.end - before.length }))
        .filter(({ end }) => end > 0);
      const over = spans.find(({ start, end }) => start < wanted && end > wanted);
      const cut = over ? (over.start > 0 ? over.start : over.end) : wanted;
      const inside = spans.filter(({ end }) => end <= cut);
      return { text: hide(text.slice(0, cut), inside, names), cut };
    },
    count: () => names.count(),
  };
}

const mostPasses = 8;

/** A pseudonym may make visible what stood hidden beside a secret: it is done again until nothing changes. */
function settled(text: string, before: string, known: KnownSecrets, names: Pseudonyms): string {
  let now = text;
  let last = before;
  for (let pass = 0; pass < mostPasses && now !== last; pass++) {
    last = now;
    now = hide(now, createLineScanner(known).spans(now), names);
  }
  return now;
}

/** The text with a name for each span; what a terminal does not show stays. */
function hide(text: string, spans: readonly Span[], names: Pseudonyms): string {
  if (spans.length === 0) return text;
  let out = '';
  let from = 0;
  for (const { start, end, kind, whole } of spans) {
    const original = text.slice(start, end);
    out += text.slice(from, start) + names[kind](whole ?? visiblePart(original)) + hiddenPart(original);
    from = end;
  }
  return out + text.slice(from);
}
