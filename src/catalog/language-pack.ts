import type { Catalog, Cause, Pack, Playbook } from '../model/catalog.ts';
import { createOwnTexts } from './own-texts.ts';

/** The causes and playbooks of one language: the length of each line in bytes, then one of them a line, causes first. */
export function writeLanguage({ causes, playbooks }: Pick<Catalog, 'causes' | 'playbooks'>): string {
  const lines = [...causes, ...playbooks].map((rule) => `${JSON.stringify(rule)}\n`);
  return `${JSON.stringify({ causes: causes.length, lengths: lines.map((line) => Buffer.byteLength(line)) })}\n${lines.join('')}`;
}

/**
 * A pack whose causes and playbooks speak another language. Signals, and all that decides what a log means, are those of the pack.
 * @param bytes what `writeLanguage` wrote, of the same rules
 */
export function withLanguage(pack: Pack, bytes: Buffer): Pack {
  const headEnd = bytes.indexOf('\n') + 1;
  const { causes, lengths } = JSON.parse(bytes.toString('utf8', 0, headEnd)) as { causes: number; lengths: readonly number[] };
  const starts: number[] = [];
  for (let next = 0, start = headEnd; next < lengths.length; start += lengths[next++]!) starts.push(start);
  const known: (Cause | Playbook)[] = [];
  const ownTexts = createOwnTexts();
  const rule = (line: number): Cause | Playbook => {
    if (known[line]) return known[line];
    const from = starts[line]!;
    const read = JSON.parse(bytes.toString('utf8', from, from + lengths[line]!)) as Cause | Playbook;
    ownTexts.add(read);
    return (known[line] = read);
  };
  return {
    ...pack,
    cause: (position) => rule(position) as Cause,
    playbook: (position) => rule(causes + position) as Playbook,
    isOwn: (text) => ownTexts.has(text) || pack.isOwn(text),
  };
}
