import { fstatSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { textsOf } from '../i18n/texts.ts';
import { encodingAtStart } from '../ingest/encoding.ts';
import { formatOf } from '../ingest/format.ts';
import { readFailure } from '../ingest/read-failure.ts';
import type { ModwhyError } from '../model/error.ts';
import type { Report } from '../model/report.ts';
import type { WholeSession } from '../session/types.ts';
import { summaryLine } from '../tui/main.ts';
import { buildModel } from '../tui/screens/explain/build-model.ts';
import { shownWindow } from '../watch/shown.ts';
import { createSource, type Source } from '../watch/source.ts';
import { watchPipe } from '../watch/watch-pipe.ts';
import type { Io } from './io.ts';
import { showLive } from './live.ts';
import type { Options } from './options.ts';

/** What became of a pipe: it ended soon, or it was shown while it was open. `report` is null when the reader left before its end. */
export type PipeResult =
  | { readonly shown: false; readonly brokenOff: ModwhyError | null }
  | { readonly shown: true; readonly code: number; readonly report: Report | null };

/** Who ends sooner gets the answer at once, without a screen that only flickers. */
const patience = 300;

/** It is what another program writes meanwhile, not a file. */
function isPipe(): boolean {
  const stat = fstatSync(0);
  return stat.isFIFO() || stat.isSocket();
}

/**
 * Reads standard input on a terminal; while it is open, what is known so far is shown.
 * @returns null when it is no plain text, or no screen can be shown: then nothing was taken from it
 */
export async function readPipe(session: WholeSession, options: Options, io: Io): Promise<PipeResult | null> {
  if (!isPipe()) return null;
  const stream = io.stdin as Readable;
  const source = createSource('-', () => session, textsOf(options.language).watch.remark, 'one');
  const first = await firstChunk(stream);
  if (first === 'end') return { shown: false, brokenOff: null };
  if (first instanceof Buffer && (formatOf(first) !== 'text' || encodingAtStart(first) !== 'bytes')) {
    stream.unshift(first);
    return null;
  }
  if (first instanceof Buffer) source.bytes(first);
  const ended = first instanceof Error ? first : await readFor(patience, stream, source);
  if (ended !== 'open') {
    source.end();
    const brokenOff = ended === 'end' ? null : readFailure(ended);
    if (brokenOff) session.cut('read-error', 0, 0);
    return { shown: false, brokenOff };
  }
  let report: Report | null = null;
  const code = await showLive(
    {
      title: '',
      names: [textsOf(options.language).stdin],
      window: () => shownWindow(source),
      // What a pipe holds is little, and nobody says how much it is.
      behind: () => 0,
      start: (listener) => {
        listener.grew();
        return watchPipe(stream, source, {
          grew: () => listener.grew(),
          looks: (looks) => listener.looks(0, looks),
          ended(last) {
            report = last?.report ?? null;
            listener.ended(last);
          },
        });
      },
    },
    options,
    io,
    'answers',
  );
  if (code === null) {
    // Nobody can read keys: it is read to the end as if there were no screen.
    const rest = await readFor(Infinity, stream, source);
    source.end();
    return { shown: false, brokenOff: rest instanceof Error ? readFailure(rest) : null };
  }
  stream.destroy();
  if (report) io.out(`${summaryLine(buildModel(report, options.ascii, options.language))}\n`);
  return { shown: true, code, report };
}

/** The first bytes, the end, an error, or nothing when none came in time. */
function firstChunk(stream: Readable): Promise<Buffer | 'end' | Error | null> {
  return new Promise((resolve) => {
    const settle = (value: Buffer | 'end' | Error | null) => {
      clearTimeout(timer);
      stream.off('data', settle).off('end', end).off('error', settle).pause();
      resolve(value);
    };
    const end = () => settle('end');
    const timer = setTimeout(() => settle(null), patience);
    stream.on('data', settle).on('end', end).on('error', settle).resume();
  });
}

/** Reads for so many milliseconds. @returns `open` when it has not ended by then */
function readFor(milliseconds: number, stream: Readable, source: Source): Promise<'end' | 'open' | Error> {
  return new Promise((resolve) => {
    const data = (chunk: Buffer) => source.bytes(chunk);
    const settle = (value: 'end' | 'open' | Error) => {
      if (timer) clearTimeout(timer);
      stream.off('data', data).off('end', end).off('error', settle).pause();
      resolve(value);
    };
    const end = () => settle('end');
    const timer = Number.isFinite(milliseconds) ? setTimeout(() => settle('open'), milliseconds) : null;
    stream.on('data', data).on('end', end).on('error', settle).resume();
  });
}
