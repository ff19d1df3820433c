import { buildFindingsZh } from './cache/zh-build.ts';
import { diskFindingsZh } from './cache/zh-disk.ts';
import { downloadsFindingsZh } from './cache/zh-downloads.ts';
import { foreignFindingsZh } from './cache/zh-foreign.ts';
import { remoteFindingsZh } from './cache/zh-remote.ts';
import { processOf } from './cache/zh-words.ts';
import type { CacheTexts } from './en-cache.ts';

/** The words of `modwhy cache` in Chinese. */
export const cacheChinese: CacheTexts = {
  findings: {
    ...diskFindingsZh,
    ...downloadsFindingsZh,
    ...remoteFindingsZh,
    ...buildFindingsZh,
    ...foreignFindingsZh,
  },
  severity: { error: '错误', warning: '警告', info: '提示' },
  sure: { certain: '确定', likely: '很可能', possible: '可能' },
  source: { environment: '环境变量', 'go env file': 'go env 文件', default: '默认值', named: '命令行指定' },
  join: '，',
  semicolon: '；',
  folder: (name, path, details) => `${name} ${path}（${details}）`,
  modcache: '模块缓存',
  gocache: '构建缓存',
  free: (size) => `剩余 ${size}`,
  healthy: '没有发现问题',
  found: (errors, warnings, notes) =>
    [
      ...(errors > 0 ? [`${errors} 个错误`] : []),
      ...(warnings > 0 ? [`${warnings} 个警告`] : []),
      ...(notes > 0 ? [`${notes} 个提示`] : []),
    ].join('，'),
  row: { file: '文件', files: '文件', cause: '原因', sure: '把握', looked: '检查了', locks: '锁' },
  moreFiles: (count) => `还有 ${count} 个`,
  moreNotes: (count) => `省略了 ${count} 个提示：-v 全部显示`,
  moreOfAKind: (title, count) => `还有 ${count} 个同类的：${title}`,
  again: 'go 需要时会重新下载',
  anew: 'go 需要时会重新生成，不用网络',
  nothing: '不用处理：go 自己会继续',
  foreign: 'go 从不看它',
  foreignLeft: '不用处理：go 从不看它',
  looked: {
    versions: (modules, versions) => `${modules} 个模块的 ${versions} 个版本`,
    hashed: (zips, ofZips, trees, ofTrees) => `计算了 ${ofZips} 个 zip 中 ${zips} 个、${ofTrees} 个目录中 ${trees} 个的校验和`,
    sums: (lines, files) => `与 ${files} 的 ${lines} 行对照`,
    noSums: '没有与 go.sum 对照：--with go.sum 可以指定',
    parts: (clones, toolchains, sumdb) => `${clones} 个克隆，${toolchains} 个工具链，${sumdb} 个校验和数据库文件`,
    build: (entries, outputs, hashed) => `构建缓存的 ${entries} 个条目和 ${outputs} 个产物，计算了 ${hashed} 个的校验和`,
    writable: (count) => `${count} 个目录可写，像用了 GOFLAGS=-modcacherw：里面的改动不会受阻`,
    deep: '没有计算全部内容的校验和：--deep 会',
  },
  locks: {
    free: (count) => `${count} 个锁文件，都没有被持有：go 本来就会留下它们，不用删`,
    unknown: '这个系统不说明谁持有锁；锁文件在那里不代表什么',
    held: (pid, command, file) => `${processOf(pid, command)}持有 ${file}`,
    waits: (pid, command, file) => `${processOf(pid, command)}在等 ${file}`,
  },
  none: '没有模块缓存，也没有构建缓存：还没有下载或构建过',
  progress: (what) => `正在检查 ${what}`,
};
