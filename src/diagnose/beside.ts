import type { Texts } from '../i18n/texts.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Line } from '../model/line.ts';
import type { Report } from '../model/report.ts';
import { ofGoModules } from './beside-modules.ts';
import { ofTranscript } from './beside-transcript.ts';
import type { About, FileOf } from './facts/fact.ts';
import { sameRequest } from './facts/har.ts';
import { askedServers, dialedAddresses, namedHosts } from './facts/named.ts';

const mostRows = 20;
const mostOfOneFile = 3;

type Row = NonNullable<Report['beside']>[number];
export type BesideWords = Texts['diagnosis']['beside'];
/** A line of the file, and what it says. */
export type BesideRow = readonly [line: number, says: string];
type Words = BesideWords;
type Said = BesideRow;

/** What the log says that files may contradict. */
export interface LogSide {
  /** Of the log alone, such as `1.21.5`. */
  readonly goVersion: string | null;
  readonly lines: () => readonly Line[];
  /** All its messages. */
  readonly about: About;
  /** Modules and packages that its messages name, in their order. */
  readonly named: readonly string[];
}

/** What of the files is worth knowing whatever the cause is: above all, that one of them is not of the machine that failed. */
export function besideOf(files: readonly Evidence[], log: LogSide, words: Words): Row[] {
  const rows: Row[] = [];
  for (const file of files)
    for (const [line, says] of saidOf(file, log, words).slice(0, mostOfOneFile))
      rows.push({ input: file.name, line, text: file.textOf(line).trim().slice(0, 400), says });
  return rows.slice(0, mostRows);
}

function saidOf(file: Evidence, log: LogSide, words: Words): Said[] {
  if (file.kind === 'go env') return ofGoEnv(file, log, words);
  if (file.kind === 'go version') return otherGo(file.go.version, file.go.line, log, words);
  if (file.kind === 'git config') return file.unverified.map(({ line }) => [line, words.unverified]);
  if (file.kind === 'CI file')
    return [
      ...file.goVersions.flatMap(({ cut, version, line }): Said[] => (cut ? [[line, words.cutVersion(version)]] : [])),
      ...file.tolerant.map(({ line }): Said => [line, words.tolerated]),
    ];
  if (file.kind === 'HAR') return ofHar(file, log, words);
  if (file.kind === 'go modules') return ofGoModules(file, log.named, words);
  if (file.kind === 'transcript') return ofTranscript(file, log.about, words);
  if (file.kind === 'hosts') return ofHosts(file, log, words);
  if (file.kind !== 'resolv.conf') return [];
  const asked = [...askedServers(log.about)];
  const first = file.servers[0];
  if (!first || asked.length === 0 || file.servers.some(({ address }) => asked.includes(address.replace(/%.*$/, '')))) return [];
  return [[first.line, words.otherServer(asked[0]!)]];
}

function ofGoEnv({ settings }: FileOf<'go env'>, log: LogSide, words: Words): Said[] {
  const version = settings.get('GOVERSION');
  const seen = version ? otherGo(version.value.replace(/^go/, ''), version.line, log, words) : [];
  const cache = settings.get('GOMODCACHE');
  if (!cache?.value) return seen;
  const own = plainPath(cache.value);
  let other: string | null = null;
  for (const { text } of log.lines()) {
    if (!/pkg[\\/]mod[\\/]/.test(text)) continue;
    const found = /(?:^|[\s"'(=])((?:[A-Za-z]:)?[\\/][^\s"'()=:]{0,300}?[\\/]pkg[\\/]mod)[\\/]/.exec(text)?.[1];
    if (found === undefined) continue;
    if (plainPath(found) === own) return seen;
    other ??= found;
  }
  return other === null ? seen : [...seen, [cache.line, words.otherFolder(other)]];
}

function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/\/$/, '');
}

/** An image tag such as `1.23` stands for any release of it. */
function otherGo(version: string, line: number, { goVersion }: LogSide, words: Words): Said[] {
  if (goVersion === null) return [];
  const [one, other] = [version.split(/[\s-]/)[0]!, goVersion];
  const parts = Math.min(one.split('.').length, other.split('.').length);
  const short = (text: string) => text.split('.').slice(0, parts).join('.');
  return short(one) === short(other) ? [] : [[line, words.otherGo(one, other)]];
}

function ofHosts({ rows }: FileOf<'hosts'>, { about }: LogSide, words: Words): Said[] {
  const [hosts, dialed] = [namedHosts(about), [...dialedAddresses(about)]];
  if (dialed.length === 0 || hosts.size !== 1) return [];
  return rows.flatMap(({ address, names, line }): Said[] => {
    const host = names.find((name) => hosts.has(name));
    return host === undefined || dialed.includes(address) ? [] : [[line, words.otherAddress(host, dialed[0]!)]];
  });
}

function ofHar({ requests }: FileOf<'HAR'>, { about }: LogSide, words: Words): Said[] {
  const request = sameRequest(requests, about);
  if (request === null) return [];
  const { line, status, url, method, signIn } = request;
  const seen: Said[] = status >= 200 && status < 300 && !signIn ? [[line, words.answered(status)]] : [];
  if ((method === 'GET' || method === 'HEAD') && /^[\x21-\x7e]+$/.test(url) && !url.includes("'"))
    seen.push([line, words.replay(`curl -sS ${method === 'HEAD' ? '-I' : '-o /dev/null -D -'} -m 30 '${url}'`)]);
  return seen;
}
