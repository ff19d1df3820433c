import { thousands } from './numbers.ts';
import type { Texts } from './texts.ts';

// What a report says of each limit that was reached, and of what somebody else cut off.
export const ownLists: Texts['ownLists'] = ['timeline', 'spans', 'trace-lines', 'evidence', 'unexplained'];

export const cutWords: Texts['cutWords'] = {
  'buildkit-log': (_seen, kept, line = 1) => `Docker 截断了这一步的输出${at(kept)}（第 ${line} 行）`,
  'gitlab-log': (_seen, kept, line = 1) => `GitLab runner 停止了写日志${at(kept)}（第 ${line} 行）`,
  'travis-log': (_seen, kept, line = 1) => `日志太长，Travis 结束了任务${at(kept)}（第 ${line} 行）`,
  'github-page': (_seen, _kept, line = 1) => `GitHub 页面只显示了这一步的一部分（第 ${line} 行）；raw log 里有全部内容`,
  'circleci-page': (_seen, _kept, line = 1) => `CircleCI 页面只显示了这一步的一部分（第 ${line} 行）；下载的输出里有全部内容`,
  'jenkins-page': (_seen, _kept, line = 1) => `Jenkins 只显示了日志的末尾（第 ${line} 行）；“Full Log”或 /consoleText 里有全部内容`,
  front: (_seen, _kept, line = 1) => `日志从一条消息的中间开始（第 ${line} 行）：前面的内容缺失`,
  end: (_seen, _kept, line = 1) => `日志没有到结尾就断了（第 ${line} 行）：后面的内容缺失`,
  snipped: (_seen, _kept, line = 1) => `有人删掉了一部分行（第 ${line} 行）`,
  'run-output': (seen, kept) => `命令一共输出了 ${seen} 字节：只解释了开头和结尾，共 ${kept} 字节`,
  'line-64KiB': (seen, kept) => `有一行长 ${seen} 字节，只读了前 ${kept} 字节`,
  'gzip-truncated': (_seen, kept) => `压缩文件提前结束：只解释了前 ${kept} 字节`,
  'zstd-truncated': (_seen, kept) => `压缩文件提前结束：只解释了前 ${kept} 字节`,
  'archive-ratio': (_seen, kept) => `有一个文件解压后超过原大小的 100 倍：只解释了前 ${kept} 字节`,
  'archive-total': (_seen, kept) => `压缩包解压后超过 8 GiB：只解释了前 ${kept} 字节`,
  'archive-entries': (seen, kept) => `压缩包里的文件太多：${seen} 个里只解释了 ${kept} 个`,
  'archive-depth': (seen, kept) => `${seen} 个文件里有 ${seen - kept} 个嵌套压缩超过 3 层：没有解释`,
  'archive-held': (seen, kept) => `${seen} 个文件里有 ${seen - kept} 个是太大的压缩包：没有解释`,
  'archive-encrypted': (seen, kept) => `${seen} 个文件里有 ${seen - kept} 个已加密：没有解释`,
  'archive-method': (seen, kept) => `${seen} 个文件里有 ${seen - kept} 个的压缩方式 modwhy 不认识：没有解释`,
  'archive-not-text': (seen, kept) => `压缩包里 ${seen} 个文件中有 ${seen - kept} 个不是文本日志`,
  'archive-damaged': () => '压缩包有一部分损坏：只解释了能读出来的内容',
  lines: (seen, kept) => `可能有关的行有 ${seen} 行，太多了：只解释了开头和结尾的 ${kept} 行`,
  'paste-20MB': (seen, kept) => `粘贴了 ${seen} 字节：只解释前 ${kept} 字节`,
  changed: () => '读取时文件还在写入：等它写完再解释一次',
  'read-error': (_seen, kept) => `读取中途出错：只解释了前 ${kept} 字节`,
};

/** `，在 2 MiB 处` */
function at(bytes: number): string {
  if (bytes === 0) return '';
  const exact = [1 << 20, 1024].find((unit) => bytes % unit === 0);
  return `，在 ${exact === undefined ? `${thousands(bytes)} 字节` : `${bytes / exact} ${exact === 1024 ? 'KiB' : 'MiB'}`} 处`;
}
