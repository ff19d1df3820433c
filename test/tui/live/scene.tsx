import { loadPack } from '../../../src/catalog/load.ts';
import { type Language, textsOf } from '../../../src/i18n/texts.ts';
import { createSession } from '../../../src/session/session.ts';
import type { Feed, Listener } from '../../../src/tui/screens/live/feed.ts';
import { type AtEnd, liveScreen } from '../../../src/tui/screens/live/screen.ts';
import { App } from '../../../src/tui/shell/app.tsx';
import { glyphsOf } from '../../../src/tui/view/glyphs.ts';
import { themeOf } from '../../../src/tui/view/theme.ts';
import { shownWindow } from '../../../src/watch/shown.ts';
import { createSource } from '../../../src/watch/source.ts';
import { recordingWorld } from '../recording-world.ts';
import { mount } from '../terminal.ts';

export interface LiveOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly ascii?: boolean;
  readonly language?: Language;
  readonly color?: boolean;
  readonly names?: readonly string[];
  readonly end?: AtEnd;
  readonly interrupt?: () => string | null;
}

/** The live screen on a terminal in this process; the test writes what its logs hold. */
export function openLive({
  columns,
  rows,
  ascii = false,
  language = 'en',
  color = false,
  names = ['ci/agent.log'],
  end,
  interrupt,
}: LiveOptions = {}) {
  const pack = loadPack(language);
  const sources = names.map((name) =>
    createSource(name, () => createSession(pack, { name, version: '0', language }), textsOf(language).watch.remark),
  );
  let listener: Listener | null = null;
  let stopped = false;
  const { world, copied } = recordingWorld();
  const feed: Feed = {
    title: 'watch',
    names,
    window: (file) => shownWindow(sources[file]!),
    behind: () => 0,
    ...(interrupt && { interrupt }),
    start(told) {
      listener = told;
      return () => {
        stopped = true;
      };
    },
  };
  const ui = mount(
    <App
      screen={liveScreen(feed, { ascii, language }, end)}
      look={{ glyphs: glyphsOf(ascii) }}
      theme={themeOf('dark', color)}
      world={world}
      stop={null}
    />,
    columns,
    rows,
  );
  const settle = async () => {
    listener!.grew();
    // A frame of the screen is drawn at most so often.
    await new Promise((resolve) => setTimeout(resolve, 130));
    return ui.screen();
  };
  return {
    ...ui,
    copied,
    stopped: () => stopped,
    settle,
    /** Writes whole lines, looks at them, and waits for the drawing. */
    async write(text: string, file = 0) {
      sources[file]!.bytes(Buffer.from(text));
      const looks = sources[file]!.log.look();
      if (looks.length > 0) listener!.looks(file, looks);
      return settle();
    },
    async happens(event: 'rotated' | 'truncated' | 'missing', file = 0) {
      sources[file]!.event(event);
      return settle();
    },
    async fails(message: string) {
      listener!.failed(0, message);
      return settle();
    },
    async ends() {
      const looks = sources[0]!.end();
      if (looks.length > 0) listener!.looks(0, looks);
      listener!.ended(looks.at(-1) ?? null);
      return settle();
    },
  };
}
