import type { Texts } from '../i18n/texts.ts';
import type { Finding } from '../model/finding.ts';
import type { Hypothesis } from '../model/report.ts';
import type { Candidate, CauseSource } from './ledger.ts';

const maxRows = 4;

/** Why the obvious other readings do not lead: what the top cause explains, and what only somebody else saw. */
export function contrastOf(
  top: Candidate,
  candidates: readonly Candidate[],
  hearsay: readonly Finding[],
  causes: CauseSource,
  words: Texts['diagnosis']['contrast'],
): Hypothesis['contrast'] {
  const contrast: Hypothesis['contrast'] = [];
  const add = (against: string, because: string, line: number | null) => {
    if (contrast.length < maxRows && !contrast.some((row) => row.against === against)) contrast.push({ against, because, line });
  };
  for (const finding of [...hearsay].sort((a, b) => b.end - a.end)) {
    const meant = finding.signal.speaks
      .filter(([, word]) => word === 'strong' || word === 'decisive')
      .map(([position]) => causes.cause(position))
      .find((cause) => cause !== top.cause);
    if (!meant) continue;
    const linked = top.cause.links.find((link) => link.target === meant.id && link.because);
    const who = words.observers[finding.observer] ?? words.server;
    add(meant.id, linked?.because ?? words.notHere(who), finding.line.number);
  }
  for (const rival of candidates) {
    if (rival.explainedBy?.cause !== top.cause || rival.explainedBy.because === null) continue;
    add(rival.cause.id, rival.explainedBy.because, rival.entries[0]!.finding.line.number);
  }
  return contrast;
}
