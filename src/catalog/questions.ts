import type { CauseRule } from './schema.ts';

/**
 * What is wrong with probes that are asked as questions: names used twice, outcomes without a name or a meaning, causes and facts that do not exist.
 * @param known ids of all signals and facts
 * @param slugs of all causes
 */
export function checkQuestions(
  causes: readonly (CauseRule & { file: string })[],
  known: ReadonlySet<string>,
  slugs: ReadonlySet<string>,
  problems: string[],
): void {
  const owners = new Map<string, string>();
  for (const { file, probes } of causes) {
    for (const { id, if: outcomes } of probes) {
      const say = (text: string) => problems.push(`${file}: question "${id}" ${text}`);
      const names = outcomes.flatMap((outcome) => outcome.id ?? []);
      const meant = outcomes.filter(({ shows, means }) => shows !== undefined || Object.keys(means).length > 0);
      if (id === undefined) {
        if (names.length + meant.length > 0) problems.push(`${file}: a probe whose outcomes have names or meanings needs an id`);
        continue;
      }
      if (owners.has(id)) say(`is also in ${owners.get(id)}`);
      owners.set(id, file);
      if (new Set(names).size < outcomes.length) say('needs an id of its own for every outcome');
      if (meant.length < outcomes.length) say('has an outcome that means nothing: an answer must change something');
      for (const outcome of outcomes) {
        if (outcome.shows !== undefined && !known.has(outcome.shows)) say(`shows "${outcome.shows}", which does not exist`);
        for (const cause of Object.keys(outcome.means)) if (!slugs.has(cause)) say(`means something for "${cause}", which does not exist`);
      }
    }
  }
}
