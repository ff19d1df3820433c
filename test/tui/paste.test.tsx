import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { droppedPath } from '../../src/tui/screens/paste/dropped-path.ts';
import { type Explained, pasteScreen } from '../../src/tui/screens/paste/screen.ts';
import { initialState, mostBytes, reduce, textOf } from '../../src/tui/screens/paste/state.ts';
import { App } from '../../src/tui/shell/app.tsx';
import { createPasteJoiner } from '../../src/tui/shell/paste-stream.ts';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { themeOf } from '../../src/tui/view/theme.ts';
import { recordingWorld } from './recording-world.ts';
import { mount } from './terminal.ts';

let close: (() => void) | undefined;
afterEach(() => close?.());

const result: Explained['result'] = {
  standing: 'likely',
  label: 'likely',
  title: 'go.sum has no entry for golang.org/x/net',
  code: 'GM0603',
  command: 'go mod tidy',
  looksLike: 'go build, github-actions',
  notes: ['2 secrets were hidden: 1 in a URL, 1 in a header'],
  file: null,
};

function open(columns: number, rows: number) {
  const texts: string[] = [];
  const world = {
    ascii: false,
    hide: (text: string) => text.replaceAll('hunter2', '<secret-1>'),
    async explain(text: string) {
      texts.push(text);
      return { result, screen: () => expect.fail('nobody pressed Enter') };
    },
    open: () => expect.fail('nobody opened a file'),
  };
  const { world: outside } = recordingWorld();
  const ui = mount(
    <App screen={pasteScreen(world)} look={{ glyphs: glyphsOf(false) }} theme={themeOf('mono', true)} world={outside} stop={null} />,
    columns,
    rows,
  );
  close = ui.close;
  return { ...ui, texts };
}

const pasted = (text: string) => `\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`;
const pauseOver = () => new Promise((resolve) => setTimeout(resolve, 250));

describe('the paste screen', () => {
  test.each([
    [80, 24],
    [140, 40],
    [40, 10],
  ])('%i x %i', async (columns, rows) => {
    const ui = open(columns, rows);
    expect(await ui.screen()).toMatchSnapshot('empty');
    await ui.press(pasted('go: example.com/app imports\n\tgolang.org/x/net/html: missing go.sum entry\n'));
    await ui.press(pasted('go: downloading hunter2\n'.repeat(214)));
    await pauseOver();
    expect(await ui.screen()).toMatchSnapshot('explained');
  });

  test('what is added within the pause is explained once, with all of it', async () => {
    const ui = open(80, 24);
    await ui.press(pasted('one\n'), 't', 'w', 'o', pasted('three'));
    await pauseOver();
    expect(ui.texts).toEqual(['one\ntwothree']);
  });

  test('20 lines are shown, 21 are folded; a secret is not shown either way', async () => {
    const ui = open(80, 40);
    expect(await ui.press(pasted('hunter2\n'.repeat(20)))).toContain('<secret-1>\n');
    await ui.press('\u0015');
    expect(await ui.press(pasted('hunter2\n'.repeat(21)))).toContain('[pasted 21 lines, 168 bytes]');
  });

  test('Backspace takes a letter back, then a whole paste; escapes in the text do nothing', async () => {
    const ui = open(80, 24);
    const screen = await ui.press(pasted('a\u001b[2Jb'), 'x', 'y', '\u007f');
    expect(screen).toContain('  a<U+001B>[2Jb\n  x_');
    expect(await ui.press('\u007f', '\u007f')).toContain('What is pasted is explained at once.');
  });

  test('letters that are keys elsewhere are text', async () => {
    const ui = open(80, 24);
    expect(await ui.press('q', '?', 'j')).toContain('  q?j_');
    expect(ui.hasLeft()).toBe(false);
  });
});

describe('the text', () => {
  test('a paste of any size keeps at most 20 MB, whole characters, and counts the rest', () => {
    const all = `${'日'.repeat(mostBytes / 3)}日本`;
    const state = reduce(initialState, { type: 'paste', text: all });
    expect(state.bytes).toBeLessThanOrEqual(mostBytes);
    expect(mostBytes - state.bytes).toBeLessThan(3);
    expect(state.bytes + state.left).toBe(Buffer.byteLength(all));
    expect(textOf(state)).not.toContain('\ufffd');
    expect(reduce(state, { type: 'letter', text: 'xxxx' }).left).toBeGreaterThan(state.left);
  });

  test('line ends of every system are one kind', () => {
    expect(textOf(reduce(initialState, { type: 'paste', text: 'a\r\nb\rc\nd' }))).toBe('a\nb\nc\nd');
  });

  test('what is typed and taken back letter by letter leaves nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let state = initialState;
        for (const letter of text) state = reduce(state, { type: 'letter', text: letter });
        expect(textOf(state)).toBe(text);
        expect(state.bytes).toBe(Buffer.byteLength(text));
        for (const _ of text) state = reduce(state, { type: 'erase' });
        expect([textOf(state), state.bytes, state.parts]).toEqual(['', 0, []]);
      }),
    );
  });
});

describe('a paste that comes in pieces', () => {
  const whole = `keys\u001b[200~a log\rwith \u001b[31mcolours\u001b[0m and \u001b[20 half marks\u001b[201~\u001b[A\u001b[200~\u001b[201~end`;

  test('is one piece, however it was cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: whole.length })), (cuts) => {
        const join = createPasteJoiner();
        const places = [...new Set([0, ...cuts, whole.length])].sort((a, b) => a - b);
        const out = places.slice(1).flatMap((place, index) => join(whole.slice(places[index], place)));
        expect(out.join('')).toBe(whole);
        // A mark that is cut after its first or second character is left to Ink, which knows it too.
        const cutsMark = places.some((place) => /\u001b\[?$/.test(whole.slice(0, place)) && /^\[?200~/.test(whole.slice(place)));
        if (!cutsMark) expect(out.filter((piece) => piece.startsWith('\u001b[200~'))).toHaveLength(2);
      }),
    );
  });

  test('a key does not wait', () => {
    const join = createPasteJoiner();
    expect(['\u001b', '\u001b[A', 'x', '\u001b['].map((key) => join(key))).toEqual([['\u001b'], ['\u001b[A'], ['x'], ['\u001b[']]);
  });
});

describe('a file that was dropped', () => {
  test.each([
    ['/tmp/build.log', '/tmp/build.log'],
    [' /tmp/build.log \n', '/tmp/build.log'],
    ["'/tmp/my build.log'", '/tmp/my build.log'],
    ['"/tmp/my build.log"', '/tmp/my build.log'],
    ['/tmp/my\\ build\\(1\\).log', '/tmp/my build(1).log'],
    ['~/build.log', '/home/ada/build.log'],
    ['file:///tmp/my%20build.log', '/tmp/my build.log'],
    ['file:///C:/logs/build.log', 'C:/logs/build.log'],
    ['C:\\logs\\build.log', 'C:\\logs\\build.log'],
    ['file://other.corp.test/share/build.log', null],
    ['file:///tmp/%00', null],
    ['file:///tmp/%zz', null],
    ['go: one line\ngo: two lines', null],
    ['', null],
    ['a'.repeat(5000), null],
  ])('%j', (text, path) => {
    expect(droppedPath(text, '/home/ada')).toBe(path);
  });
});
