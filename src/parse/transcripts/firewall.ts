import type { Sighting, TranscriptNote } from '../../model/transcript.ts';
import { sighting, type TextLine } from './tool.ts';

/** One rule of a packet filter about what leaves a machine. */
export interface Rule {
  /** `other`: it goes on, as after LOG. `unclear`: rules elsewhere decide. */
  readonly verdict: 'accept' | 'drop' | 'reject' | 'other' | 'unclear';
  /** Null: all. */
  readonly ports: readonly (readonly [from: number, to: number])[] | null;
  /** It is about this address only. */
  readonly to: string | null;
  /** It holds under a condition that is not seen here; `harmless`: and never for a new connection to another machine. */
  readonly when: 'always' | 'harmless' | 'perhaps';
  readonly line: TextLine;
}

/** A chain for what leaves a machine. */
export interface Chain {
  readonly policy: 'accept' | 'drop';
  readonly line: TextLine;
  readonly rules: readonly Rule[];
}

/** Ports that go and git dial, mostly. */
const ports = [443, 22, 80];

const services: Readonly<Record<string, number>> = { https: 443, http: 80, ssh: 22, domain: 53, git: 9418 };

/** `443`, `https`, `1000:2000` or `1000-2000`; null for anything else. */
export function portRange(text: string): readonly [number, number] | null {
  const [from, to = from] = text.split(/[:-]/, 2).map((part) => services[part] ?? (/^\d{1,5}$/.test(part) ? Number(part) : Number.NaN));
  return Number.isNaN(from) || Number.isNaN(to) ? null : [from!, to!];
}

/** Rules about single addresses that stop what goes there. */
export function stopped({ rules }: Pick<Chain, 'rules'>): Sighting[] {
  return rules
    .flatMap(({ verdict, to, when, line }) =>
      to !== null && when === 'always' && (verdict === 'drop' || verdict === 'reject')
        ? [sighting(kindOf(verdict), line, { address: to })]
        : [],
    )
    .slice(0, 1000);
}

/** What chains, all of which a packet passes, do with new connections to the ports of HTTPS, SSH and HTTP: what stops one counts. */
export function judge(chains: readonly Chain[]): { readonly seen: Sighting[]; readonly notes: TranscriptNote[] } {
  const seen: Sighting[] = [];
  const notes = ports.flatMap((port): TranscriptNote[] => {
    const all = chains.map((chain) => outcome(chain, port));
    const found =
      all.find(({ verdict }) => verdict === 'drop' || verdict === 'reject') ?? all.find(({ verdict }) => verdict === 'unclear') ?? all[0];
    if (!found) return [];
    const { verdict, line } = found;
    if (verdict === 'drop' || verdict === 'reject') seen.push(sighting(kindOf(verdict), line, { detail: String(port) }));
    return [{ what: noteOf[verdict], line: line.number, host: null, address: null, detail: String(port) }];
  });
  return { seen, notes };
}

const noteOf = { accept: 'rules-open', drop: 'rules-drop', reject: 'rules-reject', unclear: 'rules-unclear' } as const;

function outcome(
  { rules, policy, line: ofChain }: Chain,
  port: number,
): { verdict: 'accept' | 'drop' | 'reject' | 'unclear'; line: TextLine } {
  const perhaps: Rule[] = [];
  const end = (verdict: 'accept' | 'drop' | 'reject', line: TextLine) => {
    const other = perhaps.find((rule) => rule.verdict !== verdict);
    return other ? { verdict: 'unclear' as const, line: other.line } : { verdict, line };
  };
  for (const rule of rules) {
    const { verdict, ports: about, to, when, line } = rule;
    const fits = about === null || about.some(([from, until]) => port >= from && port <= until);
    if (!fits || when === 'harmless' || verdict === 'other' || (to !== null && verdict !== 'accept')) continue;
    if (when === 'perhaps' || verdict === 'unclear' || to !== null) perhaps.push(rule);
    else return end(verdict, line);
  }
  return end(policy, ofChain);
}

function kindOf(verdict: 'drop' | 'reject'): 'rule-drops' | 'rule-rejects' {
  return verdict === 'drop' ? 'rule-drops' : 'rule-rejects';
}
