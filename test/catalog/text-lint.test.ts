import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { textProblems } from '../../build/check-texts.ts';
import { lintChinese } from '../../src/catalog/text-lint.ts';
import { readTranslations } from '../../src/catalog/translations.ts';

const { glossary } = readTranslations('rules', 'zh');
const lint = (english: string, chinese: string, key?: string) => lintChinese(english, chinese, glossary, key);

test.each([
  ['Set GOPRIVATE for {module} too.', '{module} 也要写进 GOPRIVATE。'],
  ['{host|the host} refused it (403): see go.sum', '{host|该主机} 拒绝了（403）：看 go.sum'],
  ['run `go env -w A=1, B` first', '先运行 `go env -w A=1, B`'],
  ['lines of {path|go.sum} are missing', '{path|go.sum} 缺行'],
  ['the line `machine {host|HOST} login USER`', '加一行 `machine {host|HOST} login USER`'],
  ['a version {version|} that exists', '存在的版本 {version|}'],
  ['the mirror of this image is old', '这个镜像太旧'],
  ['somebody stands in between: an attack', '有人在中间：中间人攻击'],
  ['is it “done”?', '“完成”了吗？'],
  ['<your host> goes there', '填 <你的主机>'],
])('%s: %s is right', (english, chinese) => {
  expect(lint(english, chinese)).toEqual([]);
});

test.each([
  ['go asks {host}', 'go 会去问', 'lacks the hole {host}'],
  ['go asks', 'go 会问 {host}', 'has the hole {host}, which the English text has not'],
  ['go asks {host|the host}', 'go 会问 {host}', '{host} needs words for when the log does not say it: {host|…}'],
  ['go asks {host|the host}', 'go 会问 {host|the host}', 'the words of {host|…} are not translated'],
  ['go stops, and fails', 'go 停止,然后报错', 'half-width punctuation in a sentence: …go 停止,然后报错…'],
  ['go stops (here)', 'go 停止(这里)', 'half-width brackets in a sentence: …go 停止(这里)…'],
  ['the cache of go', 'go的缓存', 'no space between Chinese and Latin: …go的缓存…'],
  ['the cache of {path}', '{path}的缓存', 'no space between Chinese and Latin: …x的缓存…'],
  ['the cache, empty', '缓存， 是空的', 'a space that does not belong there: …缓存， 是空的…'],
  ['the "cache"', '"缓存"', 'straight quotes around Chinese: …"缓存"…'],
  ['a module', '一个模组', 'says 模组, the glossary says 模块'],
  ['a module proxy', '模块镜像', 'says 镜像, the glossary says 模块代理'],
  ['set GOPRIVATE', '设置变量', 'does not say GOPRIVATE, which the English text says'],
  ['since Go 1.24', '新版 Go 起', 'does not say 1.24, which the English text says'],
  ['the line `machine {host|HOST} login USER`', '加一行 {host|主机}', 'does not say `machine   login USER`, which the English text says'],
  ['use the flag -modcacherw', '用这个参数', 'does not say -modcacherw, which the English text says'],
  ['give it to the proxy', 'give it', 'is not translated'],
  ['It is there.', '它在那里', 'does not end with 。 as the English text does'],
  ['it is there', '它在那里。', 'ends with 。, and the English text does not'],
])('%s: %s: %3$s', (english, chinese, problem) => {
  expect(lint(english, chinese)).toEqual([problem]);
});

test('a command alone is the same in every language', () => {
  expect(lint('rm go.sum and go mod tidy', 'rm go.sum and go mod tidy', 'discouraged.1.what')).toEqual([]);
  expect(lint('rm go.sum and go mod tidy', 'rm go.sum and go mod tidy', 'discouraged.1.because')).toEqual(['is not translated']);
});

test('every text of the rules is there in Chinese, and none is wrong', () => {
  expect(textProblems('rules', 'zh').map(({ text }) => text)).toEqual([]);
});

test('what is missing, left over or wrong is named by its file and key', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('rules', folder, { recursive: true });
  const file = (name: string) => path.join(folder, 'zh', name);
  rmSync(file('causes/tls/not-tls.yaml'));
  writeFileSync(file('causes/tls/old.yaml'), 'title: 旧的\n');
  writeFileSync(file('causes/vendor/query-disabled.yaml'), 'title: 一个，\ncauses: 多余\n');
  const words = readFileSync(file('words.yaml'), 'utf8');
  writeFileSync(file('words.yaml'), words.replace(/ {2}go\.sum: .*\n/, '').replace('  user: 用户\n', '  user: 用户\n  nobody: 无人\n'));
  const lines = textProblems(folder, 'zh').map(({ text, missing }) => `${missing ? '! ' : ''}${text.replaceAll(folder, 'rules')}`);
  expect(lines.filter((line) => !line.includes('query-disabled'))).toEqual([
    'rules/zh/words.yaml: placeholders: no rule has "nobody"',
    '! rules/zh/words.yaml: changes lacks "go.sum"',
    '! rules/zh/causes/tls/not-tls.yaml: does not exist',
    'rules/zh/causes/tls/old.yaml: there is no rules/causes/tls/old.yaml',
  ]);
  const wrong = lines.filter((line) => line.includes('query-disabled'));
  expect(wrong[0]).toMatch(/^! .* why is missing: "/);
  expect(wrong.at(-1)).toBe('rules/zh/causes/vendor/query-disabled.yaml: causes is no text of the English file');
});
