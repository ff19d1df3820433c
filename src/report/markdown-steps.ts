import type { Texts } from '../i18n/texts.ts';
import type { Place, ReportStep } from '../model/report.ts';
import { markdownFence, markdownText } from './markdown-guard.ts';
import { languageOf, type StepForm, stepForms } from './step-form.ts';

/** Steps, and the checks after them, as fences of what is typed and paragraphs of what is read. */
export function stepSections(steps: readonly ReportStep[], verify: readonly ReportStep[], place: Place, texts: Texts): string[] {
  const sections: string[] = [];
  let typed: string[] = [];
  let language = 'sh';
  let head: string | null = null;
  const flush = () => {
    if (typed.length > 0) sections.push(markdownFence(language, typed).join('\n'));
    typed = [];
  };
  const add = (form: StepForm, remark: string) => {
    if (!form.typed || form.head !== head || languageOf(form, place) !== language) flush();
    if (!form.typed) return void sections.push(markdownText(form.text));
    if (form.head !== null && form.head !== head) sections.push(markdownText(form.head));
    head = form.head;
    language = languageOf(form, place);
    typed.push(form.text + (remark && !form.text.includes('\n') ? `   ${comment[language] ?? '#'} ${remark}` : ''));
  };
  for (const form of stepForms(steps, place, texts)) add(form, remarkOf(form, texts));
  const checks = verify.filter((step) => step.kind !== 'manual');
  for (const form of stepForms(checks, place, texts)) add(form, texts.row.check);
  flush();
  return sections;
}

// `#` begins a comment in the others.
const comment: Readonly<Record<string, string>> = { bat: '& rem', groovy: '//' };

function remarkOf({ step, written }: StepForm, texts: Texts): string {
  if (step.kind !== 'run') return '';
  const parts = [
    ...(step.cwd && step.cwd !== '.' ? [texts.inFolder(step.cwd)] : []),
    ...(step.changes.length > 0 && !written ? [texts.changes(step.changes)] : []),
  ];
  return parts.join(texts.join.comma);
}
