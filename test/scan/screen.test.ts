import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { calm, failing, folderWith } from '../cli/modwhy.ts';
import { onTerminal, program } from '../tui/program.ts';

describe.skipIf(process.platform === 'win32')('on a terminal', () => {
  test('S32: a scan is shown while it reads, opens a file, saves, and leaves its summary behind', { timeout: 60_000 }, async () => {
    const folder = folderWith({});
    mkdirSync(path.join(folder, 'logs'));
    for (let at = 0; at < 30; at++) writeFileSync(path.join(folder, 'logs', `job-${at}.log`), at % 2 ? failing : calm);
    const env = { PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`, HOME: folder, LANG: 'C.UTF-8' };
    const screen = onTerminal('/bin/sh', ['-c', `node '${program}' scan logs; echo "CODE $?"`], { cwd: folder, env });
    await screen.until('30 of 30 files');
    await screen.until(/> +15 {2}GM0401/);
    expect(screen.screen()).toContain('done');
    screen.write('\r');
    screen.write('\r');
    await screen.until(/very likely {2}GM0401|● very likely/);
    screen.write('q');
    await screen.until('30 of 30 files');
    screen.write('s');
    await screen.until('format (text, markdown, json)');
    screen.write('\r');
    await screen.until('modwhy-report.txt');
    screen.write('\r');
    await screen.until('saved');
    screen.write('q');
    await screen.until('CODE 0');
    expect(readFileSync(path.join(folder, 'modwhy-report.txt'), 'utf8')).toMatch(/^30 logs, /);
    expect(screen.screen()).toContain('modwhy explain logs/job-');
  });
});
