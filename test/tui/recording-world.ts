import type { EditorTrouble } from '../../src/tui/world/editor.ts';
import type { FilePlace, World } from '../../src/tui/world/world.ts';

export interface WorldOptions {
  readonly program?: string | null;
  readonly browser?: boolean;
  readonly editor?: EditorTrouble | null;
  /** Files that are there already. */
  readonly files?: readonly string[];
}

/** A world that notes what screens did to it. */
export function recordingWorld({ program = null, browser = true, editor = null, files = [] }: WorldOptions = {}) {
  const copied: string[] = [];
  const opened: string[] = [];
  const edited: FilePlace[] = [];
  const saved = new Map<string, string>(files.map((file) => [file, 'old']));
  const world: World = {
    copy: async (text) => {
      copied.push(text);
      return program;
    },
    openDocs: async (url) => {
      opened.push(url);
      return browser;
    },
    edit: async (place) => {
      edited.push(place);
      return editor;
    },
    save(file, text, overwrite) {
      if (saved.has(file) && !overwrite) return 'exists';
      saved.set(file, text);
      return 'saved';
    },
  };
  return { world, copied, opened, edited, saved };
}
