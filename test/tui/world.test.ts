import { expect, test } from 'vitest';
import { ModwhyError } from '../../src/model/error.ts';
import { openKeyboard } from '../../src/tui/shell/keyboard.ts';
import { openDocs } from '../../src/tui/world/browser.ts';
import { copyWithProgram, osc52 } from '../../src/tui/world/clipboard.ts';

test('what is copied goes to the terminal as base64', () => {
  expect(osc52('go mod tidy')).toBe('\u001b]52;c;Z28gbW9kIHRpZHk=\u0007');
});

test('without a display or over ssh no clipboard program is started', async () => {
  expect(await copyWithProgram('x', 'linux', {})).toBeNull();
  expect(await copyWithProgram('x', 'linux', { SSH_CONNECTION: '1', DISPLAY: ':0' })).toBeNull();
});

test('only https pages are opened', async () => {
  for (const url of ['http://go.dev/', 'javascript:alert(1)', 'file:///etc/passwd', 'https://go.dev/"; rm', '--help'])
    expect(await openDocs(url)).toBe(false);
});

test('no terminal for the keys is an error that text can answer', () => {
  const open = () => openKeyboard('win32');
  expect(open).toThrow(ModwhyError);
});
