import type { foreignFindings as english } from './en-foreign.ts';
import type { FindingWords } from './en-words.ts';
import { ownerRule } from './zh-words.ts';

/** In Chinese. */
export const foreignFindingsZh: Readonly<Record<keyof typeof english, FindingWords>> = {
  'foreign-lock': {
    title: () => '不是 go 写的锁文件',
    says: (facts) =>
      `go 的锁文件是空的，它也不读内容。${ownerRule(facts)}${facts.own ? '它和 go 的锁文件同名：如果别的工具要求删掉它，请在没有 go 运行时删。' : ''}`,
  },
  'foreign-note': { title: () => '不是 go 写的记录', says: (facts) => `go 不写这样的文件，也不读。${ownerRule(facts)}` },
  'per-task-log': {
    title: () => '不是 go 写的日志',
    says: () =>
      '里面写的是任务、缓存命中、输入和输出，像 Gradle 的构建缓存日志。go 没有这种日志：GODEBUG=gocachehash=1 和 gocacheverify=1 会显示 go 重新编译了什么、为什么。',
  },
};
