import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith, modwhy } from '../cli/modwhy.ts';
import { onPty } from './program.ts';

const failure =
  'go: example.com/shop@v1.0.0: Get "https://proxy.golang.org/example.com/shop/@v/v1.0.0.mod": dial tcp: lookup proxy.golang.org on 127.0.0.53:53: server misbehaving\n';
const log = `$ go mod download\n${failure}`;
const answer = 'The name server 127.0.0.53:53 is broken';

/** A log of this size whose last lines say what failed. */
function bigLog(bytes: number): string {
  const line = 'go: downloading example.com/north/wind v1.2.3 and some more words that fill a line of a usual length\n';
  return `$ go mod download\n${line.repeat(Math.ceil((bytes - log.length) / line.length))}${failure}`.slice(-bytes);
}

async function open(size: { columns?: number; rows?: number; cwd?: string } = {}) {
  const screen = onPty(['paste'], size);
  await screen.until('What is pasted');
  return screen;
}

describe('modwhy paste on a real terminal', () => {
  test('one line, then typed letters, then Enter', async () => {
    const screen = await open();
    screen.paste(failure);
    await screen.until(answer);
    screen.write('more');
    await screen.until('more_');
    // As quick as nobody types, Enter would be a line end of what a terminal pastes without its marks.
    await setTimeout(100);
    screen.write('\r');
    await screen.until('━ Causes');
    expect(screen.screen()).toContain(answer);
  });

  test('leaves the answer in the scrollback and the terminal as it was', async () => {
    const screen = await open();
    screen.paste(log);
    await screen.until(answer);
    screen.write('\u001b');
    await screen.until('Esc once more leaves');
    screen.write('\u001b');
    expect(await screen.ended()).toMatchObject({ exitCode: 0 });
    expect(screen.screen()).toContain(`modwhy: stdin: possible: ${answer}`);
    expect(screen.raw()).toContain('\u001b[?2004l');
    expect(screen.raw()).toContain('\u001b[?1049l');
  });

  test('10,000 lines fold to one row', async () => {
    const screen = await open();
    screen.paste(`${'go: downloading example.com/a v1.0.0\n'.repeat(9_999)}${failure}`);
    await screen.until('[pasted 10,000 lines, 3');
    await screen.until(answer);
  });

  test.each([
    [5, 15_000],
    [20, 60_000],
  ])(
    '%i MB',
    async (megabytes, patience) => {
      const screen = await open();
      screen.paste(bigLog(megabytes << 20));
      await screen.until(answer, patience);
      expect(screen.screen()).toContain(`${megabytes}.0 MB`);
      expect(screen.screen()).not.toContain('were left out');
    },
    90_000,
  );

  test('what comes after 20 MB is left out, and that is said', async () => {
    const screen = await open();
    screen.paste(log + 'x'.repeat((20 << 20) + 1000));
    await screen.until('Only the first 20 MB are kept', 60_000);
    await screen.until(answer, 20_000);
  }, 90_000);

  test('CRLF, NULs and colours', async () => {
    const screen = await open();
    screen.write(`\u001b[200~${log.replaceAll('\n', '\r\n').replace('go: ', '\u001b[31mgo: \u001b[0m\0')}\u001b[201~`);
    await screen.until(answer);
    expect(screen.screen()).toContain('<U+0000>');
  });

  test('an end of paste inside the text ends nothing: the rest is typed, with its line ends', async () => {
    const screen = await open();
    screen.paste(`$ go mod download\n\u001b[201~${failure}`);
    await screen.until(answer);
    expect(screen.screen()).toContain('━ Paste a log');
  });

  test('a terminal that does not mark a paste', async () => {
    const screen = await open();
    screen.write(log.replaceAll('\n', '\r'));
    await screen.until(answer);
    expect(screen.screen()).toContain('━ Paste a log');
  });

  test('secrets are hidden and counted', async () => {
    const screen = await open();
    screen.paste(log.replace('https://proxy.golang.org', 'https://ada:hunter2secret@proxy.golang.org'));
    await screen.until('2 secrets were hidden: 1 in a URL, 1 user name beside them');
    expect(screen.raw()).not.toContain('hunter2secret');
  });

  test.each([
    ['quoted', (file: string) => `'${file}' `],
    ['escaped for a shell', (file: string) => file.replaceAll(' ', '\\ ')],
    ['as a URL', (file: string) => pathToFileURL(file).href],
  ])('a file that was dropped, %s, is read as a log', async (_, dropped) => {
    const cwd = folderWith({});
    const file = path.join(cwd, 'my build.log');
    writeFileSync(file, log);
    const screen = await open({ columns: 120 });
    screen.paste(dropped(file));
    await screen.until('This is a file: ');
    screen.write('\r');
    await screen.until('━ Causes');
    await screen.until('my build.log: a Go module failure');
  });

  test('Ctrl+O asks for a file, and says when it cannot be read', async () => {
    const screen = await open({ cwd: folderWith({ 'build.log': log }) });
    screen.write('\u000f');
    await screen.until(' open _');
    screen.write('nothing.log\r');
    await screen.until('nothing.log: ');
    screen.write('\u000f');
    await screen.until(' open _');
    screen.write('build.log\r');
    await screen.until('━ Causes');
  });

  test('Ctrl+U clears', async () => {
    const screen = await open();
    screen.paste(log);
    await screen.until(answer);
    screen.write('\u0015');
    await screen.until('What is pasted is explained at once.');
  });

  test('without a terminal', () => {
    expect(modwhy(['paste'], { input: log })).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'paste needs a terminal to paste into, and here is none; give the log to standard input: modwhy < build.log',
      ),
    });
  });
});
