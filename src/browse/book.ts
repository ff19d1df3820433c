import type { Examples } from '../catalog/examples.ts';
import { fillSentence, fillWord } from '../catalog/template.ts';
import type { CaptureType, Cause, Link, Observer, Pack, Prior, Severity, Signal, SignalRole, WeightWord } from '../model/catalog.ts';
import type { Remedy } from '../model/report.ts';
import { planRemedies } from '../remedy/plan.ts';

/** A cause as people read it, with words where a log would give names. */
export interface BookCause {
  readonly kind: 'cause';
  /** The slug. */
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly why: string;
  readonly variants: readonly { readonly title: string; readonly why: string }[];
  readonly severity: Severity;
  readonly transient: boolean;
  readonly prior: Prior;
  /** What speaks for or against it. `fact`: it is seen in files and settings, not in a line of the log. */
  readonly signals: readonly { readonly id: string; readonly weight: WeightWord; readonly fact: boolean }[];
  readonly links: readonly Link[];
  readonly remedies: readonly Remedy[];
  readonly probes: readonly {
    readonly argv: readonly string[];
    readonly outcomes: readonly { readonly outcome: string; readonly then: string }[];
  }[];
  readonly discouraged: readonly { readonly what: string; readonly because: string }[];
  readonly docs: readonly string[];
}

/** A signal as people read it. */
export interface BookSignal {
  readonly kind: 'signal';
  readonly id: string;
  readonly role: SignalRole;
  readonly observer: Observer;
  readonly generic: boolean;
  readonly literals: readonly string[];
  readonly pattern: string;
  readonly captures: Readonly<Record<string, CaptureType>>;
  readonly causes: readonly { readonly id: string; readonly code: string; readonly title: string; readonly weight: WeightWord }[];
  readonly examples: Examples;
}

/** All rules of a pack in the order in which they are listed. */
export interface Book {
  readonly catalog: string;
  readonly causes: readonly BookCause[];
  readonly signals: readonly BookSignal[];
}

/** @param examples by signal; one that has none is shown without */
export function openBook(pack: Pack, examples: ReadonlyMap<string, Examples>): Book {
  const signals = Array.from({ length: pack.signals }, (_, position) => pack.signal(position));
  const causes = Array.from({ length: pack.causes }, (_, position) => pack.cause(position));
  const known = new Set(signals.map(({ id }) => id));
  return {
    catalog: pack.catalog,
    causes: causes.map((cause) => bookCause(cause, known)).sort((one, other) => (one.code < other.code ? -1 : 1)),
    signals: signals.map((signal) => bookSignal(signal, causes, examples.get(signal.id))),
  };
}

function bookCause(cause: Cause, known: ReadonlySet<string>): BookCause {
  const { id, code, severity, transient, prior, links } = cause;
  // Every remedy, also one that is offered only where some signal fired.
  const all = { ...cause, remedies: cause.remedies.map((rule) => ({ ...rule, when: [], unless: [], hosts: [] })) };
  return {
    kind: 'cause',
    id,
    code,
    severity,
    transient,
    prior,
    links,
    title: fillSentence(cause.title, {}),
    why: fillSentence(cause.why, {}),
    variants: cause.variants.map(({ title, why }) => ({ title: fillSentence(title, {}), why: fillSentence(why, {}) })),
    signals: Object.entries(cause.signals).map(([signal, weight]) => ({ id: signal, weight, fact: !known.has(signal) })),
    remedies: planRemedies(all, {}, new Set(), () => null),
    probes: cause.probes.map(({ argv, outcomes }) => ({ argv: argv.map((word) => fillWord(word, {}).text), outcomes })),
    discouraged: cause.discouraged.map(({ what, because }) => ({ what: fillSentence(what, {}), because: fillSentence(because, {}) })),
    docs: cause.docs.map(({ url }) => url),
  };
}

function bookSignal(signal: Signal, causes: readonly Cause[], examples: Examples = { match: [], near: [] }): BookSignal {
  const { id, role, observer, generic, literals, pattern, captures } = signal;
  return {
    kind: 'signal',
    id,
    role,
    observer,
    generic,
    literals,
    pattern,
    captures,
    causes: signal.speaks.map(([position, weight]) => {
      const { id: cause, code, title } = causes[position]!;
      return { id: cause, code, title: fillSentence(title, {}), weight };
    }),
    examples,
  };
}
