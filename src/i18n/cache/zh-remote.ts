import type { remoteFindings as english } from './en-remote.ts';
import type { FindingWords } from './en-words.ts';
import { ago, headOf } from './zh-words.ts';

/** In Chinese. */
export const remoteFindingsZh: Readonly<Record<keyof typeof english, FindingWords>> = {
  'vcs-note-wrong': {
    title: () => '克隆旁边的记录写的是另一个仓库',
    says: ({ has }) =>
      has === '' ? '.info 文件是空的：go 拒绝用这个克隆。' : `.info 文件写的是 ${has}，与文件名对应的不同：go 拒绝用这个克隆。`,
  },
  'vcs-not-repository': {
    title: (_, { url }) => `${url} 的克隆已经不是仓库`,
    says: (facts) => (facts.lost ? `缺少：${facts.lost}。` : `${facts.broken} 读不懂。${headOf(facts)}`),
  },
  'vcs-config': { title: (_, { url }) => `${url} 的克隆设置已损坏`, says: (facts) => `${headOf(facts)}git 读到 config 文件就停下。` },
  'vcs-refs': {
    title: (_, { url }) => `${url} 的克隆里，分支或标签的记录已损坏`,
    says: ({ line, ref }) =>
      line === undefined ? `${ref} 里没有提交。go 可能只说“unknown revision”。` : `packed-refs 第 ${line} 行 git 不接受。`,
  },
  'vcs-objects': {
    title: (_, { url }) => `${url} 的克隆丢了对象，或对象已损坏`,
    says: ({ object, lost, pack, bad }) =>
      `${
        object
          ? `对象 ${object} 是空的，或不是对象。`
          : lost
            ? `${lost} 不见了，而它的索引还在。`
            : `${pack}：${bad === 'hash' ? '校验值不对' : bad === 'cut' ? '不完整' : '开头不是这类文件'}。`
      }go 可能只说“unknown revision”。`,
  },
  'vcs-lock': {
    title: (_, { url }) => `${url} 的克隆里留下了 git 的锁`,
    says: ({ name, age, told }) =>
      `${name} 已有 ${ago(age)}${told ? '，没有进程在这个目录里工作' : ''}。需要这把锁的 git 会说“File exists”，直到它被删掉。先确认别处没有 go 在用这个缓存。`,
  },
  'sumdb-tile': {
    title: () => '校验和数据库的缓存片段不完整',
    says: ({ bytes, expected }) => `它有 ${bytes} 字节，应为 ${expected}。go 会以“bad result slice”停下。`,
  },
  'sumdb-lookup': {
    title: () => '校验和数据库的缓存答复已损坏',
    says: (facts) => `${headOf(facts)}go 先读它再问服务器，读到就停下。`,
  },
  'sumdb-latest': {
    title: () => '校验和数据库的状态记录已损坏',
    says: (facts) => `${headOf(facts)}go 会以“malformed note”停下。go clean -modcache 不删它；没有它，go 会以下一个签名状态为起点。`,
  },
};
