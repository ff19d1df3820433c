import { type ScanTexts, scanEnglish } from './en-scan.ts';

const { thousands } = scanEnglish;

/** `modwhy scan` 的用词。 */
export const scanChinese: ScanTexts = {
  thousands,
  head: (count, size) => `${thousands(count)} 份日志，${size}`,
  known: (count) => `其中 ${thousands(count)} 个文件以前扫描过且没有变化：不再读取`,
  stopped: '提前停止：以下是停止之前读过的日志',
  totals: {
    moduleFailures: '因模块而失败',
    notModule: '因其他原因失败',
    unknown: '失败，但没有原因能解释',
    noFailure: '没有失败',
    unreadable: '无法读取',
  },
  causes: '原因',
  others: '与模块无关',
  unexplained: '没有找到原因',
  problems: '无法读取',
  column: { logs: '日志', code: '代码', cause: '原因', first: '最早', last: '最近' },
  transient: '可能自行恢复',
  days: (first, last) => (first === last ? first : `${first} 至 ${last}`),
  more: (count) => `还有 ${thousands(count)} 个`,
  nothing: '没有找到可读的东西',
  next: '查看其中一个：',
  reading: '扫描',
  files: (done, total) => (total === null ? `${done} 个文件` : `${done}/${total} 个文件`),
  left: (seconds) => (seconds < 90 ? `还需 ${Math.ceil(seconds)} 秒` : `还需 ${Math.ceil(seconds / 60)} 分钟`),
};
