import type { Texts } from '../i18n/texts.ts';
import type { Report } from '../model/report.ts';
import type { Span, Traces } from '../model/span.ts';
import { list, type Style } from './page.ts';

const MOST_SERVERS = 3;
const LEAST_SHOWN_MS = 0.5;

/** What the traces in the log show, where there are some: who was asked, how long it took, where the time went. */
export function traceRows(report: Report, style: Style): string[] {
  if (!report.traces) return [];
  const items = traceTexts(report, style.texts, style.verbose);
  return items.length > 0 ? list(style.texts.row.trace, items, style) : [];
}

/** The same, one sentence each. */
export function traceTexts({ traces, spans = [] }: Report, texts: Texts, verbose: boolean): string[] {
  if (!traces) return [];
  const { join, trace } = texts;
  // Which toolchain was taken is for other readers.
  if (traces.seen.spans === 0 && traces.time.length === 0 && !traces.verdict && !traces.resolver && !traces.reruns && !traces.cacheKeys)
    return [];
  const measured = spans.some(({ clock }) => clock === 'measured');
  return [
    [traces.kinds.join(join.comma), ...countText(traces, texts)].join(join.colon),
    ...timeText(traces, measured, texts),
    ...serverTexts(traces, verbose, texts),
    ...longestTexts(spans, texts),
    ...stallText(traces, texts),
    ...(traces.verdict ? [`${traces.verdict.because}${join.bracketed(texts.line(traces.verdict.line))}`] : []),
    ...resolverText(traces, trace.resolver, texts),
    ...rerunTexts(traces, verbose, texts),
    ...keyTexts(traces, texts),
  ];
}

function countText({ seen }: Traces, { join, trace }: Texts): string[] {
  if (seen.spans === 0) return [];
  const parts = [
    ...(seen.failed > 0 ? [trace.failed(seen.failed)] : []),
    ...(seen.open > 0 ? [trace.open(seen.open)] : []),
    ...(seen.retried > 0 ? [trace.retried(seen.retried)] : []),
  ];
  const all = trace.spans(seen.spans, seen.mostAtOnce);
  return [parts.length > 0 ? `${all}${join.semicolon}${parts.join(join.comma)}` : all];
}

function timeText({ time, totalMs }: Traces, measured: boolean, { join, trace }: Texts): string[] {
  const parts = time.filter(({ ms }) => ms >= LEAST_SHOWN_MS).map(({ what, ms }) => `${trace.timeOf[what]} ${trace.duration(ms)}`);
  if (parts.length === 0) return [];
  const all = measured && totalMs !== null && totalMs > 0 ? `${join.comma}${trace.inAll(trace.duration(totalMs))}` : '';
  return [`${trace.time}${join.colon}${parts.join(join.comma)}${all}`];
}

function serverTexts({ servers }: Traces, verbose: boolean, { join, trace }: Texts): string[] {
  const shown = verbose ? servers : servers.slice(0, MOST_SERVERS);
  const rows = shown.map(({ host, requests, ms, failed, open, slowest }) =>
    [
      trace.server(host, requests),
      ...(ms > 0 ? [trace.duration(ms)] : []),
      ...(failed > 0 ? [trace.failed(failed)] : []),
      ...(open > 0 ? [trace.open(open)] : []),
      ...(slowest && requests > 1 ? [trace.slowest(trace.duration(slowest.ms), slowest.line)] : []),
    ].join(join.comma),
  );
  return servers.length > shown.length ? [...rows, trace.moreServers(servers.length - shown.length)] : rows;
}

/** Of a file beside the log: which steps took longest. */
function longestTexts(spans: readonly Span[], { join, trace, line }: Texts): string[] {
  const steps = spans.filter(({ file, ms, kind, what }) => file !== null && ms !== null && (kind === 'build' || what === 'download'));
  const shown = [...steps].sort((a, b) => b.ms! - a.ms! || a.line - b.line).slice(0, MOST_SERVERS);
  if (shown.length === 0) return [];
  const texts = shown.map((span) => `${span.text} ${trace.duration(span.ms!)}${join.bracketed(`${span.file}, ${line(span.line)}`)}`);
  return [`${trace.longest}${join.colon}${texts.join(join.comma)}`];
}

function stallText({ stall }: Traces, { join, trace }: Texts): string[] {
  if (!stall) return [];
  const quiet = stall.quietMs === null ? '' : `${join.comma}${trace.quiet(trace.duration(stall.quietMs))}`;
  return [`${trace.stall(stall.text, stall.line)}${quiet}`];
}

function resolverText({ resolver }: Traces, words: Texts['trace']['resolver'], { join, line }: Texts): string[] {
  if (!resolver) return [];
  const lookups = resolver.lookups > 0 ? `${join.comma}${words.lookups(resolver.lookups)}` : '';
  return [
    `${words.names}${join.colon}${words.who[resolver.is]}${join.comma}${resolver.because}${join.bracketed(line(resolver.line))}${lookups}`,
  ];
}

function rerunTexts({ reruns = [] }: Traces, verbose: boolean, { join, trace, line }: Texts): string[] {
  const shown = verbose ? reruns : reruns.slice(0, MOST_SERVERS);
  const rows = shown.map((row) => `${trace.rerunOf(row.package, row.because)}${join.bracketed(line(row.line))}`);
  return reruns.length > shown.length ? [...rows, trace.moreReruns(reruns.length - shown.length)] : rows;
}

function keyTexts({ cacheKeys }: Traces, { join, trace }: Texts): string[] {
  if (!cacheKeys) return [];
  const { count, flags, mode, version, into, none, compare } = trace.cacheKeys;
  const inputs = cacheKeys.inputs.map(({ kind, subject, values, more }) => {
    const named = kind === 'flags' ? flags(subject) : kind === 'build-mode' ? mode : kind === 'c-compiler' ? version(subject) : subject;
    const all = values.map((value) => (value === '' ? none : value));
    return `${named === '' ? '' : `${named} `}${all.join(' | ')}${more ? ' | ...' : ''}`;
  });
  return [
    count(cacheKeys.packages, cacheKeys.programs),
    ...(inputs.length > 0 ? [`${into}${join.colon}${inputs.join(join.semicolon)}`] : []),
    compare,
  ];
}
