import { expect, test } from 'vitest';
import { explain } from '../lab/explain.ts';

const file = '/home/ada/go/pkg/mod/github.com/northwind/tally@v1.0.0/go.mod';
// As rm of coreutils 9.1 printed it in each locale of Debian 12.
const printed = {
  C: `rm: cannot remove '${file}': Permission denied`,
  zh_CN: `rm: 无法删除 '${file}': 权限不够`,
  zh_TW: `rm: 無法刪除 '${file}': 拒絕不符權限的操作`,
  de_DE: `rm: das Entfernen von '${file}' ist nicht möglich: Keine Berechtigung`,
  es_ES: `rm: no se puede borrar '${file}': Permiso denegado`,
  fr_FR: `rm: impossible de supprimer '${file}': Permission non accordée`,
  ja_JP: `rm: '${file}' を削除できません: 許可がありません`,
  ko_KR: `rm: '${file}'을(를) 제거할 수 없습니다: 허가 거부`,
  pt_BR: `rm: não foi possível remover '${file}': Permissão negada`,
  pt_PT: `rm: impossível remover '${file}': Permissão recusada`,
  ru_RU: `rm: невозможно удалить '${file}': Отказано в доступе`,
};

test.each(Object.entries(printed))('rm that may not empty the module cache, in %s', async (_, line) => {
  const { incidents } = await explain(`$ rm -rf /home/ada/go/pkg/mod\n${line}\n`);
  expect(incidents.map(({ hypotheses, subject }) => [hypotheses[0]!.cause, subject.path])).toEqual([['env.permission', file]]);
});

test('a file that is no part of the module cache', async () => {
  const { incidents } = await explain("$ rm -rf /srv/data\nrm: das Entfernen von '/srv/data/db' ist nicht möglich: Keine Berechtigung\n");
  expect(incidents.map(({ verdict }) => verdict)).toEqual(['not-module']);
});
