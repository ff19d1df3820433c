import { Document, type YAMLMap } from 'yaml';
import type { Draft } from './draft.ts';

/** What a person writes, and what the check of rules names until it is written. */
const TODO = 'TODO';

/** A file of a rule, with its place below the folder of the rules. */
export interface RuleFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The signal of a draft, and a cause that has it. The texts of logs are values only: the library that writes YAML quotes what needs it.
 * @param number of the draft, from 1: the check asks for another code
 * @param since version of the catalog
 */
export function ruleFiles(draft: Draft, number: number, since: string): RuleFile[] {
  return [
    { name: `signals/draft-${draft.slug}.yaml`, text: signalYaml(draft) },
    { name: `causes/draft/${draft.slug}.yaml`, text: causeYaml(draft, number, since) },
  ];
}

function signalYaml({ slug, cluster, pattern, texts, near }: Draft): string {
  const document = new Document([
    {
      id: `draft-${slug}`,
      literals: [pattern.literal],
      frame: pattern.frame,
      ...(Object.keys(pattern.captures).length > 0 && { captures: pattern.captures }),
      examples: {
        match: texts.map((text) => ({ origin: 'lab', text })),
        ...(near.length > 0 && { near: near.map((text) => ({ text, because: `${TODO}: why this is another failure` })) }),
      },
    },
  ]);
  document.commentBefore = ` A draft from ${cluster.logs} logs that no cause explains. Make the pattern as narrow as the program's source has the message.`;
  return document.toString({ lineWidth: 0 });
}

function causeYaml({ slug }: Draft, number: number, since: string): string {
  const document = new Document({
    id: `draft.${slug}`,
    code: `GM99${String(number).padStart(2, '0')}`,
    since,
    status: 'trial',
    severity: 'error',
    transient: false,
    prior: 'rare',
    title: `${TODO}: what is wrong, in one sentence`,
    why: `${TODO}: how one sees that, and why it comes about`,
    signals: { [`draft-${slug}`]: 'moderate' },
    'no-remedy': `${TODO}: remedies, or why there is none`,
  });
  (document.contents as YAMLMap).commentBefore = ' Move it to the folder of its family, and give it the next free code of that family.';
  return document.toString({ lineWidth: 0 });
}
