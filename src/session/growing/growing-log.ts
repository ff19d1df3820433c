import type { Report } from '../../model/report.ts';
import type { WholeSession } from '../types.ts';
import { findHeads, findTyped } from './build-head.ts';
import { RecentLines } from './recent-lines.ts';

/** What is known of one build of a log that grows. */
export interface Look {
  /** Counts the builds of the log from 1. */
  readonly build: number;
  /** Counts the reports of the build that differ, from 1. */
  readonly revision: number;
  /** The build is over: the log says so, or it has ended. Should it go on all the same, there is another revision. */
  readonly final: boolean;
  /** A command has failed, and only what is done after it may come. */
  readonly failed: boolean;
  readonly report: Report;
  /** For a view of its lines. */
  readonly session: WholeSession;
}

/** A log that grows and holds one build after the other. Pure like its sessions: bytes in, looks out, no clock. */
export interface GrowingLog {
  /** Whole lines of UTF-8 where possible; the bytes are kept. */
  push(bytes: Buffer): void;
  /** What comes next belongs to another build: the file was emptied or made anew. */
  nextBuild(): void;
  /** The file was rotated: a line that has not ended will not. */
  endLine(): void;
  /** A line of ours among the recent ones. */
  remark(text: string): void;
  /** Whether a look may show something new. */
  stirred(): boolean;
  /** Builds that ended since the last look, and the current one, as far as what they say differs from the look before. */
  look(): Look[];
  /** Closes the last build. */
  end(): Look[];
  readonly recent: RecentLines;
  /** The build that is being written. */
  build(): { readonly number: number; readonly session: WholeSession };
}

const LINE_END = Buffer.from('\n');
const NEWLINE = 10;

/**
 * @param open makes the session of a build, by its number
 * @param builds `one`: all of it is one build, whatever stands in it
 */
export function createGrowingLog(open: (build: number) => WholeSession, builds: 'one' | 'many' = 'many'): GrowingLog {
  const recent = new RecentLines();
  const finished: Look[] = [];
  let build = 1;
  let session = open(build);
  let bytes = 0;
  let endsWhole = true;
  let revision = 0;
  let said = nothingSaid;
  let saidFinal = false;
  let failed = false;
  let looked = false;

  const take = (part: Buffer) => {
    if (part.length === 0) return;
    session.push(part);
    recent.push(part, build);
    bytes += part.length;
    endsWhole = part.at(-1) === NEWLINE;
  };
  const endLine = () => {
    if (!endsWhole) take(LINE_END);
  };
  const tell = (report: Report, final: boolean, commandFailed: boolean): Look | null => {
    const sign = signOf(report);
    if (sign === said && (saidFinal || !final)) return null;
    if (sign !== said || revision === 0) revision++;
    said = sign;
    saidFinal = final;
    return { build, revision, final, failed: commandFailed, report, session };
  };
  const close = () => {
    const look = tell(session.report(), true, failed);
    if (look) finished.push(look);
  };
  const nextBuild = () => {
    if (bytes === 0) return;
    endLine();
    close();
    build++;
    session = open(build);
    bytes = 0;
    revision = 0;
    said = nothingSaid;
    saidFinal = false;
    failed = false;
    looked = false;
  };

  return {
    recent,
    push(chunk) {
      if (builds === 'one') return take(chunk);
      let from = 0;
      const places = findHeads(chunk);
      if (failed && endsWhole) {
        const typed = findTyped(chunk);
        if (typed >= 0) places.push(typed);
      }
      for (const place of places.sort((a, b) => a - b)) {
        if (place < from || (place === 0 && !endsWhole)) continue;
        take(chunk.subarray(from, place));
        nextBuild();
        from = place;
      }
      take(chunk.subarray(from));
    },
    nextBuild,
    endLine,
    remark: (text) => recent.remark(text, build),
    stirred: () => finished.length > 0 || (bytes > 0 && (!looked || session.stirred())),
    look() {
      const looks = finished.splice(0);
      if (bytes === 0) return looks;
      looked = true;
      const { report, standing } = session.soFar();
      failed = report.incidents.some(({ terminal }) => terminal);
      const look = tell(report, standing === 'over', standing !== 'open');
      return look ? [...looks, look] : looks;
    },
    end() {
      if (bytes > 0) close();
      bytes = 0;
      return finished.splice(0);
    },
    build: () => ({ number: build, session }),
  };
}

/** What a reader would act on: a download more or a line more is no news. */
function signOf({ verdict, incidents, advice, unexplained }: Report): string {
  return JSON.stringify([verdict, incidents, advice, unexplained]);
}

const nothingSaid = JSON.stringify(['no-failure', [], [], []]);
