import type { Texts } from '../../../i18n/texts.ts';
import type { Hypothesis, Place } from '../../../model/report.ts';
import { distinctLines, whereOf } from '../../../report/evidence-place.ts';
import { causeName, shownCode } from '../../../report/text-hypothesis.ts';
import { type Block, block } from '../../view/block.ts';
import { words } from '../../words.ts';
import { fixBlocks } from './fix-blocks.ts';
import type { Reading } from './model.ts';

/** A hypothesis as an entry of the list. */
export function hypothesisReading(hypothesis: Hypothesis, place: Place, log: string, texts: Texts): Reading {
  const fix = fixBlocks(hypothesis, place, texts);
  return {
    standing: hypothesis.label,
    label: texts.label[hypothesis.label],
    title: hypothesis.title,
    code: shownCode(hypothesis),
    group: null,
    why: whyBlocks(hypothesis, log, texts),
    fix: fix.length > 0 ? fix : [block('prose', '', words.noFix)],
    docs: hypothesis.docs,
    evidence: new Set(hypothesis.evidence.filter((item) => item.for && item.source.input === log).map(({ line }) => line)),
  };
}

/** Trouble that the build got over: worth knowing, nothing to cure. */
export function pastReading(hypothesis: Hypothesis, recovered: boolean, log: string, texts: Texts): Reading {
  return {
    ...hypothesisReading(hypothesis, 'posix', log, texts),
    standing: 'past',
    label: recovered ? words.recovered : words.tolerated,
    fix: [block('prose', '', words.recoveredNext)],
  };
}

function whyBlocks(hypothesis: Hypothesis, log: string, texts: Texts): Block[] {
  const why = hypothesis.why ? [block('prose', '', hypothesis.why)] : [];
  const contrast = hypothesis.contrast.map(({ against, because, line }, index) => {
    const where = line === null ? '' : texts.join.bracketed(texts.line(line));
    return block('contrast', index === 0 ? texts.row.notThis : '', `${causeName(against, texts)}${where}${texts.join.colon}${because}`, {
      line,
    });
  });
  return [...why, ...evidenceBlocks(hypothesis, true, log, texts), ...evidenceBlocks(hypothesis, false, log, texts), ...contrast];
}

function evidenceBlocks(hypothesis: Hypothesis, supports: boolean, log: string, texts: Texts): Block[] {
  const label = supports ? texts.row.for : texts.row.against;
  return distinctLines(hypothesis.evidence.filter((item) => item.for === supports)).map((item, index) =>
    block(
      supports ? 'evidence' : 'against',
      index === 0 ? label : '',
      item.source.input === log ? item.text : `${whereOf(item, log)}  ${item.text}`,
      {
        line: item.source.input === log ? item.line : null,
        ...(item.source.input !== log && { at: { file: item.source.input, line: item.line } }),
        note: item.says,
        opens: supports && index === 0,
      },
    ),
  );
}
