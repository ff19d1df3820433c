import type { CauseRule, PlaybookRule } from './schema.ts';

/** One text of a rule that people read, and how to put another in its place. */
export interface TextSlot {
  /** Where it stands, with list positions from 1: `remedies.netrc.steps.2`. */
  readonly key: string;
  readonly text: string;
  set(text: string): void;
}

type Step = CauseRule['remedies'][number]['steps'][number];

/** The texts of a cause, in the order in which they stand. Setting one changes the rule that was given. */
export function causeSlots(rule: CauseRule): TextSlot[] {
  return [
    ...fields('', rule, ['title', 'why', 'no-remedy']),
    ...rule.variants.flatMap((variant, at) => fields(`variants.${at + 1}.`, variant, ['title', 'why'])),
    ...rule.links.flatMap((link, at) => fields(`links.${at + 1}.`, link, ['because'])),
    ...rule.probes.flatMap((probe, at) =>
      probe.if.flatMap((row, below) => fields(`probes.${at + 1}.if.${below + 1}.`, row, ['outcome', 'then'])),
    ),
    ...rule.remedies.flatMap((remedy) => {
      const key = `remedies.${remedy.id}.`;
      return [
        ...fields(key, remedy, ['title', 'price']),
        ...manualSlots(`${key}steps.`, remedy.steps),
        ...manualSlots(`${key}undo.`, remedy.undo),
      ];
    }),
    ...rule.discouraged.flatMap((row, at) => fields(`discouraged.${at + 1}.`, row, ['what', 'because'])),
  ];
}

/** The texts of a playbook; its steps go by their names. */
export function playbookSlots(rule: PlaybookRule): TextSlot[] {
  return [
    ...fields('', rule, ['title']),
    ...rule.steps.flatMap((step) => {
      const key = `steps.${step.id}.`;
      return [
        ...fields(key, step, ['title']),
        ...manualSlots(`${key}steps.`, step.steps),
        ...fields(`${key}due.`, step.due, Object.keys(step.due)),
        ...fields(`${key}done.`, step.done, Object.keys(step.done)),
      ];
    }),
  ];
}

function fields<T extends object>(prefix: string, owner: T, names: readonly (keyof T & string)[]): TextSlot[] {
  return names.flatMap((name) => {
    const text = owner[name];
    if (typeof text !== 'string') return [];
    return [{ key: prefix + name, text, set: (other) => void Object.assign(owner, { [name]: other }) }];
  });
}

function manualSlots(prefix: string, steps: readonly Step[]): TextSlot[] {
  return steps.flatMap((step, at) => fields(prefix, step, ['manual' as never]).map((slot) => ({ ...slot, key: `${prefix}${at + 1}` })));
}
