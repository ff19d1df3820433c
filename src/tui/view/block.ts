/** `prose` takes the whole width; the others stand beside the column of labels. */
export type Side = 'prose' | 'plain' | 'evidence' | 'against' | 'contrast' | 'command' | 'title' | 'warning' | 'bad' | 'quiet';

/** A piece of a pane that the cursor can stand on: a paragraph, a log line, a command. It knows nothing of the screen's width. */
export interface Block {
  readonly side: Side;
  /** Stands in the column on the left; empty for more of what is above. */
  readonly label: string;
  readonly text: string;
  /** A remark in the right margin, or below. */
  readonly note: string | null;
  /** The log line to zoom to. */
  readonly line: number | null;
  /** The file that `line` of `at` is in, when it is not the log. */
  readonly at?: { readonly file: string; readonly line: number };
  /** What Enter opens: the name of a cause or a signal. */
  readonly to?: string;
  /** What to copy; may have several lines. */
  readonly command: string | null;
  /** One row unless the cursor stands on it. */
  readonly brief?: boolean;
  /** Other labels that it can have, by name. */
  readonly labels?: Readonly<Record<string, string>>;
  /** A blank row goes before it where there is room. */
  readonly opens?: boolean;
}

export function block(side: Side, label: string, text: string, more: Partial<Block> = {}): Block {
  return { side, label, text, note: null, line: null, command: null, ...more };
}
