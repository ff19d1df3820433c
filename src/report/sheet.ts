/** One row: a label in a column, and what is said of it. */
export interface SheetRow {
  readonly label: string;
  readonly text: string;
  /** A command, a path, a line of a log or a value: shown as it is, never broken. */
  readonly verbatim?: boolean;
}

/** Rows that belong together. */
export interface SheetBlock {
  readonly heading?: string;
  readonly rows: readonly SheetRow[];
}

/** What a report says, before it is known whether as text or as Markdown. */
export interface Sheet {
  readonly title: string;
  /** Sentences below the title. */
  readonly lead: readonly string[];
  readonly blocks: readonly SheetBlock[];
  readonly notes: readonly string[];
}
