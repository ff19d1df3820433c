import type { StoredLog } from '../model/history.ts';
import { labels, verdicts } from './axes.ts';
import type { Connection, Value } from './connection.ts';
import { type Firsts, firstsOf } from './counted.ts';
import { keptLogs } from './kept-logs.ts';
import { Kinds } from './kinds.ts';
import { joinScan } from './scans.ts';
import { storable, storableSource, timeOf, wholeNumber } from './storable.ts';
import { Sums } from './sums.ts';
import { Words } from './words.ts';

const LINE = 400;

/** Loaded with the first log that is kept, since a scan may keep none. */
const sha256 = (text: string): string => process.getBuiltinModule('node:crypto').hash('sha256', text);

/** What names a log: the same content at the same source is the same log. */
function identityOf(source: string, content: string): string {
  return sha256(`${source}\0${content}`).slice(0, 32);
}

/** A number for where a source lies, by which its rows are found; two places may have the same. The logs of an archive lie where it lies. */
export function placeOf(source: string): number {
  return Number.parseInt(sha256(source.split('!/', 1)[0]!).slice(0, 12), 16);
}

/**
 * Keeps logs in the place of what was known about them. Only inside `write`.
 * @param scan the scan that read them
 */
export async function addLogs(connection: Connection, logs: readonly StoredLog[], scan: string): Promise<void> {
  const batch = new Map(logs.map((log) => [identityOf(storableSource(log.source), log.content), log]));
  const words = new Words(connection);
  await words.keep([...batch.values()].flatMap(wordsIn));
  // Before rows are taken away: their numbers come back.
  const [row] = await connection.all<{ id: number | null }>('SELECT max(id) AS id FROM log');
  let next = row?.id ?? 0;
  const sums = new Sums();
  const ids = await keptLogs(connection, [...batch.keys()], sums);
  const kinds = new Kinds(connection);
  const prepared = [...batch].map(([identity, log]) => {
    const firsts = firstsOf(log.incidents);
    return { identity, log, firsts, keys: log.incidents.map((one, at) => kindKey(one, log, firsts[at]!, words)) };
  });
  await kinds.keep(prepared.flatMap(({ keys }) => keys));
  const rows = { log: [] as Value[][], incident: [] as Value[][], id: [] as Value[][] };
  for (const { identity, log, keys } of prepared) {
    const id = ids.get(identity) ?? ++next;
    ids.set(identity, id);
    const share = { at: timeOf(log.at), verdict: verdicts.indexOf(log.verdict), size: wholeNumber(log.size), ...of(words, log) };
    rows.log.push(logRow(id, identity, log, share, words));
    for (const [position, incident] of log.incidents.entries())
      rows.incident.push(incidentRow(id, position, incident, kinds.of(keys[position]!), share, words));
    for (const word of new Set(log.ids.map((one) => words.of(one)))) rows.id.push([id, word]);
    const counted = keys.filter((_, position) => log.incidents[position]!.terminal).map((key) => kinds.share(key));
    sums.count(share, counted, 1);
  }
  await connection.insert(`INSERT INTO log (${logColumns.join(',')})`, rows.log);
  await connection.insert(`INSERT INTO incident (${incidentColumns.join(',')})`, rows.incident);
  await connection.insert('INSERT INTO log_id (log, word)', rows.id);
  await sums.keep(connection);
  await joinScan(connection, scan, [...ids.values()]);
}

function of(words: Words, { runner, job }: StoredLog) {
  return { runner: words.of(runner), job: words.of(job) };
}

function wordsIn({ catalog, job, commit, runner, ids, incidents }: StoredLog): (string | null)[] {
  const words = [catalog, job, commit, runner, ...ids];
  for (const one of incidents) {
    words.push(one.fingerprint, one.cause, one.code, one.observer, one.module);
    words.push(one.version, one.host, one.path, one.command, one.template);
  }
  return words;
}

function kindKey(one: StoredLog['incidents'][number], log: StoredLog, firsts: Firsts, words: Words): readonly number[] {
  const { fingerprint, cause, code, module, host, template } = one;
  return [
    words.of(fingerprint),
    verdicts.indexOf(one.verdict),
    ...[cause, code, module, host, template].map((text) => words.of(text)),
    Number(one.transient),
    verdicts.indexOf(log.verdict),
    firsts.plain,
    firsts.template,
  ];
}

interface Share {
  readonly at: number | null;
  readonly verdict: number;
  readonly size: number;
  readonly runner: number;
  readonly job: number;
}

const logColumns = [
  ...['id', 'identity', 'place', 'source', 'size', 'modified', 'content', 'catalog', 'verdict', 'error_code', 'error_message', 'lines'],
  ...['at', 'clock', 'job', 'revision', 'runner'],
];

function logRow(id: number, identity: string, log: StoredLog, share: Share, words: Words): Value[] {
  const source = storableSource(log.source);
  return [
    ...[id, identity, placeOf(source), source, share.size, wholeNumber(log.modified), storable(log.content), words.of(log.catalog)],
    ...[share.verdict, log.error && storable(log.error.code), log.error && storable(log.error.message), wholeNumber(log.lines)],
    ...[share.at, share.at === null ? null : log.clock, share.job, words.of(log.commit), share.runner],
  ];
}

const incidentColumns = [
  ...['log', 'position', 'kind', 'counted', 'at', 'runner', 'job', 'size', 'recovered', 'label', 'observer', 'version', 'path', 'line'],
  ...['text', 'command'],
];

function incidentRow(log: number, at: number, one: StoredLog['incidents'][number], kind: number, share: Share, words: Words): Value[] {
  return [
    ...[log, at, kind, Number(one.terminal), share.at, share.runner, share.job, share.size, Number(one.recovered)],
    ...[labels.indexOf(one.label), words.of(one.observer), words.of(one.version), words.of(one.path), wholeNumber(one.line)],
    ...[one.text === null ? null : storable(one.text, LINE), words.of(one.command)],
  ];
}
