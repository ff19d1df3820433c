import type { Texts } from '../../../i18n/texts.ts';
import type { Incident, Report } from '../../../model/report.ts';
import { cutTexts } from '../../../report/cut-texts.ts';
import { nextCommands } from '../../../report/text-unknown.ts';
import { type Block, block } from '../../view/block.ts';
import { words } from '../../words.ts';
import type { Reading } from './model.ts';

const MOST_SEEN = 8;

/** A failure that the log does not explain: what was seen, what is missing, how to see more. */
export function unknownReading(incident: Incident, report: Report, texts: Texts): Reading {
  const { command } = incident;
  const why = command ? texts.unknown.command(texts.ended(command.text, command.line, command.exitCode)) : texts.unknown.nothing;
  const missing = cutTexts(report, texts).join(texts.join.semicolon) || texts.unknown.missingReason;
  const seen = seenBlocks(report, texts);
  return {
    standing: 'unknown',
    label: words.unexplained,
    title: texts.verdict.unknown,
    code: '',
    group: null,
    why: [
      block('prose', '', why, { line: seen.length === 0 ? (command?.line ?? null) : null }),
      ...seen,
      block('contrast', texts.row.missing, missing),
    ],
    fix: nextBlocks(incident, report, texts),
    docs: [],
    evidence: new Set(seen.flatMap(({ line }) => line ?? [])),
  };
}

function seenBlocks(report: Report, texts: Texts): Block[] {
  const seen = report.unexplained.slice(-MOST_SEEN).map(({ line, text }) => ({ line, text, note: null as string | null }));
  const download = report.timeline.findLast(({ kind }) => kind === 'download');
  if (download && !seen.some(({ line }) => line === download.line))
    seen.push({ line: download.line, text: download.text, note: texts.unknown.lastDownload });
  return seen
    .sort((one, other) => one.line - other.line)
    .map(({ line, text, note }, index) => block('evidence', index === 0 ? texts.row.seen : '', text, { line, note, opens: index === 0 }));
}

function nextBlocks(incident: Incident, report: Report, texts: Texts): Block[] {
  return [
    ...nextCommands(incident, report, texts).flatMap(({ title, command }, index) => [
      block('title', index === 0 ? texts.row.next : '', title),
      block('command', '', command, { command }),
    ]),
    block('plain', '', texts.unknown.steps.raw),
  ];
}
