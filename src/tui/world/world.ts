import type { EditorTrouble } from './editor.ts';
import type { SaveResult } from './save.ts';

/** What screens do to the world outside the terminal. Tests give their own. */
export interface World {
  /** @returns the program that took it, or null when only the terminal was asked */
  copy(text: string): Promise<string | null>;
  /** @returns false when no browser could be started */
  openDocs(url: string): Promise<boolean>;
  /** Opens a file at a line in the editor that the reader named, while the terminal is handed over with `suspend`. */
  edit(place: FilePlace, suspend: (work: () => Promise<void>) => Promise<void>): Promise<EditorTrouble | null>;
  save(file: string, text: string, overwrite: boolean, log: string | null): SaveResult;
}

export interface FilePlace {
  readonly file: string;
  readonly line: number;
  /** The file that is explained. */
  readonly log: string;
}
