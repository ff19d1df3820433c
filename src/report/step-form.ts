import type { Texts } from '../i18n/texts.ts';
import type { Place, ReportStep } from '../model/report.ts';

/** A step as its place has it. */
export interface StepForm {
  /** Words before it that say where it goes; null for what is typed where one works anyway. */
  readonly head: string | null;
  readonly text: string;
  /** Something to type or paste; else something to read. */
  readonly typed: boolean;
  /** It is written into a file of the place, so that what the command would have changed is not changed. */
  readonly written: boolean;
  readonly step: ReportStep;
}

/** Steps in the form that fits the place of the failed command. Neighbours below the same key become one piece. */
export function stepForms(steps: readonly ReportStep[], place: Place, texts: Texts): StepForm[] {
  const forms: StepForm[] = [];
  for (const step of steps) {
    const form = stepForm(step, place, texts);
    const last = forms.at(-1);
    const merged = last?.written && form.written && last.head === form.head ? joined(last.text, form.text) : null;
    if (last && merged !== null) forms[forms.length - 1] = { ...last, text: merged };
    else forms.push(form);
  }
  return forms;
}

function stepForm(step: ReportStep, place: Place, texts: Texts): StepForm {
  const plain = { head: null, typed: true, written: false, step };
  if (step.kind === 'manual') return { ...plain, text: step.text, typed: false };
  if (place === 'powershell' || place === 'cmd') {
    const words = step[place];
    return words === null ? { ...plain, head: texts.places[place].byHand, text: step.posix } : { ...plain, text: words };
  }
  if (step.kind === 'edit-file' && step.posix === '')
    return { ...plain, text: `${texts.edit(step.path)} ${step.find} ${texts.editTo} ${step.replace}`, typed: false };
  if (place === 'posix' || step.kind === 'edit-file' || !settles(step)) return { ...plain, text: step.posix };
  const found = step.places.find((one) => one.place === place);
  if (!found) return { ...plain, head: texts.places[place].byHand, text: step.posix };
  return { ...plain, head: texts.places[place][found.what], text: found.fragment, written: true };
}

/** Whether the step is about settings, which a CI job or an image does not take from the machine at which one sits. */
function settles(step: Exclude<ReportStep, { kind: 'manual' | 'edit-file' }>): boolean {
  return step.kind !== 'run' || step.places.length > 0;
}

/** Two pieces with the same opening line as one, since a key stands once in a file; null when they stand apart. */
function joined(one: string, other: string): string | null {
  const [first, ...more] = other.split('\n');
  const lines = one.split('\n');
  if (more.length === 0 || lines[0] !== first) return null;
  const close = lines.at(-1) === '}' ? [lines.pop()!] : [];
  return [...lines, ...(close.length > 0 ? more.slice(0, -1) : more), ...close].join('\n');
}

// The language of a fence.
const languages: Readonly<Record<Place, string>> = {
  posix: 'sh',
  powershell: 'powershell',
  cmd: 'bat',
  dockerfile: 'dockerfile',
  'github-actions': 'yaml',
  'gitlab-ci': 'yaml',
  'azure-pipelines': 'yaml',
  jenkins: 'groovy',
  ci: 'sh',
};

/** What a Markdown reader colours the form as. */
export function languageOf(form: StepForm, place: Place): string {
  if (form.written) return languages[place];
  return form.head === null && (place === 'powershell' || place === 'cmd') ? languages[place] : 'sh';
}
