import type { Span, Traces } from '../../model/span.ts';

type Server = Traces['servers'][number];

const mostHosts = 200;
const mostShown = 20;

/** What each server was asked, and how long it took. */
export interface Servers {
  began(span: Span): void;
  ended(span: Span): void;
  /** Those that took most time first. */
  all(): Server[];
}

export function createServers(): Servers {
  const servers = new Map<string, { -readonly [K in keyof Server]: Server[K] }>();
  return {
    began({ host, kind }) {
      if (host === null || kind !== 'request') return;
      let server = servers.get(host);
      if (!server) {
        if (servers.size >= mostHosts) return;
        server = { host, requests: 0, failed: 0, open: 0, ms: 0, slowest: null };
        servers.set(host, server);
      }
      server.requests++;
      server.open++;
    },
    ended({ host, ms, line, text, outcome, kind }) {
      const server = host === null || kind !== 'request' ? undefined : servers.get(host);
      if (!server) return;
      server.open--;
      if (outcome === 'failed') server.failed++;
      if (ms === null) return;
      server.ms += ms;
      if (server.slowest === null || ms > server.slowest.ms) server.slowest = { ms, line, text };
    },
    all: () => [...servers.values()].sort((a, b) => b.open - a.open || b.ms - a.ms || (a.host < b.host ? -1 : 1)).slice(0, mostShown),
  };
}
