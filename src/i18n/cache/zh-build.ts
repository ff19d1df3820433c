import type { buildFindings as english } from './en-build.ts';
import type { FindingWords } from './en-words.ts';
import { headOf } from './zh-words.ts';

/** In Chinese. */
export const buildFindingsZh: Readonly<Record<keyof typeof english, FindingWords>> = {
  'build-index': {
    title: () => '构建缓存里一个模块的索引已损坏',
    says: () => '长度对，校验和与文件名不符；go 只看长度。文件没了，go 会重新生成。',
  },
  'build-output': {
    title: () => '构建缓存里有损坏的文件',
    says: () => '长度对，校验和与文件名不符；go 只看长度，就交给编译器或链接器。文件没了，go 会重新编译。',
  },
  'build-entry': {
    title: () => '构建缓存里有损坏的条目',
    says: (facts) => `它有 ${facts.bytes} 字节。go 当作没有，重新编译。`,
  },
  'build-output-cut': {
    title: () => '构建缓存里有不完整的产物',
    says: ({ bytes, expected }) => `它有 ${bytes} 字节，条目写的是 ${expected}。go 当作没有，重新编译。`,
  },
  'trim-broken': { title: () => '构建缓存的 trim.txt 里没有时间', says: (facts) => `${headOf(facts)}go 会马上清理缓存，并重写它。` },
  'test-expire-broken': {
    title: () => '构建缓存的 testexpire.txt 里没有时间',
    says: (facts) => `${headOf(facts)}go 会认为缓存的测试结果都有效，就像没运行过 go clean -testcache。`,
  },
};
