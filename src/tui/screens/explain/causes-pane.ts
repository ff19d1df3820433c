import { cutToWidth, displayWidth, padToWidth } from '../../../report/width.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import type { Content, ContentRow } from '../../view/pane.ts';
import { type Row, row, span } from '../../view/row.ts';
import type { Tone } from '../../view/theme.ts';
import { wrapHard } from '../../view/wrap-rows.ts';
import { words } from '../../words.ts';
import type { Model, Reading, Standing } from './model.ts';
import type { State } from './state.ts';

const MOST_ROWS = 3;

const STANDING_TONE: Readonly<Record<Standing, Tone>> = {
  'very-likely': 'bad',
  likely: 'bad',
  possible: 'doubtful',
  unlikely: 'quiet',
  unknown: 'unknown',
  past: 'quiet',
  'no-failure': 'good',
};

/** The list of causes. In a narrow column the title stands below its label. */
export function causesPane(model: Model, state: State, width: number, column: boolean, glyphs: Glyphs): Content {
  const labels = Math.max(...model.readings.map(({ label }) => displayWidth(label)));
  const rows = model.readings.flatMap((reading, index): ContentRow[] => {
    const chosen = index === state.reading;
    const group = reading.group === null ? [] : [row(` ${reading.group}`, 'strong')];
    const own = column ? below(reading, index, chosen, width, glyphs) : beside(reading, index, chosen, labels, width, glyphs);
    return [...group, ...own].map((spans) => ({ row: spans, block: index }));
  });
  return { title: words.pane.causes, rows, cursor: state.reading };
}

function beside(reading: Reading, index: number, chosen: boolean, labels: number, width: number, glyphs: Glyphs): Row[] {
  const head = entryHead(reading, index, chosen, glyphs);
  const indent = 6 + labels + 2;
  const titles = titleLines(reading.title, width - indent - 1, chosen ? MOST_ROWS : 1, glyphs);
  return titles.map((title, at) =>
    at === 0
      ? [
          ...head,
          span(padToWidth(reading.label, labels), STANDING_TONE[reading.standing]),
          span('  '),
          span(title, chosen ? 'strong' : 'plain'),
        ]
      : [span(' '.repeat(indent)), span(title, chosen ? 'strong' : 'plain')],
  );
}

function below(reading: Reading, index: number, chosen: boolean, width: number, glyphs: Glyphs): Row[] {
  const titles = titleLines(reading.title, width - 7, MOST_ROWS, glyphs);
  return [
    [
      ...entryHead(reading, index, chosen, glyphs),
      span(reading.label, STANDING_TONE[reading.standing]),
      span(`  ${reading.code}`, 'quiet'),
    ],
    ...titles.map((title): Row => [span('      '), span(title, chosen ? 'strong' : 'plain')]),
  ];
}

function entryHead({ standing }: Reading, index: number, chosen: boolean, glyphs: Glyphs): Row {
  const number = index < 9 ? String(index + 1) : ' ';
  return [
    span(chosen ? `${glyphs.cursor} ` : '  ', 'cursor'),
    span(`${number} `, 'quiet'),
    span(`${markOf(standing, glyphs)} `, STANDING_TONE[standing]),
  ];
}

function titleLines(title: string, width: number, most: number, glyphs: Glyphs): string[] {
  const lines = wrapHard(title, width);
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), cutToWidth(rest, width, glyphs.more)];
}

function markOf(standing: Standing, glyphs: Glyphs): string {
  if (standing === 'possible' || standing === 'unlikely' || standing === 'unknown' || standing === 'past') return glyphs[standing];
  return standing === 'no-failure' ? glyphs.unlikely : glyphs.sure;
}
