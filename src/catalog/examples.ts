import { readFileSync } from 'node:fs';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';

/** Texts that a signal was checked with when it was built. */
export interface Examples {
  readonly match: readonly { readonly text: string; readonly go: string | null }[];
  /** It does not match these, and why. */
  readonly near: readonly { readonly text: string; readonly because: string }[];
}

interface Source {
  readonly id: string;
  readonly examples: {
    readonly match: readonly { readonly text: string; readonly go?: string | undefined }[];
    readonly near: Examples['near'];
  };
}

/** One signal a line. Only who browses rules reads them, so they are no part of the pack. */
export function writeExamples(signals: readonly Source[]): string {
  return signals
    .map(({ id, examples: { match, near } }) =>
      JSON.stringify([
        id,
        { match: match.map(({ text, go = null }) => ({ text, go })), near: near.map(({ text, because }) => ({ text, because })) },
      ]),
    )
    .join('\n');
}

/**
 * The examples of this build, by signal.
 * @throws ModwhyError E_PACK when the file is missing or broken
 */
export function loadExamples(): ReadonlyMap<string, Examples> {
  const folder = import.meta.url.endsWith('.ts') ? '../../dist/' : './';
  try {
    const lines = readFileSync(new URL(`${folder}examples.jsonl`, import.meta.url), 'utf8').split('\n');
    return new Map(lines.map((line) => JSON.parse(line) as [string, Examples]));
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new ModwhyError('E_PACK', say`the examples of the rules cannot be read (${reason}): install modwhy again, or run npm run build`, {
      cause,
    });
  }
}
