import type { diskFindings as english } from './en-disk.ts';
import type { FindingWords } from './en-words.ts';
import { processOf } from './zh-words.ts';

/** In Chinese. */
export const diskFindingsZh: Readonly<Record<keyof typeof english, FindingWords>> = {
  'disk-full': {
    title: () => '磁盘已满或快满',
    says: ({ free, names: more }) =>
      `剩余 ${Math.floor(Number(free) / 2 ** 20)} MiB${more === undefined ? '' : `，还能再建 ${more} 个文件`}。下载和构建会中断，留下不完整的文件。`,
  },
  'read-only': { title: () => '文件系统是只读的', says: () => 'go 能用已有的内容，不能存新的。' },
  'not-writable': {
    title: () => '当前用户不能写这里',
    says: ({ owner, user }) => (owner === undefined ? '写入被拒绝。' : `它属于用户 ${owner}，当前用户是 ${user}。`),
  },
  unreadable: {
    title: () => '有当前用户读不了的文件',
    says: ({ count }) => `${count} 个名称读不了：里面是什么，这里不知道，go 也不知道。`,
  },
  'other-owner': {
    title: () => '缓存里有其他用户的文件',
    says: ({ count, owner, expected }) =>
      `${count} 个名称属于用户 ${owner}${owner === 0 ? '（root）' : ''}，而缓存属于用户 ${expected}：多半是以前的 sudo go 或容器留下的。go 要写这些地方时就会失败。`,
  },
  'not-a-folder': { title: (of) => `${of} 是文件，go 在这里需要目录`, says: () => '文件在，go 就建不了目录。' },
  'odd-file': {
    title: (of) => `${of} 的下载文件里有链接、管道或目录`,
    says: () => 'go 在这个名称上需要普通文件。遇到管道它会一直等下去。',
  },
  'lock-held': {
    title: (of) => `${of} 正被锁住`,
    says: ({ pid, command }) =>
      `${processOf(pid ? Number(pid) : null, command ? String(command) : null)}持有锁，其他 go 命令会不作声地等它。`,
  },
  'linked-away': { title: () => '指向缓存之外的链接', says: () => '没有跟过去看：链接后面的内容不在检查之内。' },
};
