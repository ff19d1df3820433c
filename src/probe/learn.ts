import type { FactWords } from '../i18n/fact-words.ts';
import type { FactId } from '../model/facts.ts';
import type { Failure } from './failure.ts';
import type { Answer } from './request.ts';
import type { Learned, World } from './tree.ts';

/** The words of a fact that doctor learns, about a host where it is about one. */
function factText(words: FactWords, fact: FactId, host: string): string {
  const text = words[fact] as string | ((host: string) => string);
  return typeof text === 'string' ? text : text(host);
}

export const learned = (outcome: Learned['outcome'], leads: Learned['leads'], says: string, host: string | null = null): Learned => ({
  outcome,
  leads,
  host,
  fact: null,
  says,
});

export function failed(world: World, fact: FactId, host: string, detail = ''): Learned {
  const text = factText(world.facts, fact, host);
  const says = detail === '' || text.includes(detail) ? text : world.words.learned.withDetail(text, detail);
  return { outcome: 'failed', leads: 'error', host, fact, says };
}

export function ofFailure(world: World, { fact, host, detail }: Failure): Learned {
  if (fact !== null) return failed(world, fact, host, detail);
  if (detail.startsWith('link-local')) return learned('left-out', 'error', world.words.learned.closed, host);
  return learned('undecided', 'error', world.words.learned.odd(host, detail), host);
}

// What people take for broken.
const slowMs = 5000;

/**
 * What the answer of a module proxy to a question about a module means. GOPROXY protocol: 404 and 410 say that it has none.
 * @param last go asks nobody after it
 */
export function ofProxyAnswer(world: World, url: URL, { status, headers, body, ms }: Answer, last: boolean): Learned {
  const { host } = url;
  const { words, version } = world;
  const note = ms > slowMs ? `; ${words.learned.slow(`${Math.round(ms / 100) / 10} s`)}` : '';
  if (status === 200) {
    if (looksLikePage(headers['content-type'], body)) return failed(world, 'doctor-answer-html', host);
    if (version !== null) return learned('ok', 'found', words.learned.hasVersion(host) + note, host);
    return learned('ok', 'found', words.learned.hasModule(host, body.split('\n').filter((line) => line !== '').length) + note, host);
  }
  if ((status === 404 || status === 410) && last) return { ...failed(world, 'doctor-status-404', host, `${status}`), leads: 'not-found' };
  if (status === 404 || status === 410) return learned('undecided', 'not-found', words.learned.hasNot(host, status) + note, host);
  if (status === 401) return ofLogin(world, url, headers['www-authenticate'] ?? '');
  const fact = statusFact(status);
  if (fact !== null) return failed(world, fact, host, `${status}`);
  const to = typeof headers.location === 'string' && URL.canParse(headers.location, url.href) ? new URL(headers.location, url).host : null;
  if (status >= 300 && status < 400 && to !== null) return learned('undecided', 'open', words.learned.leadsTo(host, to), host);
  return learned('undecided', 'error', words.learned.odd(host, String(status)), host);
}

function statusFact(status: number): FactId | null {
  if (status === 403) return 'doctor-status-403';
  if (status === 407) return 'doctor-forward-auth';
  if (status === 429) return 'doctor-status-429';
  return status >= 500 ? 'doctor-status-5xx' : null;
}

/** A login that go has and doctor does not send leaves the question open. */
function ofLogin(world: World, { host, hostname, username }: URL, challenge: string): Learned {
  const { learned: words } = world.words;
  const scheme = otherScheme(challenge);
  if (scheme !== null) {
    const also = scheme === 'Bearer' ? 'host-challenge-bearer' : 'host-challenge-other';
    return { ...failed(world, 'doctor-status-401', host, words.otherLogin(scheme)), also };
  }
  if (username) return failed(world, 'doctor-status-401', host);
  if (world.machines.some((machine) => machine.replace(/^https:\/\//, '').split('/')[0] === hostname || machine === host))
    return learned('undecided', 'open', `${factText(world.facts, 'doctor-status-401', host)}; ${words.loginNotSent}`, host);
  return failed(world, 'doctor-status-401', host, words.noLogin);
}

/** The scheme that a server asks for and .netrc cannot give, which is Basic. RFC 9110, section 11.6.1. */
function otherScheme(challenge: string): string | null {
  const schemes = [...challenge.matchAll(/(?:^|,)\s{0,9}(Basic|Bearer|NTLM|Negotiate|Digest)\b(?!=)/gi)].map(([, scheme]) =>
    scheme!.toLowerCase(),
  );
  if (schemes.length === 0 || schemes.includes('basic')) return null;
  return schemes.includes('bearer') ? 'Bearer' : ({ ntlm: 'NTLM', negotiate: 'Negotiate', digest: 'Digest' }[schemes[0]!] ?? null);
}

export function looksLikePage(type: string | undefined, body: string): boolean {
  return /^\s*text\/html/i.test(type ?? '') || /^\s*<(?:!doctype|html|head|body)\b/i.test(body.slice(0, 400));
}
