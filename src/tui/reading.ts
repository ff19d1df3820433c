import type { Texts } from '../i18n/texts.ts';
import type { Hypothesis, Place } from '../model/report.ts';
import { distinctLines, shownCode } from '../report/text-hypothesis.ts';
import { fixBlocks } from './fix-blocks.ts';
import { type Block, block, type Reading } from './model.ts';
import { words } from './words.ts';

/** A hypothesis as an entry of the list. */
export function hypothesisReading(hypothesis: Hypothesis, place: Place, texts: Texts): Reading {
  const fix = fixBlocks(hypothesis, place, texts);
  return {
    standing: hypothesis.label,
    label: texts.label[hypothesis.label],
    title: hypothesis.title,
    code: shownCode(hypothesis),
    group: null,
    why: whyBlocks(hypothesis, texts),
    fix: fix.length > 0 ? fix : [block('prose', '', words.noFix)],
    docs: hypothesis.docs,
    evidence: new Set(hypothesis.evidence.filter((item) => item.for).map(({ line }) => line)),
  };
}

/** Trouble that the build got over: worth knowing, nothing to cure. */
export function pastReading(hypothesis: Hypothesis, recovered: boolean, texts: Texts): Reading {
  return {
    ...hypothesisReading(hypothesis, 'posix', texts),
    standing: 'past',
    label: recovered ? words.recovered : words.tolerated,
    fix: [block('prose', '', words.recoveredNext)],
  };
}

function whyBlocks(hypothesis: Hypothesis, texts: Texts): Block[] {
  const why = hypothesis.why ? [block('prose', '', hypothesis.why)] : [];
  const contrast = hypothesis.contrast.map(({ against, because, line }, index) => {
    const where = line === null ? '' : ` (${texts.line(line)})`;
    return block('contrast', index === 0 ? texts.row.notThis : '', `${slugWords(against)}${where}: ${because}`, { line });
  });
  return [...why, ...evidenceBlocks(hypothesis, true, texts), ...evidenceBlocks(hypothesis, false, texts), ...contrast];
}

function evidenceBlocks(hypothesis: Hypothesis, supports: boolean, texts: Texts): Block[] {
  const label = supports ? texts.row.for : texts.row.against;
  return distinctLines(hypothesis.evidence.filter((item) => item.for === supports)).map((item, index) =>
    block(supports ? 'evidence' : 'against', index === 0 ? label : '', item.text, {
      line: item.line,
      note: item.says,
      opens: supports && index === 0,
    }),
  );
}

/** `network.connect-refused` is a name for programs; a reader gets `connect refused`. */
function slugWords(against: string): string {
  return /^[a-z0-9-]+\.[a-z0-9-]+$/.test(against) ? against.slice(against.indexOf('.') + 1).replaceAll('-', ' ') : against;
}
