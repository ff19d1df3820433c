import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../lab/explain.ts';
import { type GitStage, gitFaults, goSays, openGitStage } from './language-faults.ts';

const languages = ['C', 'zh_CN', 'zh_TW', 'de_DE', 'fr_FR', 'es_ES', 'ru_RU', 'pt_PT', 'pt_BR', 'ja_JP', 'ko_KR'];
const installed = execFileSync('locale', ['-a']).toString().split('\n');
const localeOf = (language: string) =>
  installed.find((name) => name === language || (/^.*\.utf-?8$/i.test(name) && name.startsWith(`${language}.`)));

let stage: GitStage;
beforeAll(async () => {
  stage = await openGitStage();
});
afterAll(() => stage.close());

describe.each(languages)('git in %s', (language) => {
  const locale = localeOf(language);
  for (const fault of gitFaults) {
    test.skipIf(locale === undefined)(`${fault.name}${locale === undefined ? ' (skipped: the locale is not installed)' : ''}`, async () => {
      const log = await goSays(stage, fault, locale!);
      const { incidents } = await explain(log);
      expect([log, incidents[0]?.hypotheses[0]?.cause]).toEqual([log, fault.cause]);
    });
  }
});
