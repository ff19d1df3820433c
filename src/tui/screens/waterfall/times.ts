import type { Texts } from '../../../i18n/texts.ts';
import { sinceBefore, sinceError, tookText, whatText } from '../../../report/waterfall/columns.ts';
import { clockText, signedDuration } from '../../../report/waterfall/duration.ts';
import type { WaterfallRow } from '../../../report/waterfall/model.ts';
import { thousands, words } from '../../words.ts';
import type { WaterfallView } from './rows.ts';
import type { WaterfallState } from './state.ts';

/** When a row was, as the reader wants to see it. @param index of the row */
export function timeText({ fall, time }: WaterfallState, index: number): string {
  const { start, at } = fall.rows[index]!;
  if (time === 'clock') return at === null ? '' : clockText(at);
  const ms = time === 'since' ? start : time === 'delta' ? sinceBefore(fall, index) : sinceError(fall, index);
  return ms === null ? '' : signedDuration(ms);
}

/** Everything about a row, for the line below the bars and for those who listen. */
export function detailTexts(state: WaterfallState, index: number, ellipsis: string, texts: Texts): string[] {
  const { fall, mark } = state;
  const row = fall.rows[index]!;
  const { start, status, line, lane, at } = row;
  const took = tookText(row, texts);
  const marked = mark === null || mark === index ? null : fall.rows[mark]!;
  const error = index === fall.firstError ? null : sinceError(fall, index);
  return [
    ...(line === null ? [] : [words.speak.line(line)]),
    ...(index === fall.firstError ? [texts.waterfall.firstError] : []),
    ...(start === null ? [] : [signedDuration(start)]),
    ...(at === null ? [] : [clockText(at)]),
    ...(marked === null ? [] : [fromMark(row, marked)]),
    ...(error === null ? [] : [words.waterfall.fromError(signedDuration(error))]),
    ...(took === '' ? [] : [row.ms === null ? took : words.waterfall.took(took)]),
    ...(status === null ? [] : [words.waterfall.status(status)]),
    whatText(row, ellipsis, texts),
    ...(lane === '' ? [] : [lane]),
  ];
}

function fromMark(row: WaterfallRow, mark: WaterfallRow): string {
  if (mark.track !== row.track || mark.start === null || row.start === null) return words.waterfall.apart;
  return words.waterfall.fromMark(signedDuration(row.start - mark.start));
}

/** The row of the cursor as a sentence, and how many there are. */
export function speakWaterfall(
  state: WaterfallState,
  before: WaterfallState | null,
  { texts, log }: Pick<WaterfallView, 'texts' | 'log'>,
): string[] {
  const { shown, cursor, fall } = state;
  const index = shown[cursor];
  const here =
    index === undefined
      ? [fall.rows.length === 0 ? words.waterfall.nothing : words.waterfall.none]
      : [`${thousands(cursor + 1)} / ${thousands(shown.length)}${words.colon}${detailTexts(state, index, '…', texts).join(words.comma)}`];
  if (state.log !== null) {
    const text = log.lines(state.log, 1)[0]?.text ?? '';
    return state.log === before?.log ? [] : [words.speak.logLine(state.log, state.lines, false, text)];
  }
  if (before === null) return [words.waterfall.title, words.waterfall.rows(thousands(shown.length), thousands(fall.rows.length)), ...here];
  return shown !== before.shown || cursor !== before.cursor || state.mark !== before.mark || state.log !== before.log ? here : [];
}
