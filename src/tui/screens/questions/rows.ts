import { displayWidth } from '../../../report/width.ts';
import type { Size } from '../../shell/screen.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { type ContentRow, paneRows } from '../../view/pane.ts';
import { type Row, row, span } from '../../view/row.ts';
import type { Tone } from '../../view/theme.ts';
import { wrapHard } from '../../view/wrap-rows.ts';
import { words } from '../../words.ts';
import type { State } from './state.ts';
import type { Choice, QuestionsView } from './view.ts';

const TONE: Readonly<Record<QuestionsView['causes'][number]['standing'], Tone>> = {
  'very-likely': 'bad',
  likely: 'bad',
  possible: 'doubtful',
  unlikely: 'quiet',
};
const MARK = { 'very-likely': 'sure', likely: 'sure', possible: 'possible', unlikely: 'unlikely' } as const;

/** Below this the command and the answers are all there is room for. */
const LEAST_ROWS = 16;

/** The question, what the answers so far make of the causes, and the answers themselves: what is lowest gives way first. */
export function questionRows({ view, cursor }: State, { columns, rows }: Size, glyphs: Glyphs): Row[] {
  const title = view.question ? words.questions.title(view.question.number) : words.questions.none;
  const ask = { title, rows: askRows(view, cursor, columns, rows < LEAST_ROWS, glyphs), cursor };
  const causes = { title: words.questions.soFar, rows: causeRows(view, columns, glyphs), cursor: 0 };
  const answered = { title: words.questions.answered, rows: answeredRows(view, columns), cursor: view.answered.length - 1 };
  const most = rows - Math.min(causes.rows.length + 1, Math.max(3, Math.floor(rows / 3)));
  const top = Math.min(ask.rows.length + 2, Math.max(most, 6));
  const rest = rows - top;
  const low =
    view.answered.length > 0 && rest > causes.rows.length + 2 ? Math.min(answered.rows.length + 1, rest - causes.rows.length - 2) : 0;
  return [
    ...paneRows(ask, columns, top, true, glyphs),
    ...paneRows(causes, columns, rest - low, false, glyphs),
    ...paneRows(answered, columns, low, false, glyphs),
  ];
}

function askRows({ question }: QuestionsView, cursor: number, width: number, low: boolean, glyphs: Glyphs): ContentRow[] {
  if (!question) return wrapHard(words.questions.done, width - 4).map((line) => ({ row: row(`  ${line}`), block: 0 }));
  const command = wrapHard(question.command, width - 6).map((line) => row(`    ${line}`, 'command'));
  if (low) {
    const choices = question.choices.flatMap((choice, index) =>
      choiceRows({ ...choice, leads: '' }, index, index === cursor, width, glyphs),
    );
    // With the first answer, the command stays in sight.
    return [...command.map((spans) => ({ row: spans, block: 0 })), ...choices];
  }
  const plain = (text: string, tone: Tone): ContentRow => ({ row: row(text, tone), block: -1 });
  return [
    ...wrapHard(words.questions.how, width - 4).map((line) => plain(`  ${line}`, 'quiet')),
    plain('', 'plain'),
    ...command.map((spans) => ({ row: spans, block: -1 })),
    plain('', 'plain'),
    ...question.choices.flatMap((choice, index) => choiceRows(choice, index, index === cursor, width, glyphs)),
  ];
}

function choiceRows({ key, text, leads }: Choice, index: number, chosen: boolean, width: number, glyphs: Glyphs): ContentRow[] {
  const lines = wrapHard(text, width - 7).map(
    (line, at): Row =>
      at === 0
        ? [span(chosen ? `${glyphs.cursor} ` : '  ', 'cursor'), span(`${key}  `, 'row'), span(line, chosen ? 'strong' : 'plain')]
        : [span('     '), span(line, chosen ? 'strong' : 'plain')],
  );
  const below = leads === '' ? [] : wrapHard(leads, width - 9).map((line): Row => [span(`       ${line}`, 'quiet')]);
  return [...lines, ...below].map((spans) => ({ row: spans, block: index }));
}

function causeRows({ causes }: QuestionsView, width: number, glyphs: Glyphs): ContentRow[] {
  const labels = Math.max(0, ...causes.map(({ label }) => displayWidth(label)));
  const indent = labels + 6;
  return causes.flatMap(({ label, standing, text }, index) => {
    const head: Row = [span(`  ${glyphs[MARK[standing]]} ${label}${' '.repeat(labels - displayWidth(label))}  `, TONE[standing])];
    return wrapHard(text, width - indent - 1).map(
      (line, at): ContentRow => ({
        row: at === 0 ? [...head, span(line)] : [span(' '.repeat(indent)), span(line)],
        block: index,
      }),
    );
  });
}

function answeredRows({ answered }: QuestionsView, width: number): ContentRow[] {
  return answered.flatMap((text, index) =>
    wrapHard(text, width - 4).map((line, at) => ({ row: row(`${at === 0 ? '  ' : '    '}${line}`), block: index })),
  );
}
