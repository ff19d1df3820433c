import type { Texts } from './texts.ts';

export const waterfall: Texts['waterfall'] = {
  title: '瀑布图',
  rows: (count, left) => `${count} 行${left > 0 ? `，另有 ${left} 行没有保留` : ''}`,
  none: '日志里没有能排出先后的请求、命令、下载或错误。',
  scale: {
    measured: '',
    log: '',
    derived: '耗时是实测的；起点按日志行的先后排列',
    none: '日志里没有时间：只知道先后',
  },
  setBack: (duration) => `日志的时钟在这里倒退了 ${duration}：前后的时间不能比较`,
  column: { line: '行', start: '起点', delta: '间隔', toError: '距错误', took: '耗时', what: '内容', status: '状态', host: '服务器' },
  firstError: '第一个错误',
  open: '没有结束',
  silence: (duration) => `${duration} 没有动静`,
  slowest: (shown, all) => `失败、没有结束或最慢的请求和命令：${all} 个中的 ${shown} 个`,
  again: (attempt) => `第 ${attempt} 次`,
};
