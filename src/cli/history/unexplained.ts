import { loadPack } from '../../catalog/load.ts';
import { type Cluster, clusterRows } from '../../clusters/clusters.ts';
import type { HistoryReport, HistoryReportOf } from '../../model/history-report.ts';
import { isoTimeOrNull } from './iso.ts';
import { type Asked, common } from './questions.ts';

// A store answers template by template, so the rarest are left out.
const MOST_TEMPLATES = 2000;

/** Failures that no cause explains, those that say the same of different names together; with `--drafts` a draft of a rule for each. */
export async function askUnexplained(asked: Asked): Promise<HistoryReport> {
  const { limit, drafts } = asked.options;
  const about = await common(asked);
  const all = clusterRows(await asked.store.unexplained(asked.filter, MOST_TEMPLATES), MOST_TEMPLATES);
  const clusters = all.slice(0, limit ?? 10);
  return {
    type: 'history-unexplained',
    ...about,
    clusters: clusters.map((cluster) => ({
      ...cluster,
      first: isoTimeOrNull(cluster.first),
      last: isoTimeOrNull(cluster.last),
      examples: cluster.examples.map((example) => ({ ...example })),
    })),
    more: all.length - clusters.length,
    drafts: drafts === null ? null : await draftsIn(drafts, clusters, all),
  };
}

async function draftsIn(
  folder: string,
  clusters: readonly Cluster[],
  all: readonly Cluster[],
): Promise<HistoryReportOf<'history-unexplained'>['drafts']> {
  const { writeDrafts } = await import('../../clusters/draft/write.ts');
  const { written, kept, without } = writeDrafts(folder, clusters, all, loadPack().catalog);
  return { folder, written: [...written], kept: [...kept], without: without.map(({ template }) => template) };
}
