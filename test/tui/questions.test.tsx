import { afterEach, describe, expect, test } from 'vitest';
import { createSession } from '../../src/session/session.ts';
import { reportScreen } from '../../src/tui/main.ts';
import { App } from '../../src/tui/shell/app.tsx';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { themeOf } from '../../src/tui/view/theme.ts';
import { pack } from '../diagnose/questions/catalog.ts';
import { mount } from './terminal.ts';

// S24: the tree of the catalog, walked as questions on the screen.

const log = `$ go mod download
go: example.com/shop@v1.0.0: Get "https://proxy.golang.org/example.com/shop/@v/v1.0.0.mod": dial tcp: lookup proxy.golang.org on 127.0.0.53:53: server misbehaving
`;

let close: (() => void) | undefined;
afterEach(() => close?.());

function open(columns = 80, rows = 24, text = log, ascii = false) {
  const session = createSession(pack, { name: 'build.log', version: 'test' });
  session.push(Buffer.from(text));
  const copied: string[] = [];
  const world = {
    copy: async (text: string) => {
      copied.push(text);
      return null;
    },
    openDocs: async () => true,
    edit: async () => null,
    save: () => 'saved' as const,
  };
  const screen = reportScreen(session, session.report(), { ascii, language: 'en' });
  const ui = mount(
    <App screen={screen} look={{ glyphs: glyphsOf(ascii) }} theme={themeOf('mono', true)} world={world} stop={null} />,
    columns,
    rows,
  );
  close = ui.close;
  return { ...ui, copied, session };
}

describe('S24: questions on the screen', () => {
  test.each([
    [80, 24],
    [140, 40],
    [40, 10],
  ])('%i x %i', async (columns, rows) => {
    const ui = open(columns, rows);
    expect(await ui.press('a')).toMatchSnapshot('the first question');
    expect(await ui.press('2')).toMatchSnapshot('after an answer');
    expect(await ui.press('2')).toMatchSnapshot('nothing left to ask');
  });

  test('an answer changes the causes at once, and taking it back restores them', async () => {
    const ui = open();
    const before = await ui.screen();
    expect(before).toContain('undecided  press a: 3 questions would settle it');
    expect(await ui.press('a', '2', '1', 'q')).toContain('> 1 ◐ possible  This build has no network');
    expect(ui.session.report().answers!.map(({ question, outcome }) => `${question}=${outcome}`)).toEqual([
      'names-resolve=nothing',
      'way-out=none',
    ]);
    await ui.press('a', 'b', 'b');
    expect(ui.session.report().answers).toBeUndefined();
    expect(await ui.press('q')).toBe(before);
  });

  test('Enter takes the answer with the cursor, 0 says that one does not know', async () => {
    const ui = open();
    expect(await ui.press('a', 'j', '\r')).toContain('getent hosts proxy.golang.org: prints nothing');
    expect(await ui.press('0')).toContain('way-out: not known');
    expect(ui.session.report().answers!.map(({ question }) => question)).toEqual(['names-resolve']);
  });

  test('the command is copied', async () => {
    const ui = open();
    expect(await ui.press('a', 'y')).toContain('asked the terminal to copy: getent hosts proxy.golang.org');
    expect(ui.copied).toEqual(['getent hosts proxy.golang.org']);
  });

  test('a number without an answer does nothing', async () => {
    const ui = open();
    const asked = await ui.press('a');
    expect(await ui.press('3', '9')).toBe(asked);
  });

  test('where the log decides there is nothing to ask', async () => {
    const ui = open(
      80,
      24,
      '$ go build ./...\ngo: inconsistent vendoring in /src/shop:\n\texample.com/a@v1.0.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt\n',
    );
    expect(await ui.screen()).not.toContain('a questions');
    expect(await ui.press('a')).toContain('the log decides by itself');
  });

  test('nothing outside ASCII', async () => {
    const ui = open(80, 24, log, true);
    expect(await ui.press('a', '2')).toMatch(/^[\n\x20-\x7e]*$/);
  });

  test('what a log holds cannot act on the terminal', async () => {
    const ui = open(80, 24, log.replace('example.com/shop@', 'example.com/\u001b[2Jshop@'));
    expect(await ui.press('a')).not.toContain('\u001b');
  });
});
