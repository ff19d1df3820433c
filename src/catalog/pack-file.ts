import type { Cause, Pack, Signal } from '../model/catalog.ts';

// What every run needs of all rules. The rest is read for the few rules that a log is about: parsing it all would be a good part of a short run.
const signalHead = ['id', 'literals', 'native', 'role', 'generic'] as const satisfies readonly (keyof Signal)[];
const causeHead = ['id', 'code', 'prior', 'signals', 'links'] as const satisfies readonly (keyof Cause)[];

/** A pack as two texts: the heads as one JSON value, the details as one JSON value a line, signals first. */
export interface PackTexts {
  readonly head: string;
  readonly details: string;
}

interface Head {
  readonly catalog: string;
  readonly signals: readonly object[];
  readonly causes: readonly object[];
  /** Names of the fields that the details hold. */
  readonly signalDetails: readonly string[];
  readonly causeDetails: readonly string[];
}

export function writePack(pack: Pack): PackTexts {
  const head: Head = {
    catalog: pack.catalog,
    signals: pack.signals.map((signal) => pick(signal, signalHead)),
    causes: pack.causes.map((cause) => pick(cause, causeHead)),
    signalDetails: others(pack.signals, signalHead),
    causeDetails: others(pack.causes, causeHead),
  };
  const details = [
    ...pack.signals.map((signal) => pick(signal, head.signalDetails)),
    ...pack.causes.map((cause) => pick(cause, head.causeDetails)),
  ];
  return { head: JSON.stringify(head), details: details.map((value) => `${JSON.stringify(value)}\n`).join('') };
}

/** @param readDetails called once, when a detail is first asked for */
export function readPack(text: string, readDetails: () => Buffer): Pack {
  const head = JSON.parse(text) as Head;
  let lines: Buffer[] | null = null;
  const detail = (index: number): object => JSON.parse((lines ??= split(readDetails()))[index]!.toString()) as object;
  const signals = withDetails(head.signals, head.signalDetails, detail);
  const causes = withDetails(head.causes, head.causeDetails, (index) => detail(head.signals.length + index));
  return { catalog: head.catalog, signals: signals as Signal[], causes: causes as Cause[] };
}

/** Gives each object the named fields, which come from `detail` when one of them is first asked for. */
function withDetails(heads: readonly object[], names: readonly string[], detail: (index: number) => object): object[] {
  const places = new WeakMap<object, number>();
  const known = new WeakMap<object, Record<string, unknown>>();
  const lazy = {};
  for (const name of names) {
    Object.defineProperty(lazy, name, {
      get(this: object) {
        let fields = known.get(this);
        if (!fields) known.set(this, (fields = detail(places.get(this)!) as Record<string, unknown>));
        return fields[name];
      },
    });
  }
  return heads.map((head, index) => {
    Object.setPrototypeOf(head, lazy);
    places.set(head, index);
    return head;
  });
}

function split(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0, end = bytes.indexOf(10); end >= 0; from = end + 1, end = bytes.indexOf(10, from))
    lines.push(bytes.subarray(from, end));
  return lines;
}

function pick(value: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));
}

function others(values: readonly object[], names: readonly string[]): string[] {
  return [...new Set(values.flatMap(Object.keys))].filter((name) => !names.includes(name));
}
