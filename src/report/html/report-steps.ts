import type { HtmlTexts } from '../../i18n/en-html.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Place, Remedy, ReportStep } from '../../model/report.ts';
import { effectText } from '../route-summary.ts';
import { type StepForm, stepForms } from '../step-form.ts';
import { type Content, element, type Markup, prose } from './markup.ts';

interface Words {
  readonly texts: Texts;
  readonly words: HtmlTexts;
}

/** One way to mend it: its steps, what they change and cost, how to check and undo it. */
export function remedyMarkup(
  { steps, verify, undo, price, risk, effect, sideEffects }: Remedy,
  place: Place,
  { texts, words }: Words,
): Markup {
  const changed = effect && effectText(effect, texts);
  const checks = verify.filter((step) => step.kind !== 'manual');
  const notes = [
    ...(changed ? [note(texts.row.then, changed)] : []),
    ...(price === null ? [] : [note(risk === 'unsafe' ? texts.row.unsafe : texts.row.price, price, risk === 'unsafe')]),
    ...sideEffects.flatMap((name) => (texts.sideEffect[name] === undefined ? [] : [note(texts.row.mayFollow, texts.sideEffect[name])])),
  ];
  return element(
    'div',
    { class: 'remedy' },
    stepList(steps, place, texts),
    notes,
    checks.length === 0 ? null : element('div', {}, element('h4', {}, words.report.verify), stepList(checks, place, texts)),
    undo.length === 0 ? null : element('details', {}, element('summary', {}, words.report.undo), stepList(undo, place, texts)),
  );
}

/** What is typed, to be copied one by one, and what is read. */
export function stepList(steps: readonly ReportStep[], place: Place, texts: Texts): Markup {
  let head: string | null = null;
  return element(
    'ol',
    { class: 'steps' },
    stepForms(steps, place, texts).map((form) => {
      const opening = form.head !== null && form.head !== head ? element('p', {}, form.head) : null;
      head = form.head;
      return element('li', {}, opening, form.typed ? [command(form.text), remark(form, texts)] : element('p', {}, prose(form.text)));
    }),
  );
}

/** Something to type, with a button that copies it where scripts run. */
export function command(text: string): Markup {
  return element('div', { class: 'command' }, element('pre', { 'data-copy': true }, text));
}

function remark({ step, written }: StepForm, texts: Texts): Content {
  if (step.kind !== 'run') return null;
  const parts = [
    ...(step.cwd && step.cwd !== '.' ? [texts.inFolder(step.cwd)] : []),
    ...(step.changes.length > 0 && !written ? [texts.changes(step.changes)] : []),
  ];
  return parts.length === 0 ? null : element('p', { class: 'quiet remark' }, parts.join(texts.join.comma));
}

function note(head: string, text: string, bad = false): Markup {
  return element(
    'p',
    { class: 'note' },
    element('strong', { class: bad ? 'is-unsafe' : null }, `${head.replace(/[:：]$/, '')}`),
    ' ',
    prose(text),
  );
}
