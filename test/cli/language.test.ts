import { expect, test } from 'vitest';
import { chooseLanguage, languageOfArguments, localeLanguage } from '../../src/cli/language.ts';
import { failing, folderWith, modwhy } from './modwhy.ts';

test.each([
  [{}, 'en'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.utf8' }, 'zh'],
  [{ LANG: 'zh_TW.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8@pinyin' }, 'zh'],
  // We print UTF-8, which these terminals do not show.
  [{ LANG: 'zh_CN.GBK' }, 'en'],
  [{ LANG: 'zh_CN.GB18030' }, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{ LANG: 'zha_CN.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'POSIX' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: '' }, 'zh'],
  [{ LANG: 'en_US.UTF-8', LANGUAGE: 'zh_CN:en' }, 'zh'],
  [{ LANG: 'en_US.UTF-8', LANGUAGE: 'fr:zh:en' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LANGUAGE: 'en_US' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LANGUAGE: 'fr' }, 'zh'],
  // LANGUAGE does not count where the locale is C.
  [{ LANG: 'C', LANGUAGE: 'zh' }, 'en'],
  [{ LANGUAGE: 'zh' }, 'en'],
  [{ LC_CTYPE: 'zh_CN.UTF-8' }, 'en'],
] as const)('locale %j: %s', (env, language) => {
  expect(localeLanguage(env)).toBe(language);
});

const chinese = { LANG: 'zh_CN.UTF-8' };
const text = { flag: undefined, format: 'text', ascii: false };

test.each([
  [text, chinese, 'zh'],
  [{ ...text, flag: 'en' }, chinese, 'en'],
  [{ ...text, flag: 'zh' }, {}, 'zh'],
  [text, { ...chinese, MODWHY_LANG: 'en' }, 'en'],
  [text, { MODWHY_LANG: 'zh' }, 'zh'],
  [{ ...text, flag: 'en' }, { MODWHY_LANG: 'zh' }, 'en'],
  [{ ...text, format: 'markdown' }, chinese, 'zh'],
  [{ ...text, format: 'html' }, chinese, 'zh'],
  [{ ...text, format: 'lines' }, chinese, 'zh'],
  [{ ...text, format: 'json' }, chinese, 'en'],
  [{ ...text, format: 'ndjson' }, { MODWHY_LANG: 'zh' }, 'en'],
  [{ ...text, format: 'json', flag: 'zh' }, {}, 'zh'],
  [{ ...text, ascii: true }, chinese, 'en'],
  [text, { ...chinese, TERM: 'linux' }, 'en'],
  [{ ...text, flag: 'zh' }, { TERM: 'linux' }, 'zh'],
] as const)('%j with %j: %s', (wishes, env, language) => {
  expect(chooseLanguage(wishes, env)).toBe(language);
});

test.each([
  [['explain', '--lang', 'zh', 'a.log'], {}, 'zh'],
  [['--lang=zh'], {}, 'zh'],
  [['--lang=zh', '--lang', 'en'], chinese, 'en'],
  [['explain', '--format', 'json'], chinese, 'en'],
  [['explain', '--format=jsn'], chinese, 'zh'],
  [['explain', '--', '--lang', 'zh'], {}, 'en'],
  [['explain', '--ascii'], chinese, 'en'],
  [['explain'], { ...chinese, MODWHY_ASCII: '1' }, 'en'],
  [['--lang'], {}, 'en'],
] as const)('a command line before it is understood: %j with %j: %s', (argv, env, language) => {
  expect(languageOfArguments(argv, env)).toBe(language);
});

const han = /\p{Script=Han}/u;

test('the locale changes what people read, and not a byte of what programs read', () => {
  const cwd = folderWith({ 'build.log': failing });
  const explain = (format: string, env: Readonly<Record<string, string>>) =>
    modwhy(['explain', '--format', format, 'build.log', 'none.log'].slice(0, format === 'json' ? 4 : 5), { cwd, env });
  for (const format of ['json', 'ndjson']) expect(explain(format, chinese)).toEqual(explain(format, {}));
  for (const format of ['text', 'lines', 'markdown']) {
    expect(explain(format, chinese).out).toMatch(han);
    expect(explain(format, chinese).err).toBe('modwhy: none.log: 没有这个文件；检查文件名和当前目录\n');
    expect(explain(format, {}).out).not.toMatch(han);
  }
});

test('with the flag programs read Chinese too, in the same fields and with the same judgement', () => {
  const cwd = folderWith({ 'build.log': failing });
  const [chinese, english] = ['zh', 'en'].map((lang) =>
    JSON.parse(modwhy(['explain', '--format', 'json', '--lang', lang, 'build.log'], { cwd }).out),
  );
  expect(chinese.incidents[0].hypotheses[0].title).toMatch(han);
  const judged = ({ verdict, incidents }: typeof english) => [
    verdict,
    incidents.map((incident: typeof english) => [
      incident.fingerprint,
      incident.domain.is,
      incident.hypotheses.map((one: typeof english) => [
        one.cause,
        one.confidence,
        one.evidence.map((row: typeof english) => [row.line, row.text, row.weight]),
      ]),
      incident.hypotheses.map((one: typeof english) => one.remedies.map((remedy: typeof english) => [remedy.id, remedy.applicability])),
    ]),
  ];
  expect(judged(chinese)).toEqual(judged(english));
});

test('errors of the command line are said in the language that was asked for', () => {
  expect(modwhy(['explain', '--formt', 'x', '--lang', 'zh']).err).toBe(
    'modwhy: 没有 --formt 这个参数，是不是想写 --format？\n  全部命令和参数：modwhy help\n',
  );
  expect(modwhy(['explain', '--lang', 'fr', 'x']).err).toContain('--lang: expected en or zh, found "fr"');
  expect(modwhy(['explain', '--lang', 'zh', '--ascii', 'x']).err).toContain('leave --ascii or --lang zh out');
});
