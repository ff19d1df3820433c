import type { FleetTexts } from './en-fleet.ts';

/** The words of `modwhy scan --enqueue` and `modwhy worker` in Chinese. */
export const fleetChinese: FleetTexts = {
  put: (count) => `${count} 份日志等待处理：modwhy worker --store ...`,
  read: (count) => `已读取 ${count} 份日志`,
  failed: (count) => `${count} 次尝试失败`,
  waiting: (count) => `${count} 份在等待`,
  active: (count) => `${count} 份在读取`,
  aside: (count) => `${count} 份已搁置`,
};
