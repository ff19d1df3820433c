import { fillWord, type SentenceWords } from '../../catalog/template.ts';
import type { Cause, Pack, ProbeRule } from '../../model/catalog.ts';
import type { Stage } from '../../model/tree.ts';

/** What go needs on its way to a module, in its order; what it cannot have without the one before. */
const stages: readonly { readonly stage: Stage['stage']; readonly causes: RegExp }[] = [
  {
    stage: 'configured',
    causes: /^(?:goproxy\.(?:off|invalid-config|fallback-separator)|auth\.(?:goprivate-too-broad|private-module-via-public-proxy))$/,
  },
  { stage: 'reachable', causes: /^(?:network|tls)\.|^goproxy\.(?:server-error|bad-response)$/ },
  { stage: 'credentials', causes: /^auth\.|^goproxy\.(?:auth-required|forbidden)$/ },
  { stage: 'direct', causes: /^vcs\.|^goproxy\.(?:negative-cache|not-found)$|^resolve\.module-not-found$/ },
];

const mostQuestions = 4;
const commonness: Readonly<Record<Cause['prior'], number>> = { common: 3, uncommon: 2, rare: 1 };

interface Asked {
  readonly probe: ProbeRule;
  /** What each outcome speaks for. */
  readonly speaks: readonly (readonly Cause[])[];
}

/**
 * The tree without a symptom: is a server configured, can it be reached, does it know who asks, and what when go asks the repository itself.
 * In each part the questions that decide about most causes of the catalog, common ones first.
 */
export function wayOfGo(pack: Pack, words?: SentenceWords): Stage[] {
  const causes = Array.from({ length: pack.causes }, (_, position) => pack.cause(position));
  const taken = new Set<Cause>();
  return stages.map(({ stage, causes: pattern }) => {
    const own = causes.filter((cause) => pattern.test(cause.id) && !taken.has(cause));
    for (const cause of own) taken.add(cause);
    const playbooks = [...new Set(own.flatMap(({ playbook }) => playbook ?? []))].map((position) => pack.playbook(position));
    return {
      stage,
      questions: cover(own, causes).map(({ probe, speaks }) => ({
        id: probe.id!,
        argv: probe.argv.map((word) => fillWord(word, {}, words).text),
        outcomes: probe.outcomes.map(({ id, outcome, then }, index) => ({
          id: id!,
          outcome,
          then,
          causes: speaks[index]!.map(({ id: cause, code }) => ({ cause, code })),
        })),
      })),
      playbooks: playbooks.map(({ id, title }) => ({ id, title })),
    };
  });
}

/** Each time the question that decides about most of what is not decided yet. */
function cover(own: readonly Cause[], causes: readonly Cause[]): Asked[] {
  const open = new Set(own);
  const left = own.flatMap((cause) => cause.probes.filter(({ id }) => id !== null).map((probe) => asked(probe, causes)));
  const chosen: Asked[] = [];
  while (chosen.length < mostQuestions) {
    const worth = ({ speaks }: Asked) =>
      [...new Set(speaks.flat())].reduce((sum, cause) => sum + (open.has(cause) ? commonness[cause.prior] : 0), 0);
    left.sort((a, b) => worth(b) - worth(a) || (a.probe.id! < b.probe.id! ? -1 : 1));
    const [best] = left.splice(0, 1);
    if (!best || worth(best) === 0) break;
    chosen.push(best);
    for (const cause of best.speaks.flat()) open.delete(cause);
  }
  return chosen;
}

function asked(probe: ProbeRule, causes: readonly Cause[]): Asked {
  const speaks = probe.outcomes.map(({ means, shows }) =>
    causes.filter(({ id, signals }) => {
      const word = means[id] ?? (shows === null ? undefined : signals[shows]);
      return word !== undefined && word !== 'contra' && word !== 'weak';
    }),
  );
  return { probe, speaks };
}
