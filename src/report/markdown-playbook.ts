import type { Texts } from '../i18n/texts.ts';
import type { Incident } from '../model/report.ts';
import { markdownText } from './markdown-guard.ts';
import { stepSections } from './markdown-steps.ts';
import { stepTitle, tellsNew } from './playbook-words.ts';

/** All the steps in order, the due one in bold; below them what to type for it, where the remedies have not said it already. */
export function playbookSections(incident: Incident, texts: Texts): string[] {
  const { playbook, place } = incident;
  if (!playbook) return [];
  const { colon } = texts.join;
  const rows = playbook.steps.map((step, index) => {
    const text = markdownText(`${texts.stepState[step.state]}${colon}${stepTitle(step, colon)}`);
    return `${index + 1}. ${step.state === 'due' ? `**${text}**` : text}`;
  });
  const list = [`${texts.row.playbook}${colon}${markdownText(playbook.title)}`, '', ...rows].join('\n');
  const due = playbook.steps.find(tellsNew(incident));
  return due ? [list, `${markdownText(due.title)}${colon.trimEnd()}`, ...stepSections(due.steps, [], place, texts)] : [list];
}
