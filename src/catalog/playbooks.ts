import type { Playbook } from '../model/catalog.ts';
import type { PlaybookRule } from './schema.ts';

interface Known {
  readonly causes: ReadonlySet<string>;
  readonly signals: ReadonlySet<string>;
}

/**
 * Playbooks as the pack holds them, and the position of the one that has a step for a cause.
 * What does not exist, and a cause that is due in two playbooks, is added to `problems`.
 */
export function compilePlaybooks(
  rules: readonly (PlaybookRule & { readonly file: string })[],
  known: Known,
  problems: string[],
): { playbooks: Playbook[]; playbookOf: ReadonlyMap<string, number> } {
  const playbookOf = new Map<string, number>();
  for (const [position, { file, id, steps }] of rules.entries()) {
    if (rules.findIndex((rule) => rule.id === id) < position) problems.push(`${file}: "${id}" is the name of another playbook`);
    if (new Set(steps.map((step) => step.id)).size < steps.length) problems.push(`${file}: two steps have one name`);
    for (const step of steps) {
      for (const cause of Object.keys(step.due)) {
        const other = playbookOf.get(cause);
        if (!known.causes.has(cause)) problems.push(`${file}: step "${step.id}": cause "${cause}" does not exist`);
        else if (other !== undefined && other !== position) problems.push(`${file}: "${cause}" is also in ${rules[other]!.file}`);
        else playbookOf.set(cause, position);
      }
      for (const seen of Object.keys(step.done))
        if (seen !== 'repeated' && !known.causes.has(seen) && !known.signals.has(seen))
          problems.push(`${file}: step "${step.id}": "${seen}" is no cause, signal or fact`);
    }
  }
  return { playbooks: rules.map(({ id, title, hosts, steps }) => ({ id, title, hosts, steps })) as Playbook[], playbookOf };
}
