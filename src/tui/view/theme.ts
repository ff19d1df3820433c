/** What a piece of text means; how that looks is the theme's business. */
export type Tone =
  | 'plain'
  | 'strong'
  | 'quiet'
  | 'rule'
  | 'focus'
  | 'row'
  | 'command'
  | 'cursor'
  | 'evidence'
  | 'match'
  | 'notice'
  | 'bad'
  | 'doubtful'
  | 'good'
  | 'unknown';

/** The part of Ink's text properties that a theme may set. */
interface Look {
  readonly color?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
  readonly underline?: boolean;
}

export type Theme = Readonly<Record<Tone, Look>>;
const themeNames = ['auto', 'dark', 'light', 'mono'] as const;
export type ThemeName = (typeof themeNames)[number];

// The sixteen colours of the terminal only: the reader chose them to be legible.
const terminal: Theme = {
  plain: {},
  strong: { bold: true },
  quiet: { dimColor: true },
  rule: { dimColor: true },
  focus: { color: 'cyan', bold: true },
  row: { color: 'cyan' },
  command: { bold: true },
  cursor: { bold: true, color: 'cyan' },
  evidence: { color: 'yellow' },
  match: { inverse: true },
  notice: { inverse: true },
  bad: { color: 'red', bold: true },
  doubtful: { color: 'yellow' },
  good: { color: 'green', bold: true },
  unknown: { color: 'magenta', bold: true },
};

/** For black backgrounds and those of usual dark schemes: every colour has a contrast of 4.5 or more there. */
export const dark: Theme = {
  ...terminal,
  quiet: { color: '#a8a8a8' },
  rule: { color: '#8a8a8a' },
  focus: { color: '#5fd7ff', bold: true },
  row: { color: '#5fd7ff' },
  cursor: { color: '#5fd7ff', bold: true },
  evidence: { color: '#ffd75f' },
  bad: { color: '#ff8787', bold: true },
  doubtful: { color: '#ffd75f' },
  good: { color: '#87d787', bold: true },
  unknown: { color: '#d7afff', bold: true },
};

/** For white backgrounds and those of usual light schemes: every colour has a contrast of 4.5 or more there. */
export const light: Theme = {
  ...terminal,
  quiet: { color: '#585858' },
  rule: { color: '#6c6c6c' },
  focus: { color: '#005f87', bold: true },
  row: { color: '#005f87' },
  cursor: { color: '#005f87', bold: true },
  evidence: { color: '#875f00' },
  bad: { color: '#af0000', bold: true },
  doubtful: { color: '#875f00' },
  good: { color: '#005f00', bold: true },
  unknown: { color: '#87008f', bold: true },
};

// Ink does not look at NO_COLOR, so a theme without colours has to. What is dim in some terminals cannot be read.
const mono: Theme = {
  plain: {},
  strong: { bold: true },
  quiet: {},
  rule: {},
  focus: { bold: true },
  row: {},
  command: { bold: true },
  cursor: { bold: true },
  evidence: { underline: true },
  match: { inverse: true },
  notice: { inverse: true },
  bad: { bold: true },
  doubtful: {},
  good: { bold: true },
  unknown: { bold: true },
};

/**
 * The theme by its name; without colour always `mono`.
 * @param background the variable COLORFGBG, in which some terminals tell their colours: `0;15` is black on white
 */
export function themeOf(name: ThemeName, color: boolean, background = ''): Theme {
  if (!color || name === 'mono') return mono;
  if (name === 'auto') return /;(?:7|15)$/.test(background) ? light : terminal;
  return name === 'dark' ? dark : light;
}
