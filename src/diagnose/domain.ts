import type { Texts } from '../i18n/texts.ts';
import type { Domain } from '../model/report.ts';
import { familyDomains, fixedDomains, observerDomains, urlDomains, vcsWords } from './domain-table.ts';
import type { Candidate } from './ledger.ts';

const response = /\n?\s{0,8}server response:/;
const status = /: ((?:4|5)\d\d [A-Z][A-Za-z' -]{1,40})/;
// Go's words, git's and curl's, before an answer came.
const noAnswer =
  /dial tcp|timed? ?out|connection (?:was )?(?:reset|refused)|\bEOF\b|forcibly closed|no route to host|did not properly respond|(?:failed|couldn't) (?:to )?connect|could not resolve host|hung up|disconnect|stream error|RPC failed|GOAWAY/i;
const handshake = /x509:|\btls:|\bSSL\b|certificate|server gave HTTP response/;
const quotedHost =
  /\b(?:https?|ssh):\/\/(?:[^\s/"'@]{1,100}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,250}\.[A-Za-z]{2,24})\b|(?<![\w.-])git@([A-Za-z0-9][A-Za-z0-9.-]{0,250}):/;
/\b(?:https?|ssh):\/\/(?:[^\s/"'@]{1,100}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,250}\.[A-Za-z]{2,24})\b|\bgit@([A-Za-z0-9][A-Za-z0-9.-]{0,250}):/;

type Words = Texts['diagnosis']['domain'];

export function unknownDomain({ notSaid }: Words): Domain {
  return { is: 'unknown', host: null, because: notSaid, line: null };
}

/** Where a problem sits: on this machine, or at which of the servers. Decided by the cause, then the URL that failed, then who saw it. */
export function domainOf(candidate: Candidate, words: Words): Domain {
  const { cause, entries } = candidate;
  const lead = entries
    .filter(({ finding, weight }) => finding.signal.role === 'error' && weight > 0)
    .sort((one, other) => other.weight - one.weight)[0];
  if (lead === undefined) return unknownDomain(words);
  const { finding } = lead;
  const line = finding.line.number;
  const { text } = finding.unit;
  if (text.includes('proxyconnect ')) return { ...fixed('network.http-proxy-unreachable', '', words), host: null, line };
  const host = finding.captures.host?.value ?? null;
  const family = cause.id.slice(0, cause.id.indexOf('.'));
  const sent = entries.find(({ finding, weight }) => finding.signal.id === 'hosts-file-maps' && weight > 0)?.finding.captures.host?.value;
  // Whoever answered, or did not: it was this machine that asked there.
  if (sent !== undefined) return { is: 'this-machine', host: null, because: words.hosts(sent), line };
  const own = [`${cause.id} ${finding.signal.id}`, cause.id].find((name) => name in fixedDomains) ?? null;
  if (own !== null || (family in fixedDomains && cause.id !== 'toolchain.unavailable'))
    return { ...fixed(own ?? family, host ?? words.server, words), host: null, line };
  return { ...asked(text, finding.observer, family, host, words), line };
}

function fixed(name: string, host: string, words: Words): Pick<Domain, 'is' | 'because'> {
  const { is, because } = fixedDomains[name]!;
  const sentence = words[because];
  return { is, because: typeof sentence === 'string' ? sentence : sentence(host) };
}

/** By what was asked. A proxy that only passes on what another server said is not at fault itself. */
function asked(
  text: string,
  observer: keyof typeof observerDomains | 'local' | 'ci-runner',
  family: string,
  host: string | null,
  words: Words,
): Omit<Domain, 'line'> {
  const at = text.search(response);
  const said = at < 0 ? text : text.slice(0, at);
  for (const { is, pattern } of urlDomains) {
    const server = pattern.exec(said)?.[1]?.replace(/^.*@/, '');
    if (server === undefined) continue;
    const other = at < 0 || is !== 'goproxy' ? null : hostIn(text.slice(at));
    if (other !== null && other !== server) return { is: 'goproxy-upstream', host: other, because: words.passedOn(server, other) };
    return { is, host: server, because: answered(server, said, words) };
  }
  const is = vcsWords.test(said) ? 'vcs-host' : (observerDomains[observer as keyof typeof observerDomains] ?? familyDomains[family]);
  if (is === undefined) return { is: 'unknown', host: null, because: words.noName };
  const server = is === 'vcs-host' ? (hostIn(said) ?? host) : host;
  if (is === 'this-machine') return { is, host: null, because: words.required };
  return { is, host: server, because: server === null ? words.fromThere : answered(server, said, words) };
}

function hostIn(text: string): string | null {
  const found = quotedHost.exec(text);
  return found?.[1] ?? found?.[2] ?? null;
}

function answered(server: string, text: string, words: Words): string {
  const code = status.exec(text)?.[1];
  if (code !== undefined) return words.answered(server, code.trim());
  if (noAnswer.test(text)) return words.noAnswer(server);
  if (handshake.test(text)) return words.handshake(server);
  return words.about(server);
}
