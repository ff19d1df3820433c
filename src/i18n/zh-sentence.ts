import type { Texts } from './texts.ts';

/** How Chinese sentences of rules are completed. */
export const sentence: Texts['sentence'] = {
  unnamed: {
    module: '该模块',
    version: '该版本',
    host: '该主机',
    sumdb_host: '校验和数据库',
    package: '该包',
    url: '该地址',
    path: '该路径',
    address: '该地址',
    go_version: '该 Go 版本',
    name: '它',
  },
  toFillIn: {
    module: '模块',
    version: '版本',
    host: '主机',
    package: '包',
    url: '地址',
    path: '路径',
    folder: '目录',
    address: '地址',
    name: '名称',
    'go version': 'Go 版本',
    // In the forms of places.
    'the command that failed': '失败的命令',
    'id of the credential': 'credential 的 id',
  },
  comma: '、',
  and: ' 和 ',
  more: (count) => `另外 ${count} 个`,
};
