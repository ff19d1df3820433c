import { guardText } from '../../../report/guard.ts';
import type { Size } from '../../shell/screen.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { type ContentRow, paneRows } from '../../view/pane.ts';
import { type Row, row, span, spread } from '../../view/row.ts';
import type { Tone } from '../../view/theme.ts';
import { wrapHard } from '../../view/wrap-rows.ts';
import { words } from '../../words.ts';
import { mostBytes, type Part, type Result, type State } from './state.ts';

/** A paste with more lines than this is one row: a big one must not push the result away. */
const mostLines = 20;
/** Of a text that is shown whole, only so much of its end: it is looked at, not read. */
const mostShown = 8000;
const lowResult = 4;

const TONE: Readonly<Record<Result['standing'], Tone>> = {
  'very-likely': 'bad',
  likely: 'bad',
  possible: 'doubtful',
  unlikely: 'quiet',
  unknown: 'unknown',
  past: 'quiet',
  'no-failure': 'good',
};

/** How the screen draws a text that may hold secrets and escapes. */
export interface PasteLook {
  readonly glyphs: Glyphs;
  readonly ascii: boolean;
  /** The lines with their secrets hidden. */
  hide(text: string): string;
}

export function pasteRows(state: State, { columns, rows }: Size, look: PasteLook): Row[] {
  const { glyphs } = look;
  const head = spread(row(' modwhy paste', 'strong'), row(`${words.paste.stays} `, 'quiet'), columns, glyphs.more);
  const result = resultRows(state, columns, look);
  const left = rows - 1;
  const high = Math.min(result.length + 1, Math.max(lowResult, Math.floor(left / 2)));
  const input = inputRows(state, columns, look);
  const shown = { title: words.paste.title, rows: input, cursor: input.length - 1 };
  return [
    head,
    ...paneRows(shown, columns, left - high, true, glyphs),
    ...paneRows({ title: words.paste.result, rows: result, cursor: 0 }, columns, high, false, glyphs),
  ];
}

function inputRows(state: State, width: number, look: PasteLook): ContentRow[] {
  const folded = state.parts.findLastIndex((part) => part.lines > mostLines);
  const lines = state.parts.flatMap((part, index) => partRows(part, index === folded, state.result, width, look));
  const last = state.parts.at(-1);
  const open = last?.kind === 'typed' && last.lines <= mostLines && !last.text.endsWith('\n');
  const caret = span(look.glyphs.caret);
  if (open) lines[lines.length - 1] = [...lines.at(-1)!, caret];
  else lines.push([span('  '), caret]);
  return lines.map((spans, index) => ({ row: spans, block: index }));
}

function partRows(part: Part, last: boolean, result: Result | null, width: number, { hide, ascii }: PasteLook): Row[] {
  if (part.lines > mostLines) {
    const looks = last && result && result.looksLike !== '' ? words.paste.looksLike(result.looksLike) : '';
    const folded = `[${words.paste.folded[part.kind](part.lines, part.bytes)}${looks}]`;
    return wrapHard(folded, width - 4).map((line): Row => [span(`  ${line}`, 'command')]);
  }
  const text = part.text.length > mostShown ? part.text.slice(-mostShown) : part.text;
  const guarded = guardText(hide(text.replace(/\n$/, '')), { lines: true, ascii });
  return guarded.split('\n').flatMap((line) => wrapHard(line, width - 4).map((piece): Row => [span(`  ${piece}`)]));
}

function resultRows({ parts, result, left, changes }: State, width: number, { glyphs }: PasteLook): ContentRow[] {
  const plain = (text: string, tone: Tone = 'plain'): Row[] => wrapHard(text, width - 4).map((line) => [span(`  ${line}`, tone)]);
  const tip = ['', words.paste.tip].flatMap((text) => plain(text, 'quiet'));
  const cut = left > 0 ? plain(words.paste.cut(mostBytes, left), 'doubtful') : [];
  const rows = (): Row[] => {
    if (parts.length === 0) return [...plain(words.paste.empty, 'quiet'), ...tip];
    if (!result) return plain(words.paste.reading, 'quiet');
    const { file, standing, label, code, title, command, notes } = result;
    const old = result.of === changes ? [] : plain(words.paste.reading, 'quiet');
    if (file !== null) return [...plain(words.paste.file(file), 'strong'), ...old];
    const mark = standing === 'very-likely' || standing === 'likely' || standing === 'no-failure' ? glyphs.sure : glyphs[standing];
    const [first, ...more] = wrapHard(`${title}${code === '' ? '' : `  ${code}`}`, width - label.length - 8);
    return [
      [span(`  ${mark} ${label}  `, TONE[standing]), span(first ?? '', 'strong')],
      ...more.map((line): Row => [span(' '.repeat(label.length + 6)), span(line, 'strong')]),
      ...(command === null ? [] : [[span(`    ${command.split('\n')[0]}`, 'command')]]),
      ...old,
      ...notes.flatMap((note) => plain(note, 'doubtful')),
      ...tip,
    ];
  };
  return [...cut, ...rows()].map((spans, index) => ({ row: spans, block: index }));
}
