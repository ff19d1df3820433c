import path from 'node:path';
import { causeTitles } from '../../catalog/cause-titles.ts';
import { loadPack } from '../../catalog/load.ts';
import { type ScanTexts, scanEnglish } from '../../i18n/en-scan.ts';
import { ModwhyError } from '../../model/error.ts';
import type { HistoryStore, StoredLog } from '../../model/history.ts';
import { say } from '../../model/said.ts';
import type { ScanSummary } from '../../model/scan.ts';
import { keptText } from '../../redact/kept-text.ts';
import { guardJson } from '../../report/guard.ts';
import { renderJson } from '../../report/json.ts';
import type { Problem } from '../../scan/found.ts';
import { type ScanEvents, scan } from '../../scan/scan.ts';
import { createSumming, type Summing } from '../../scan/summary.ts';
import { openStore } from '../../store/open.ts';
import { EXIT } from '../exit.ts';
import { removeOld } from '../history/retention.ts';
import type { Io } from '../io.ts';
import type { FailOn, Options } from '../options.ts';
import { type Output, openOutput } from '../output.ts';
import { ownFiles } from '../scan/own-files.ts';
import { type ScanProgress, scanProgress } from '../scan/progress.ts';
import { checkScan } from '../scan/settings.ts';
import { withKnown } from '../scan/with-known.ts';
import { wantsScreen } from '../screen.ts';
import { told } from '../told.ts';
import { version } from '../version.ts';

/**
 * `modwhy scan PATH|GLOB|URL|-...`: many logs, the causes of those that failed, and how often.
 * @returns the exit code: 130 or 143 when it was stopped, 2 when a named input could not be read, else 1 when `--fail-on` says so, else 0
 * @throws ModwhyError E_USAGE | E_STORE | E_WRITE | E_PACK
 */
export async function runScan(options: Options, io: Io): Promise<number> {
  checkScan(options);
  if (options.scan.enqueue) return (await import('./worker.ts')).runEnqueue(options, io);
  const words = options.language === 'zh' ? (await import('../../i18n/zh-scan.ts')).scanChinese : scanEnglish;
  const output = openOutput(options.output, options.operands, io);
  const progress = options.quiet ? null : scanProgress(words);
  const stop = stopOnSignals();
  const codes = new Set<number>();
  try {
    const { place, format } = { place: options.scan.store, format: options.format };
    // A page asks what only a store can answer.
    const store = place === 'none' && format !== 'html' ? null : await opened(place, options, io);
    try {
      const id = `${new Date().toISOString()} ${process.pid}`;
      const around = { stop, codes, store, id, summing: createSumming() };
      const whole = (read: ScanSummary) => (store === null ? read : withKnown(read, store, id));
      const screen = wantsScreen(options, 1, io) && !options.operands.includes('-');
      const shown =
        screen &&
        (await (
          await import('../scan/screen.ts')
        ).showScan(
          {
            words,
            read: (also) => readAll(options, io, output, { ...around, progress: null, also }),
            stop: stop.stop,
            interrupt: stop.interrupt,
            onSignal: stop.onSignal,
            store,
            id,
            shownSource,
            text: async (as) => rendered(await whole(around.summing.summary(stop.aborted)), { ...options, format: as }, io, words),
          },
          options,
          io,
        ));
      const read = shown ? around.summing.summary(stop.aborted) : await readAll(options, io, output, { ...around, progress, also: null });
      progress?.clear();
      const summary = await whole(read);
      output.write(
        format === 'html'
          ? await (await import('../scan/page.ts')).scanPage(summary, store!, id, options)
          : await rendered(summary, options, io, words),
      );
      // Last, so that this scan itself says all that it read.
      if (store !== null && place !== 'none') await removeOld(store, options, io);
    } finally {
      await store?.close();
    }
    output.close();
  } finally {
    progress?.clear();
    stop.release();
  }
  return stop.code ?? Math.max(0, ...codes);
}

/** Where nobody named a store, a scan goes on without one. */
async function opened(place: string | null, { quiet, format }: Options, io: Io): Promise<HistoryStore | null> {
  try {
    return await openStore(place, io.env);
  } catch (error) {
    if (place !== null || !(error instanceof ModwhyError)) throw error;
    if (!quiet) io.err(`modwhy: ${told(say`the results are not kept: ${error.said ?? error.message}`)}`);
    return format === 'html' ? openStore('none', io.env) : null;
  }
}

interface Around {
  readonly progress: ScanProgress | null;
  readonly stop: Stopping;
  readonly codes: Set<number>;
  readonly store: HistoryStore | null;
  /** Names this scan in the store. */
  readonly id: string;
  readonly summing: Summing;
  /** The screen, which is told everything too. */
  readonly also: ScanEvents | null;
}

