import { type Captures, fillSentence, fillWord, fillWords, type SentenceWords } from '../catalog/template.ts';
import { sentence as english } from '../i18n/en-sentence.ts';
import type { Applicability, Cause, RemedyRule, Step } from '../model/catalog.ts';
import { mayEnterCommand } from '../model/command-grammar.ts';
import type { Remedy, ReportStep } from '../model/report.ts';
import { modfileOf, withModfile } from './modfile.ts';
import { editFileStep, runStep, setEnvStep, unsetEnvStep } from './step.ts';

/**
 * The remedies of a cause, filled in. One with a value that the log does not give becomes `placeholder`.
 * @param effectOf what steps change about the route of the module
 */
export function planRemedies(
  cause: Cause,
  captures: Captures,
  fired: ReadonlySet<string>,
  effectOf: (steps: readonly ReportStep[]) => Remedy['effect'],
  words: SentenceWords = english,
): Remedy[] {
  const host = (captures.host ?? captures.sumdb_host)?.value ?? '';
  const fits = ({ when, unless, hosts, notHosts }: RemedyRule) =>
    (when.length === 0 || when.some((id) => fired.has(id))) &&
    !unless.some((id) => fired.has(id)) &&
    (hosts.length === 0 || hosts.includes(host)) &&
    !notHosts.includes(host);
  return cause.remedies.filter(fits).map((rule) => planRemedy(rule, captures, effectOf, words));
}

/** Steps of a rule, filled in. */
export function planSteps(steps: readonly Step[], captures: Captures, words: SentenceWords = english): ReportStep[] {
  const fill = createFill(captures, words);
  return steps.map((step) => fillStep(step, fill));
}

function planRemedy(
  rule: RemedyRule,
  captures: Captures,
  effectOf: (steps: readonly ReportStep[]) => Remedy['effect'],
  words: SentenceWords,
): Remedy {
  const fill = createFill(captures, words);
  const steps = rule.steps.map((step) => fillStep(step, fill));
  const applicability = downgrade(rule.applicability, fill.complete && !mentionsPlaceholder(steps));
  return {
    id: rule.id,
    title: fill.sentence(rule.title),
    applicability,
    risk: rule.risk,
    sideEffects: [...rule.sideEffects],
    network: rule.network,
    steps,
    undo: planUndo(rule, captures, words),
    verify: rule.verify.map((step) => fillStep(step, createFill(captures, words))),
    price: rule.price === null ? null : fill.sentence(rule.price),
    discouraged: null,
    effect: effectOf(steps),
  };
}

/** Undo restores what was seen; where that is not known, none is promised. */
function planUndo(rule: RemedyRule, captures: Captures, words: SentenceWords): ReportStep[] {
  const fill = createFill(captures, words);
  const steps = rule.undo.map((step) => fillStep(step, fill));
  return fill.complete ? steps : [];
}

function downgrade(applicability: Applicability, complete: boolean): Applicability {
  return complete || applicability === 'manual' ? applicability : 'placeholder';
}

function mentionsPlaceholder(steps: readonly ReportStep[]): boolean {
  return steps.some((step) => step.kind === 'run' && step.argv.some((word) => /<[a-z\u3400-\u9fff][^<>]*>/.test(word)));
}

/** How the module cache spells a module and its version: a capital letter as `!` and the small one. golang.org/x/mod/module, EscapePath. */
function namesInCache({ module, version }: Captures): Captures {
  const spelled = (value: string) => value.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
  return {
    ...(module &&
      mayEnterCommand(module.type, module.value) && { module_in_cache: { type: 'escaped-module', value: spelled(module.value) } }),
    ...(version &&
      mayEnterCommand(version.type, version.value) && { version_in_cache: { type: 'escaped-module', value: spelled(version.value) } }),
  };
}

interface Fill {
  word(template: string): string;
  /** One word, or several where the hole stands for a list. */
  words(template: string): string[];
  sentence(template: string): string;
  complete: boolean;
  /** The go.mod that commands are for, where it is another one. */
  readonly modfile: string | null;
  /** What the form of a place leaves to the reader. */
  form(fragment: string): string;
}

function createFill(seen: Captures, sentenceWords: SentenceWords): Fill {
  const captures = { ...seen, ...namesInCache(seen) };
  const fill: Fill = {
    complete: true,
    modfile: seen.failed_command ? modfileOf(seen.failed_command.value) : null,
    word(template) {
      const { text, complete } = fillWord(template, captures, sentenceWords);
      if (!complete) fill.complete = false;
      return text;
    },
    words(template) {
      const list = fillWords(template, captures);
      if (!list) return [fill.word(template)];
      if (!list.complete) fill.complete = false;
      return list.words;
    },
    sentence: (template) => fillSentence(template, captures, sentenceWords),
    form: (fragment) =>
      fragment.replace(/<([^<>]*)>/g, (whole, name: string) =>
        sentenceWords.toFillIn[name] ? `<${sentenceWords.toFillIn[name]}>` : whole,
      ),
  };
  return fill;
}

function fillStep(step: Step, fill: Fill): ReportStep {
  const filled = plainStep(step, fill);
  if (!('places' in filled)) return filled;
  // Only the form itself: a command or value in it is filled in already.
  return { ...filled, places: filled.places.map((one) => (one.what === 'secret' ? { ...one, fragment: fill.form(one.fragment) } : one)) };
}

function plainStep(step: Step, fill: Fill): ReportStep {
  if ('run' in step) {
    const argv = withModfile(step.run.flatMap(fill.words), fill.modfile);
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill.word(value)]));
    return runStep(argv, env, {
      cwd: step.cwd === undefined ? null : fill.word(step.cwd),
      changes: (step.changes ?? []).map(fill.sentence),
    });
  }
  if ('set-env' in step) return setEnvStep(fill.word(step['set-env'].name), fill.word(step['set-env'].value));
  if ('unset-env' in step) return unsetEnvStep(fill.word(step['unset-env']));
  if ('edit-file' in step) {
    const { path, find, replace } = step['edit-file'];
    return editFileStep(fill.word(path), fill.word(find), fill.word(replace));
  }
  return { kind: 'manual', text: fill.sentence(step.manual) };
}
