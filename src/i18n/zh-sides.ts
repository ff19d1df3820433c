import type { Texts } from './texts.ts';

export const sides: Texts['sides'] = {
  row: '两边对照',
  joined: (file, joined, requests, host) => `本日志里发往 ${host} 的 ${requests} 个请求，${file} 里有 ${joined} 个`,
  clock: (ahead, uncertainty, isAhead) => `它的时钟${isAhead ? '快' : '慢'} ${ahead}（± ${uncertainty}）`,
  sameClock: (uncertainty) => `它的时钟一致（± ${uncertainty}）`,
  noClock: '两边的时钟无法比较，只对上了两边数目相同的请求',
  first: (side, line, key) => `第一处失败：${side}（第 ${line} 行，${key}）`,
  there: (file, line, status, seconds, id) =>
    `${file}:${line}${status === null ? '' : ` 返回 ${status}`}${seconds === null ? '' : `，用了 ${seconds} 秒`}${id === null ? '' : `，请求 id ${id}`}`,
  because: {
    'not-reached': '请求没有到达代理：代理的日志覆盖了那段时间，里面没有它',
    upstream: '代理收到了请求，失败的是它后面的服务器',
    proxy: '代理收到了请求，这个应答是它自己给的',
    answered: '代理正常应答了，但应答没有完整到达：在路上或者在客户端中断',
    'client-left': '代理应答之前，客户端就关闭了连接',
    changed: '代理的应答不是这样：路上有别的服务器替它应答了',
  },
  recorded: {
    'not-reached': '录制覆盖了那段时间，里面没有这个请求：它走了别的路，或者没有发出',
    upstream: '录制里有这个请求；服务器或它后面的服务器失败了，或没有应答',
    proxy: '录制显示，服务器就是这样应答的',
    answered: '录制里应答正常，但没有完整到达：在录制程序与 go 之间中断',
    'client-left': '应答完整之前，go 就关闭了连接',
    changed: '录制里的应答不是这样：录制程序与 go 之间有别的东西替它应答了',
  },
};
