/**
 * What a transcript shows of a host. `reset-early`: the connection broke off after the client's first TLS message and before the server's;
 * `reset`: it broke off otherwise; `tunnel-refused`: a forward proxy did not open the way.
 */
const sightingKinds = [
  'resolves',
  'no-such-name',
  'lookup-failed',
  'lookup-silent',
  'connects',
  'refuses',
  'silent',
  'reset-early',
  'reset',
  'tls-done',
  'tls-untrusted',
  'tls-expired',
  'tls-wrong-name',
  'answers',
  'html',
  'challenge-basic',
  'challenge-bearer',
  'challenge-other',
  'redirect',
  'tunnel-refused',
  'ssh-denied',
  'ssh-host-key',
  'rule-drops',
  'rule-rejects',
] as const;

export type SightingKind = (typeof sightingKinds)[number];

export interface Sighting {
  readonly what: SightingKind;
  /** 1-based. */
  readonly line: number;
  /** Lower case; null where only an address is named. */
  readonly host: string | null;
  readonly address: string | null;
  /** The status, the issuer, the realm, the name server. */
  readonly detail: string | null;
}

/**
 * What is worth a word although it proves little. `route-`: where traceroute stopped; `rules-`: what a packet filter does with new connections
 * that leave the machine.
 */
export interface TranscriptNote {
  readonly what:
    | 'route-stops'
    | 'route-silent'
    | 'route-forbidden'
    | 'route-arrives'
    | 'rules-open'
    | 'rules-drop'
    | 'rules-reject'
    | 'rules-unclear'
    | 'rules-inbound';
  readonly line: number;
  /** Of a route, where it was to lead. */
  readonly host: string | null;
  readonly address: string | null;
  /** Of a route, the last hop that answered; of rules, the port. */
  readonly detail: string | null;
}

/** What people saw when they tried a host by hand. */
export interface TranscriptFile {
  readonly kind: 'transcript';
  readonly tools: readonly string[];
  readonly sightings: readonly Sighting[];
  readonly notes: readonly TranscriptNote[];
}
