import type { RuleSource } from './read.ts';
import { causeSlots, playbookSlots, type TextSlot } from './text-slots.ts';
import { type Translations, translationKey } from './translations.ts';

type Cause = RuleSource['causes'][number];
type Step = Cause['remedies'][number]['steps'][number];

/** Where words of `words.yaml` stand in a rule: each is read, and what is given back takes its place. */
interface SharedWords {
  /** What stands between < and >. */
  placeholder(name: string): string;
  change(what: string): string;
}

/** The rules with the texts of another language; a text that it lacks stays English. The rules that are given stay as they are. */
export function translateRules(rules: RuleSource, folder: string, { files, words }: Translations): RuleSource {
  const causes = structuredClone(rules.causes);
  const playbooks = structuredClone(rules.playbooks);
  const shared: SharedWords = {
    placeholder: (name) => words.placeholders[name] ?? name,
    change: (what) => words.changes[what] ?? what,
  };
  for (const cause of causes) fill(causeSlots(cause), files.get(translationKey(folder, cause))?.texts);
  for (const playbook of playbooks) fill(playbookSlots(playbook), files.get(translationKey(folder, playbook))?.texts);
  walkShared({ causes, playbooks }, shared);
  return { ...rules, causes, playbooks };
}

/** Every word that `words.yaml` must have. */
export function sharedWords(rules: RuleSource): { readonly placeholders: ReadonlySet<string>; readonly changes: ReadonlySet<string> } {
  const placeholders = new Set<string>();
  const changes = new Set<string>();
  const noted = (names: Set<string>) => (name: string) => {
    names.add(name);
    return name;
  };
  const copy = structuredClone({ causes: rules.causes, playbooks: rules.playbooks });
  walkShared(copy, { placeholder: noted(placeholders), change: noted(changes) });
  return { placeholders, changes };
}

function fill(slots: readonly TextSlot[], texts: ReadonlyMap<string, string> | undefined): void {
  for (const { key, set } of slots) {
    const text = texts?.get(key);
    if (text !== undefined) set(text);
  }
}

function walkShared({ causes, playbooks }: Pick<RuleSource, 'causes' | 'playbooks'>, shared: SharedWords): void {
  // A name has letters: the marks of a merge conflict are none.
  const named = (text: string) => text.replace(/<([^<>]*[A-Za-z][^<>]*)>/g, (_, name: string) => `<${shared.placeholder(name)}>`);
  for (const { probes, remedies } of causes) {
    for (const probe of probes) probe.run = probe.run.map(named);
    for (const remedy of remedies) {
      remedy.verify = remedy.verify.map((argv) => argv.map(named));
      for (const step of [...remedy.steps, ...remedy.undo]) walkStep(step, named, shared);
    }
  }
  for (const step of playbooks.flatMap((playbook) => playbook.steps.flatMap(({ steps }) => steps))) walkStep(step, named, shared);
}

function walkStep(step: Step, named: (text: string) => string, shared: SharedWords): void {
  if ('run' in step) {
    step.run = step.run.map(named);
    if (step.env) step.env = Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, named(value)]));
    if (step.changes) step.changes = step.changes.map(shared.change);
    if (step.cwd !== undefined) step.cwd = named(step.cwd);
  } else if ('set-env' in step) step['set-env'].value = named(step['set-env'].value);
  else if ('edit-file' in step) step['edit-file'].replace = named(step['edit-file'].replace);
}
