import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { loadLanguage } from '../../src/i18n/texts.ts';
import { zh } from '../../src/i18n/zh.ts';
import { linearEngine } from '../../src/match/linear.ts';
import type { Report } from '../../src/model/report.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderText } from '../../src/report/text.ts';
import { displayWidth } from '../../src/report/width.ts';
import { wrap } from '../../src/report/wrap.ts';
import { createSession } from '../../src/session/session.ts';

const pack = loadPack('zh');
const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort();

beforeAll(() => loadLanguage('zh'));

function explain(name: string): Report {
  const session = createSession(pack, { name: path.basename(name), version: '0', language: 'zh' }, linearEngine);
  session.push(readFileSync(path.join('samples', name)));
  return session.report();
}

test.each([
  'auth/chinese-git-has-nobody-to-ask.log',
  'checksum/database-blocked-in-a-container.log',
  'unknown/output-clipped-by-buildkit.log',
  'two-problems/jobs-that-fail-for-two-reasons.log',
])('%s as text and as Markdown', (name) => {
  const report = explain(name);
  expect(renderText(report, { language: 'zh' })).toMatchSnapshot();
  expect(renderMarkdown(report, { language: 'zh' })).toMatchSnapshot();
});

const quotable = new Set(['text', 'posix', 'powershell', 'cmd', 'fragment', 'command', 'name']);

/** Everything that a report quotes: lines of the log, commands. None of it is broken. */
function quoted(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return quotable.has(key) ? value.split('\n') : [];
  if (Array.isArray(value)) return key === 'argv' ? [value.join(' ')] : value.flatMap((item) => quoted(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => quoted(item, name));
}

test('no row of any sample is wider than the screen, but for what is quoted and words that stay whole', () => {
  for (const name of samples) {
    const report = explain(name);
    const long = [...quoted(report), zh.unknown.steps.docker.command].filter((text) => displayWidth(text) > 40);
    for (const width of [80, 100]) {
      const wide = renderText(report, { language: 'zh', width })
        .split('\n')
        // A title is one line, as it is in English.
        .filter((row) => displayWidth(row) > width && !/^\d\. /.test(row));
      const broken = wide.filter((row) => !long.some((text) => row.includes(text.trim().slice(0, 24))) && !/[!-~]{50}/.test(row));
      expect([name, width, broken]).toEqual([name, width, []]);
    }
  }
}, 60_000);

test('no sample shows a text of ours in English', () => {
  // Sentences of ours have words that no log, command or name of Go has.
  const english = /(?<![\w/.-])(?:which|that it|is not|cannot be|the log|this machine|your own|does not say)(?![\w/.-])/;
  for (const name of samples) {
    const report = explain(name);
    const logs = quoted(report);
    const rows = renderText(report, { language: 'zh' })
      .split('\n')
      .filter((row) => english.test(row));
    expect([name, rows.filter((row) => !logs.some((text) => text !== '' && row.includes(text.trim().slice(0, 40))))]).toEqual([name, []]);
  }
}, 60_000);

test('Chinese breaks between characters, not before what closes, not after what opens, and never inside a command', () => {
  expect(wrap('模块代理没有这个版本，换一个', 8)).toEqual(['模块代理', '没有这个', '版本，换', '一个']);
  expect(wrap('模块代理没有这个版，换一个', 14)).toEqual(['模块代理没有这', '个版，换一个']);
  expect(wrap('模块代理没有，换一个', 12)).toEqual(['模块代理没', '有，换一个']);
  expect(wrap('去看日志（第一行）', 10)).toEqual(['去看日志', '（第一行）']);
  expect(wrap('连不上校验和数据库（sum.golang.org）', 24)).toEqual(['连不上校验和数据库', '（sum.golang.org）']);
  expect(wrap('先运行 go mod download -x 再看', 12)).toEqual(['先运行 go', 'mod download', '-x 再看']);
  expect(wrap('设置GOPROXY=https://proxy.golang.org,direct即可', 12)).toEqual(['设置', 'GOPROXY=https://proxy.golang.org,direct', '即可']);
});

test('wrapping loses nothing, fits the width, and breaks at no wrong place', () => {
  const piece = fc.constantFrom('模', '块', '代', '理', '，', '。', '（', '）', '“', '”', ' ', 'go', 'GOPROXY', 'v1.2.3');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 24, max: 60 }), (pieces, width) => {
      const text = pieces
        .join('')
        .replace(/ +/g, ' ')
        .trim()
        .replace(/([，。（）“”]{3})[，。（）“”]+/g, '$1');
      const lines = wrap(text, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。）”]/);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（“]$/);
      for (const line of lines) if (!/[!-~]{13}/.test(line)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});
