import { asciiBars, type BarGlyphs, unicodeBars } from '../../report/waterfall/bar.ts';

/** Every symbol that the screen draws. Each is one column wide, except `more` in ASCII. */
export interface Glyphs {
  readonly cursor: string;
  readonly sure: string;
  readonly possible: string;
  readonly unlikely: string;
  readonly unknown: string;
  readonly past: string;
  readonly evidence: string;
  readonly rule: string;
  /** The rule of the pane that the keys act on. */
  readonly focusRule: string;
  readonly divider: string;
  readonly more: string;
  readonly caret: string;
  readonly bars: BarGlyphs;
  /** Heights of a bar of one column, the lowest first. */
  readonly levels: string;
}

const unicode: Glyphs = {
  cursor: '>',
  sure: '●',
  possible: '◐',
  unlikely: '○',
  unknown: '?',
  past: '-',
  evidence: '!',
  rule: '─',
  focusRule: '━',
  divider: '│',
  more: '…',
  caret: '_',
  bars: unicodeBars,
  levels: '▁▂▃▄▅▆▇█',
};

const ascii: Glyphs = {
  ...unicode,
  sure: '*',
  possible: '+',
  unlikely: 'o',
  rule: '-',
  focusRule: '=',
  divider: '|',
  more: '...',
  bars: asciiBars,
  levels: '.:-=+*#@',
};

export function glyphsOf(asciiOnly: boolean): Glyphs {
  return asciiOnly ? ascii : unicode;
}
