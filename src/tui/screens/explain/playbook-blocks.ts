import type { Texts } from '../../../i18n/texts.ts';
import type { Incident } from '../../../model/report.ts';
import { stepTitle, tellsNew } from '../../../report/playbook-words.ts';
import { type Block, block } from '../../view/block.ts';
import { stepBlocks } from './fix-blocks.ts';

/** The work of several steps that the cause is a part of: which one is due, and what to type for it where no remedy has said it. */
export function playbookBlocks(incident: Incident, texts: Texts): Block[] {
  const { playbook, place } = incident;
  if (!playbook) return [];
  const isNew = tellsNew(incident);
  const steps = playbook.steps.flatMap((step, index) => [
    block(step.state === 'due' ? 'title' : 'quiet', texts.stepState[step.state], `${index + 1}. ${stepTitle(step, texts.join.colon)}`),
    ...(isNew(step) ? stepBlocks('', step.steps, place, texts) : []),
  ]);
  return [block('title', '', texts.row.playbook + texts.join.colon + playbook.title, { opens: true }), ...steps];
}
