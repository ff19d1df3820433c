import { createFollowedText, type FollowedText } from '../ingest/follow/followed-text.ts';
import type { FollowEvent } from '../ingest/follow/follower.ts';
import { createGrowingLog, type GrowingLog, type Look } from '../session/growing/growing-log.ts';
import type { WholeSession } from '../session/types.ts';

/** A log that comes from a file or a pipe: its bytes become text, its builds are told apart. */
export interface Source {
  readonly name: string;
  readonly log: GrowingLog;
  bytes(chunk: Uint8Array): void;
  event(event: FollowEvent): void;
  /** Bytes of a line that has not ended; null where reading cannot be gone on with later. */
  unfinished(): number | null;
  /** Closes the last build. */
  end(): Look[];
}

/** @param remarks what is shown between the lines when something happens to the file */
export function createSource(
  name: string,
  open: (build: number) => WholeSession,
  remarks: Readonly<Record<FollowEvent, string>>,
  builds: 'one' | 'many' = 'many',
): Source {
  const log = createGrowingLog(open, builds);
  const startText = (): FollowedText =>
    createFollowedText({ encoding: (encoding) => log.build().session.encoding(encoding), cut: () => {}, entry: () => {} });
  let text = startText();
  return {
    name,
    log,
    bytes(chunk) {
      const decoded = text.push(chunk);
      if (decoded.length > 0) log.push(decoded);
    },
    event(event) {
      if (event !== 'missing' && event !== 'appeared') {
        const rest = text.end();
        if (rest.length > 0) log.push(rest);
        text = startText();
        if (event === 'rotated') log.endLine();
        else log.nextBuild();
      }
      log.remark(remarks[event]);
    },
    unfinished: () => text.unfinished(),
    end() {
      const rest = text.end();
      if (rest.length > 0) log.push(rest);
      return log.end();
    },
  };
}
