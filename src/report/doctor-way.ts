import type { DoctorTexts } from '../i18n/en-doctor.ts';
import type { DoctorReport, DoctorStep } from '../model/doctor.ts';
import { list, type Style } from './page.ts';
import { displayWidth } from './width.ts';

// Of the tree, what go comes to on every way that ends well.
const usual: readonly DoctorStep['question'][] = ['reachable', 'answers', 'checksums'];

/** The decision tree as it was walked: each question on go's way with its answer, where it ended, and what it did not come to. @param report guarded */
export function wayRows({ steps, answer, verdict }: DoctorReport, words: DoctorTexts, style: Style): string[] {
  const walked = steps.filter(({ onWay }) => onWay);
  if (walked.length === 0) return [];
  const end = answer?.step ?? (verdict === 'failed' ? walked.find(({ outcome }) => outcome === 'failed')?.id : undefined);
  const asked = new Set(steps.map(({ question }) => question));
  const width = Math.max(...[...Object.values(words.outcome), words.notReached].map(displayWidth));
  const row = (said: string, question: string, host: string | null, mark: string) =>
    `${said}${' '.repeat(width - displayWidth(said))}  ${question}${host === null ? '' : ` ${host}`}${mark}`;
  const way = walked.map(({ id, outcome, question, host }) =>
    row(words.outcome[outcome], words.question[question], host, id === end ? `  <- ${words.stopsHere}` : ''),
  );
  const missed = end === undefined ? [] : usual.filter((one) => !asked.has(one));
  // The cache is looked at in any case, and last.
  const cache = walked.findIndex(({ question }) => question === 'cache');
  way.splice(cache < 0 ? way.length : cache, 0, ...missed.map((one) => row(words.notReached, words.question[one], null, '')));
  return ['', ...list(words.way, way, style)];
}
