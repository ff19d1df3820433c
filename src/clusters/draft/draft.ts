import type { Cluster } from '../clusters.ts';
import { isPlainWord, tokensOf } from '../tokens.ts';
import { type DraftPattern, draftPattern, matches } from './pattern.ts';

/** A rule that a person finishes. */
export interface Draft {
  readonly slug: string;
  readonly cluster: Cluster;
  readonly pattern: DraftPattern;
  /** Messages that it finds. */
  readonly texts: readonly string[];
  /** Messages of other clusters that look like these. */
  readonly near: readonly string[];
}

/** A cluster that gives no rule, because its messages have too little in common. */
export interface NoDraft {
  readonly cluster: Cluster;
}

const MOST_NEAR = 2;

/**
 * Rules for clusters, in their order.
 * @param clusters those that rules are wanted for
 * @param all more clusters, whose messages may be near misses
 */
export function draftsOf(clusters: readonly Cluster[], all: readonly Cluster[] = clusters): (Draft | NoDraft)[] {
  const taken = new Set<string>();
  const words = new Map(all.map((cluster) => [cluster, new Set(wordsOf(cluster.template))]));
  return clusters.map((cluster) => {
    const texts = cluster.examples.map(({ text }) => cleaned(text));
    const pattern = texts.length > 0 ? draftPattern(cluster.template, texts) : null;
    if (!pattern) return { cluster };
    const slug = free(slugOf(cluster.template), taken);
    return { slug, cluster, pattern, texts, near: nearOf(cluster, pattern, words) };
  });
}

function nearOf(cluster: Cluster, { frame }: DraftPattern, words: ReadonlyMap<Cluster, ReadonlySet<string>>): string[] {
  const own = new Set(wordsOf(cluster.template));
  return [...words]
    .filter(([other]) => other !== cluster && other.template !== cluster.template)
    .map(([{ examples, template }, theirs]) => ({ examples, template, shared: [...own].filter((word) => theirs.has(word)).length }))
    .filter(({ shared }) => shared * 3 >= own.size && shared > 0)
    .sort((one, other) => other.shared - one.shared || (one.template < other.template ? -1 : 1))
    .flatMap(({ examples }) => examples.slice(0, 1).map(({ text }) => cleaned(text)))
    .filter((text) => !matches(frame, text))
    .slice(0, MOST_NEAR);
}

/** As the program reads lines: without line ends and control characters. */
function cleaned(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
}

function wordsOf(template: string): string[] {
  return tokensOf(template).filter(isPlainWord);
}

/** A name from the words of the message. */
function slugOf(template: string): string {
  const words =
    template
      .replace(/<[a-z]+>/g, ' ')
      .toLowerCase()
      .match(/[a-z]{2,20}/g) ?? [];
  return words.slice(0, 6).join('-') || 'message';
}

function free(slug: string, taken: Set<string>): string {
  let name = slug;
  for (let number = 2; taken.has(name); number++) name = `${slug}-${number}`;
  taken.add(name);
  return name;
}
