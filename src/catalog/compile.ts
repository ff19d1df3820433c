import { RE2JS } from 're2js';
import type { Catalog, Cause, Signal, WeightWord } from '../model/catalog.ts';
import { ModwhyError } from '../model/error.ts';
import { factIds } from '../model/facts.ts';
import { withinBudget } from './budget.ts';
import { neededTexts } from './needs.ts';
import { compilePhrases } from './phrases.ts';
import { compilePlaybooks } from './playbooks.ts';
import { checkQuestions } from './questions.ts';
import type { RuleSource } from './read.ts';
import type { CauseRule, SignalRule } from './schema.ts';

/**
 * Turns rules into the catalog that the program loads.
 * @throws ModwhyError E_RULES with every problem, one a line: a pattern outside RE2, an unknown signal, a code used twice
 */
export function compileRules(rules: RuleSource, catalog: string): Catalog {
  const problems: string[] = [];
  const speaks = speakers(rules.causes);
  const signals = rules.signals.map((rule) => compileSignal(rule, speaks.get(rule.id) ?? [], problems));
  const known = new Set<string>([...signals.map((signal) => signal.id), ...factIds]);
  for (const { id, file } of rules.signals)
    if ((factIds as readonly string[]).includes(id)) problems.push(`${file}: "${id}" is the name of a fact`);
  unique(rules.signals, (rule) => rule.id, problems);
  unique(rules.causes, (rule) => rule.id, problems);
  unique(rules.causes, (rule) => rule.code, problems);
  const slugs = new Set(rules.causes.map((rule) => rule.id));
  const families = new Set(rules.causes.map((rule) => rule.id.split('.')[0]));
  for (const cause of rules.causes) {
    for (const id of Object.keys(cause.signals)) if (!known.has(id)) problems.push(`${cause.file}: signal "${id}" does not exist`);
    for (const id of cause.variants.flatMap((variant) => variant.signals))
      if (!(id in cause.signals)) problems.push(`${cause.file}: a variant names "${id}", which is none of its signals`);
    for (const { target } of cause.links) {
      const [family, name] = target.split('.');
      if (name === '*' ? !families.has(family!) : !slugs.has(target))
        problems.push(`${cause.file}: link to "${target}", which does not exist`);
    }
    for (const remedy of cause.remedies) {
      for (const id of [...remedy.when, ...remedy.unless])
        if (!known.has(id)) problems.push(`${cause.file}: remedy "${remedy.id}" depends on signal "${id}", which does not exist`);
      if (['automatic', 'confirm'].includes(remedy.applicability) && remedy.proof.length === 0)
        problems.push(`${cause.file}: remedy "${remedy.id}" is ${remedy.applicability} without proof`);
    }
  }
  checkQuestions(rules.causes, known, slugs, problems);
  const phrases = compilePhrases(rules.phrases, problems);
  const { playbooks, playbookOf } = compilePlaybooks(rules.playbooks, { causes: slugs, signals: known }, problems);
  if (problems.length > 0) throw new ModwhyError('E_RULES', problems.join('\n'));
  const causes = rules.causes.map((rule) => compileCause(rule, playbookOf.get(rule.id) ?? null));
  return { catalog, signals, causes, playbooks, phrases };
}

/** For each signal, the causes that name it. */
function speakers(causes: readonly CauseRule[]): Map<string, [cause: number, word: WeightWord][]> {
  const speaks = new Map<string, [cause: number, word: WeightWord][]>();
  for (const [position, cause] of causes.entries()) {
    for (const [signal, word] of Object.entries(cause.signals)) {
      const list = speaks.get(signal);
      if (list) list.push([position, word]);
      else speaks.set(signal, [[position, word]]);
    }
  }
  return speaks;
}

function compileSignal(rule: SignalRule & { file: string }, speaks: Signal['speaks'], problems: string[]): Signal {
  const pattern = rule.frame.replaceAll('(?P<', '(?<');
  const groups = [...pattern.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map((found) => found[1]!);
  try {
    RE2JS.compile(pattern, RE2JS.MULTILINE);
    new RegExp(nativeSource(pattern), 'm');
  } catch (error) {
    problems.push(`${rule.file}: ${rule.id}: ${(error as Error).message}`);
  }
  for (const name of Object.keys(rule.captures)) if (!groups.includes(name)) problems.push(`${rule.file}: ${rule.id}: no group "${name}"`);
  for (const name of groups) if (!(name in rule.captures)) problems.push(`${rule.file}: ${rule.id}: group "${name}" has no type`);
  return {
    id: rule.id,
    literals: rule.literals,
    pattern,
    needs: neededTexts(pattern),
    native: withinBudget(pattern),
    captures: rule.captures,
    observer: rule.observer,
    generic: rule.generic,
    role: rule.role,
    speaks,
  };
}

/** RE2 allows `(?i)` at the start; JavaScript takes it as a flag. */
function nativeSource(pattern: string): string {
  return pattern.startsWith('(?i)') ? pattern.slice(4) : pattern;
}

function compileCause(rule: CauseRule & { file: string }, playbook: number | null): Cause {
  return {
    id: rule.id,
    code: rule.code,
    severity: rule.severity,
    transient: rule.transient,
    prior: rule.prior,
    title: rule.title,
    why: rule.why.trim(),
    variants: rule.variants,
    subject: rule.subject,
    signals: rule.signals,
    links: rule.links.map((link) => ({
      type: link.type,
      target: link.target,
      observer: link.when?.observer ?? null,
      because: link.because ?? null,
    })),
    probes: rule.probes.map((probe) => ({
      id: probe.id ?? null,
      argv: probe.run,
      outcomes: probe.if.map(({ outcome, then, id, shows, means }) => ({ outcome, then, id: id ?? null, shows: shows ?? null, means })),
    })),
    remedies: rule.remedies.map((remedy) => ({
      id: remedy.id,
      title: remedy.title,
      applicability: remedy.applicability,
      risk: remedy.risk,
      sideEffects: remedy['side-effects'],
      network: remedy.network,
      price: remedy.price ?? null,
      when: remedy.when,
      unless: remedy.unless,
      hosts: remedy.hosts,
      notHosts: remedy['not-hosts'],
      steps: remedy.steps as Cause['remedies'][number]['steps'],
      undo: remedy.undo as Cause['remedies'][number]['undo'],
      verify: remedy.verify.map((run) => ({ run })),
      proof: remedy.proof,
    })),
    discouraged: rule.discouraged,
    docs: rule.docs,
    playbook,
  };
}

function unique<T extends { file: string }>(rules: readonly T[], key: (rule: T) => string, problems: string[]): void {
  const seen = new Map<string, string>();
  for (const rule of rules) {
    const value = key(rule);
    if (seen.has(value)) problems.push(`${rule.file}: "${value}" is also in ${seen.get(value)}`);
    seen.set(value, rule.file);
  }
}
