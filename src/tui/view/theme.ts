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

// The sixteen colours of the terminal only: the reader chose them to be legible.
const coloured: Theme = {
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

// Ink does not look at NO_COLOR, so a theme without colours has to.
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

export function themeOf(color: boolean): Theme {
  return color ? coloured : mono;
}
