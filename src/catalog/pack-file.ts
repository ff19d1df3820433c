import type { Catalog, Cause, LiteralGrams, Pack, Phrases, Playbook, Signal } from '../model/catalog.ts';
import { createOwnTexts } from './own-texts.ts';

/** A pack as two texts: what every run needs, and one rule a line, signals first, then causes and playbooks, the phrases last. Most runs read a few rules; parsing all would be a good part of a short run. */
export interface PackTexts {
  readonly head: string;
  readonly details: string;
}

interface Head extends Pick<Pack, 'catalog' | 'literals' | 'owners' | 'grams' | 'windows' | 'linear'> {
  readonly signals: number;
  readonly causes: number;
  /** Length in bytes of each line of the details. */
  readonly lengths: readonly number[];
}

/**
 * A catalog that is in memory, as a pack.
 * @param windowsOf only a build takes the time to choose them
 */
export function createPack(
  catalog: Catalog,
  gramsOf: (literals: readonly string[]) => LiteralGrams,
  windowsOf: (literals: readonly string[]) => number[] = () => [],
): Pack {
  const { signals, causes, playbooks, phrases } = catalog;
  const owners = new Map<string, number[]>();
  for (const [position, { literals }] of signals.entries()) {
    for (const literal of literals) {
      const list = owners.get(literal);
      if (list) list.push(position);
      else owners.set(literal, [position]);
    }
  }
  const literals = [...owners.keys(), ...phrases.stems];
  return {
    catalog: catalog.catalog,
    literals,
    owners: [...owners.values()],
    grams: gramsOf(literals),
    windows: windowsOf(literals),
    linear: signals.some((signal) => !signal.native),
    causes: causes.length,
    signals: signals.length,
    signal: (position) => signals[position]!,
    cause: (position) => causes[position]!,
    playbook: (position) => playbooks[position]!,
    phrases: () => phrases,
    isOwn: () => false,
  };
}

export function writePack(rules: Catalog, pack: Pack): PackTexts {
  const lines = [...rules.signals, ...rules.causes, ...rules.playbooks, rules.phrases].map((rule) => `${JSON.stringify(rule)}\n`);
  const { catalog, literals, owners, grams, windows, linear } = pack;
  const lengths = lines.map((line) => Buffer.byteLength(line));
  const head: Head = {
    catalog,
    literals,
    owners,
    grams,
    windows,
    linear,
    signals: rules.signals.length,
    causes: rules.causes.length,
    lengths,
  };
  return { head: JSON.stringify(head), details: lines.join('') };
}

/** @param readDetails called once, when a rule is first asked for */
export function readPack(text: string, readDetails: () => Buffer): Pack {
  const { signals, causes, lengths, ...head } = JSON.parse(text) as Head;
  const known: (Signal | Cause | Playbook | Phrases)[] = [];
  const ownTexts = createOwnTexts();
  let details: Buffer | null = null;
  const starts: number[] = [];
  const rule = (line: number): Signal | Cause | Playbook | Phrases => {
    if (known[line]) return known[line];
    if (details === null) {
      details = readDetails();
      for (let next = 0, start = 0; next < lengths.length; start += lengths[next++]!) starts.push(start);
    }
    const from = starts[line]!;
    const read = JSON.parse(details.toString('utf8', from, from + lengths[line]!)) as Signal | Cause | Playbook | Phrases;
    ownTexts.add(read);
    return (known[line] = read);
  };
  return {
    ...head,
    causes,
    signals,
    signal: (position) => rule(position) as Signal,
    cause: (position) => rule(signals + position) as Cause,
    playbook: (position) => rule(signals + causes + position) as Playbook,
    phrases: () => rule(lengths.length - 1) as Phrases,
    isOwn: ownTexts.has,
  };
}
