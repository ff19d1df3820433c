/** A request as the access log of a server shows it. Times are milliseconds since the epoch, by the clock of that server. */
export interface ProxyRequest {
  /** 1-based. */
  readonly line: number;
  readonly method: string;
  /** What was asked for, without the host and what stands before the module: `example.com/ash/@v/v1.0.0.zip`. */
  readonly key: string;
  /** Null: the log does not say. */
  readonly status: number | null;
  /** When the line says that it was; null where it has no date. */
  readonly at: number | null;
  /** The moment was at `at` or up to so many milliseconds later. */
  readonly precision: number;
  /** What the moment is: some servers write when a request came, others when it was done. */
  readonly moment: 'start' | 'end' | 'either';
  /** How long it took there. */
  readonly ms: number | null;
  /** By which other logs of that server know it. */
  readonly id: string | null;
  /** What the server behind answered, where that is logged; 0: it gave no answer. */
  readonly upstream: number | null;
  /** The client went away before the answer was complete. */
  readonly aborted: boolean;
}

/** The lines of a large access log that ask for modules. */
export interface KeptLines {
  /** 1-based numbers in the file. */
  readonly lines: readonly number[];
  readonly offsets: readonly number[];
  /** How many there were before the first ones were left out. */
  readonly seen: number;
  /** The text of one of them. */
  at(index: number): string;
}

/** What requests can be those of a client. */
export interface AskedFor {
  readonly keys: ReadonlySet<string>;
  /** Times by the clock of the proxy. */
  readonly from: number;
  readonly to: number;
}

/** The access log of a module proxy or of a server in front of one. */
export interface ProxyLogFile {
  readonly kind: 'proxy log';
  /** Names of the formats that its lines are in. */
  readonly formats: readonly string[];
  /** Those that ask for modules, in the order of their lines. */
  readonly requests: readonly ProxyRequest[];
  /** The first and last moment of all its lines with a date, those that ask for other things, too. */
  readonly covers: { readonly from: number; readonly to: number } | null;
  /** Of a large log the requests are read when it is known which ones matter; until then `requests` has only the last one. */
  readonly among?: (asked: AskedFor) => ProxyLogFile;
  /** Requests for modules that were left out, the first ones. */
  readonly cut?: { readonly seen: number; readonly kept: number };
  /** Once it was joined with the log of a client: what each request of the client to that host is here. */
  readonly pairs?: readonly Pair[];
}

/** A request of the client with the one of the proxy that it is. */
export interface Pair {
  readonly client: ClientRequest;
  readonly proxy: ProxyRequest | null;
  /** The log of the proxy was written at that time, so that it would have the request. */
  readonly covered: boolean;
}

/** A request as the log of the client shows it. Times are by the clock of the client. */
export interface ClientRequest {
  /** 1-based: where it ended, else where it began. */
  readonly line: number;
  readonly url: string;
  readonly host: string;
  readonly key: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly status: number | null;
  /** Why there was no answer, in the client's words. */
  readonly error: string | null;
}
