import type { downloadsFindings as english } from './en-downloads.ts';
import type { FindingWords } from './en-words.ts';
import { differences, headOf, unpackedToo } from './zh-words.ts';

/** In Chinese. */
export const downloadsFindingsZh: Readonly<Record<keyof typeof english, FindingWords>> = {
  'zip-cut': {
    title: (of) => `${of} 的 zip 不完整，或不是 zip`,
    says: (facts) => `它有 ${facts.bytes} 字节，末尾没有目录表。${headOf(facts)}${unpackedToo(facts)}`,
  },
  'zip-damaged': {
    title: (of) => `${of} 的 zip 内部损坏`,
    says: ({ name, ...facts }) => `${name || '里面的内容'}无法解压，或校验值与 zip 里写的不同。${unpackedToo(facts)}`,
  },
  'zip-of-other': {
    title: (of) => `${of} 的 zip 是别的模块或版本的`,
    says: ({ name, ...facts }) => `里面是 ${name}。${unpackedToo(facts)}`,
  },
  'zip-changed': {
    title: (of) => `${of} 的 zip 被改过`,
    says: ({ found, recorded }) => `它的校验和是 ${found}；.ziphash 和用来对照的内容是 ${recorded}。`,
  },
  'ziphash-wrong': {
    title: (of) => `${of} 记录的校验和不对，zip 是对的`,
    says: ({ found, recorded }) =>
      `.ziphash 写的是 ${recorded}；zip 算出来是 ${found}，正是应有的值。go 相信 .ziphash，于是报校验和不一致。`,
  },
  'pair-differs': {
    title: (of) => `${of} 的 zip 与记录的校验和对不上`,
    says: ({ found, recorded }) => `zip 算出来是 ${found}，.ziphash 写的是 ${recorded}；这里看不出哪个是对的。`,
  },
  'ziphash-broken': {
    title: (of) => `${of} 记录的校验和文件已损坏`,
    says: (facts) => `.ziphash 有 ${facts.bytes} 字节，不是校验和。Go 1.17 起在需要时会重新计算；go mod verify 和更早的版本会失败。`,
  },
  'ziphash-lost': {
    title: (of) => `${of} 记录的校验和不见了`,
    says: () => 'zip 在，.ziphash 不在。go 需要时会重新计算；在那之前 go mod verify 会失败。',
  },
  'not-go-sum': {
    title: (of) => `缓存里的 ${of} 不是 go.sum 说的那个`,
    says: ({ found, named }) =>
      `这份副本是完整的，校验和是 ${found}；go.sum 写的是 ${named}。两者之一来自别处：先和校验和数据库对照，再改其中一个。`,
  },
  'mod-empty': {
    title: (of) => `缓存里 ${of} 的 go.mod 是空的`,
    says: () => 'go 每次都拿它和 go.sum 对照，得到空文件的校验和；只要它在，就不会重新下载。',
  },
  'mod-broken': {
    title: (of) => `缓存里 ${of} 的 go.mod 不是 go.mod`,
    says: (facts) => `${headOf(facts)}里面没有 module 行。go 每次都拿它和 go.sum 对照；只要它在，就不会重新下载。`,
  },
  'mod-changed': {
    title: (of) => `缓存里 ${of} 的 go.mod 被改过`,
    says: () => '它与 zip 或 go.sum 里的 go.mod 不同。go 每次都拿它和 go.sum 对照；只要它在，就不会重新下载。',
  },
  'mod-not-go-sum': {
    title: (of) => `缓存里 ${of} 的 go.mod 不是 go.sum 说的那个`,
    says: () => 'zip 里的 go.mod 和缓存里的一样，所以这份副本是完整的，go.sum 指的是另一个：先和校验和数据库对照，再改其中一个。',
  },
  'tree-changed': {
    title: (of) => `${of} 解压后的文件被改过`,
    says: (facts) => `${differences(facts)}构建照用不误，也不提示；go mod verify 会指出来。`,
  },
  'tree-odd': {
    title: (of) => `${of} 解压后的文件里有链接、管道或设备`,
    says: () => '模块里不会有这些。go mod verify 遇到管道会一直等下去。',
  },
  'tree-without-zip': {
    title: (of) => `${of} 已解压，但下载的文件不见了`,
    says: () => '没有 .ziphash，go 会把目录当作没解压完，重新下载；离线时就会失败。',
  },
  'toolchain-incomplete': {
    title: (of) => `工具链 ${of.replace(/^.*-(go.*)$/, '$1')} 不完整`,
    says: ({ names: lost }) => `缺少：${lost}。`,
  },
  'toolchain-not-executable': {
    title: (of) => `工具链 ${of.replace(/^.*-(go.*)$/, '$1')} 里的程序不可执行`,
    says: ({ names: programs }) => `${programs} 没有 x 权限，而 bin/go 有，所以 go 不会再去设置。`,
  },
  'info-broken': { title: (of) => `${of} 的 .info 文件读不懂`, says: () => 'go 会自己重新下载。' },
  'list-broken': {
    title: (of) => `${of} 的版本列表里有这里没有的版本`,
    says: ({ count, first }) => `${count} 个，例如 ${first}。go 会重写列表；把这个缓存当作模块代理用时才有影响。`,
  },
  partial: { title: (of) => `${of} 没有解压完`, says: () => '上次运行在解压时被中断。Go 1.14.2 起会自己补完。' },
  'tmp-left': {
    title: (of) => `${of} 下载中断后留下的文件`,
    says: () => '没有谁会读它们。zip 的那些，go 下次下载这个版本时会删；其他的不会。',
  },
  'tree-is-file': { title: (of) => `${of} 该解压的位置上是一个文件`, says: () => 'go 会删掉它，重新解压。' },
  'tree-unfinished': { title: (of) => `${of} 已解压，但没有 .ziphash`, says: () => 'go 会用 zip 重新解压。' },
};
