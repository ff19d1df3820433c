import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import type { Cluster } from '../clusters.ts';
import { draftsOf } from './draft.ts';
import { ruleFiles } from './yaml.ts';

// Codes of drafts are GM9901 to GM9999.
const MOST_DRAFTS = 99;

/** What became of clusters. */
export interface WrittenDrafts {
  /** Files that are new, by their names below the folder. */
  readonly written: readonly string[];
  /** Files that were there already, and stay as they are. */
  readonly kept: readonly string[];
  /** Clusters whose messages have too little in common for a rule. */
  readonly without: readonly Cluster[];
}

/**
 * Writes a draft of a rule for each cluster: `signals/draft-NAME.yaml` and `causes/draft/NAME.yaml`. No file is overwritten.
 * @param clusters those that drafts are wanted for, the first 99 of them
 * @param all more clusters, whose messages may be near misses
 * @param since version of the catalog
 * @throws ModwhyError E_WRITE
 */
export function writeDrafts(folder: string, clusters: readonly Cluster[], all: readonly Cluster[], since: string): WrittenDrafts {
  const written: string[] = [];
  const kept: string[] = [];
  const without: Cluster[] = [];
  for (const [index, draft] of draftsOf(clusters.slice(0, MOST_DRAFTS), all).entries()) {
    if (!('slug' in draft)) {
      without.push(draft.cluster);
      continue;
    }
    for (const { name, text } of ruleFiles(draft, index + 1, since)) (writeNew(path.join(folder, name), text) ? written : kept).push(name);
  }
  return { written, kept, without };
}

function writeNew(file: string, text: string): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new ModwhyError('E_WRITE', say`cannot write ${file}: ${(error as Error).message}; check the folder of --drafts`, {
      cause: error,
    });
  }
}
