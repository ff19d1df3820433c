import { comparingLanguage, comparingTexts } from '../i18n/comparing/texts.ts';
import { textsOf } from '../i18n/texts.ts';
import type { ReproReport } from '../model/repro.ts';
import type { Sheet, SheetBlock } from './sheet.ts';

/** The commands that show a failure again, in rows. */
export function reproSheet({ input, failure, kind, steps, bundle, notes }: ReproReport): Sheet {
  const { repro } = comparingTexts();
  const { label } = textsOf(comparingLanguage());
  if (failure === null || kind === null) return { title: repro.none(input), lead: [], blocks: [], notes };
  const blocks: SheetBlock[] = [
    {
      rows: steps.flatMap(({ command, says }) => [
        { label: '', text: `# ${says}`, verbatim: true },
        { label: '', text: command, verbatim: true },
      ]),
    },
    ...(failure.text === null ? [] : [{ rows: [{ label: repro.expect, text: failure.text, verbatim: true }] }]),
    ...(bundle === null
      ? []
      : [{ heading: repro.bundle(bundle.folder), rows: bundle.files.map(({ name, says }) => ({ label: name, text: says })) }]),
  ];
  return {
    title: repro.title(input),
    lead: [repro.failure(label[failure.label as keyof typeof label] ?? failure.label, failure.title, failure.code), repro.kind[kind]],
    blocks,
    notes,
  };
}