async function readAll(
  options: Options,
  io: Io,
  output: Output,
  { progress, stop, codes, store, id, summing, also }: Around,
): Promise<ScanSummary> {
  // Programs read English; readers, their own language.
  const forPrograms = options.format === 'json' || options.format === 'ndjson';
  const sentence = ({ said, message }: Problem) => (forPrograms || said === null ? message : told(said));
  const counts = { done: 0, total: null as number | null, bytes: 0, totalBytes: null as number | null };
  const settings = {
    operands: options.operands,
    own: ownFiles(options, io),
    shard: options.scan.shard,
    jobs: options.scan.jobs,
    store,
    scan: id,
    version,
    language: options.language,
    reports: options.format === 'ndjson',
    aside: also !== null,
  };
  await scan(
    settings,
    () => io.stdin,
    {
      found(inputs, bytes, all) {
        also?.found(inputs, bytes, all);
        if (all) Object.assign(counts, { total: inputs, totalBytes: bytes });
      },
      threads: (reading) => also?.threads?.(reading),
      begins(name) {
        also?.begins(name);
        progress?.show(counts);
      },
      known(index, found) {
        also?.known(index, found);
        counts.done++;
        counts.bytes += found.size;
        summing.known(found.size);
        if (settings.reports)
          output.write(`${guardJson(JSON.stringify({ type: 'known', index, input: { name: keptText(found.name) } }))}\n`);
      },
      done(scanned, found) {
        also?.done(scanned, found);
        counts.done++;
        counts.bytes += found.kind === 'trouble' ? 0 : found.size;
        summing.add(scanned.logs);
        for (const row of scanned.rows) output.write(row);
        if (scanned.problem) {
          summing.problem(keptText(found.name), { ...scanned.problem, message: keptText(sentence(scanned.problem)) });
          if (found.named) codes.add(EXIT.usage);
          if (settings.reports && !options.quiet && found.named)
            io.err(`modwhy: ${found.name}: ${told(scanned.problem.said ?? new Error(scanned.problem.message))}`);
        }
        if (scanned.logs.some((log) => failsOn(options.failOn, log))) codes.add(EXIT.check);
        progress?.show(counts);
      },
    },
    stop,
  );
  return summing.summary(stop.aborted);
}

/** As `--fail-on` judges the report that the log was kept from. */
function failsOn(what: FailOn | null, { verdict, incidents }: StoredLog): boolean {
  if (what === 'any') return verdict !== 'no-failure' && verdict !== 'unreadable';
  if (what === 'unexplained') return verdict === 'unknown';
  const explained = () =>
    incidents.some(({ terminal, verdict: of, label }) => terminal && of === 'module-failure' && label !== null && label !== 'unlikely');
  return what === 'explained' && explained();
}

/** As it was most likely typed. */
function shownSource(source: string): string {
  const here = `${process.cwd()}${path.sep}`;
  return source.startsWith(here) ? source.slice(here.length) : source;
}

async function rendered(summary: ScanSummary, options: Options, io: Io, words: ScanTexts): Promise<string> {
  const pack = loadPack(options.language);
  if (options.format === 'json' || options.format === 'ndjson') {
    const { summaryRow } = await import('../../report/scan-json.ts');
    const row = summaryRow(summary, { version, catalog: pack.catalog });
    return options.format === 'json' ? renderJson(row) : `${guardJson(JSON.stringify(row))}\n`;
  }
  const titles = causeTitles(pack);
  const titleOf = (cause: string) => titles.get(cause)?.title ?? cause;
  if (options.format === 'markdown')
    return (await import('../../report/scan-markdown.ts')).renderScanMarkdown(summary, { words, titleOf, shownSource });
  const { renderScanText } = await import('../../report/scan-text.ts');
  const width = options.output === null && io.stdoutIsTerminal ? io.columns : undefined;
  return renderScanText(summary, {
    words,
    titleOf,
    shownSource,
    ascii: options.ascii,
    verbose: options.verbose,
    ...(width === undefined ? {} : { width }),
  });
}

interface Stopping {
  readonly aborted: boolean;
  readonly code: number | null;
  /** Ends the reading as a signal does, without its exit code. */
  stop(): void;
  /** As Ctrl+C does where the terminal turns it into a signal. */
  interrupt(): void;
  /** Called with the first signal, of which the end of the terminal is one from now on. */
  onSignal(call: () => void): void;
  release(): void;
}

/** The first signal ends the reading, and what is done is kept and shown; the second one ends the program at once. */
function stopOnSignals(): Stopping {
  let code: number | null = null;
  let stopped = false;
  let signalled = () => {};
  const end = (number: number) => () => {
    if (code !== null) process.exit(number);
    code = number;
    signalled();
  };
  const signals: Partial<Record<NodeJS.Signals, () => void>> = { SIGINT: end(130), SIGTERM: end(143) };
  for (const [name, listener] of Object.entries(signals)) process.on(name, listener);
  return {
    get aborted() {
      return stopped || code !== null;
    },
    get code() {
      return code;
    },
    stop() {
      stopped = true;
    },
    interrupt: () => {
      code ??= 130;
    },
    onSignal(call) {
      signalled = call;
      // Without a screen this one is left to who started the program: nohup has it ignored.
      signals.SIGHUP ??= end(129);
      process.on('SIGHUP', signals.SIGHUP);
    },
    release() {
      for (const [name, listener] of Object.entries(signals)) process.off(name, listener);
    },
  };
}
