import type { Texts } from './texts.ts';

export const trace: Texts['trace'] = {
  duration: (ms) =>
    ms < 1000
      ? `${Math.round(ms)} 毫秒`
      : ms < 60_000
        ? `${(ms / 1000).toFixed(1)} 秒`
        : ms < 3_600_000
          ? `${Math.floor(ms / 60_000)} 分 ${Math.floor((ms % 60_000) / 1000)} 秒`
          : `${Math.floor(ms / 3_600_000)} 小时 ${Math.floor((ms % 3_600_000) / 60_000)} 分`,
  spans: (count, most) => `${count} 个请求和步骤${most > 1 ? `，最多同时 ${most} 个` : ''}`,
  failed: (count) => `${count} 个失败`,
  open: (count) => `${count} 个在日志里没有应答`,
  retried: (count) => `${count} 个重复请求`,
  time: '时间',
  timeOf: {
    requests: '等服务器',
    vcs: 'git 等命令',
    build: '构建',
    gc: '垃圾回收停顿',
    cpu: '处理器在工作',
    init: '启动',
  },
  inAll: (duration) => `共 ${duration}`,
  server: (host, requests) => `${host}：${requests} 个请求`,
  slowest: (duration, line) => `最慢 ${duration}（第 ${line} 行）`,
  longest: '最久',
  moreServers: (count) => `还有 ${count} 台服务器：-v 全部显示`,
  stall: (text, line) => `日志里没有 ${text} 的应答（第 ${line} 行）`,
  unanswered: '命令被中止之前没有收到应答',
  quiet: (duration) => `之后 ${duration} 没有任何输出`,
  verdict: {
    waiting: (percent, samples) => `程序在等待：${samples} 次采样中，处理器只有 ${percent}% 的时间在工作`,
    cpu: (percent, samples, queued) =>
      `程序在计算：${samples} 次采样中，处理器有 ${percent}% 的时间在工作${queued ? '，还有任务在排队' : ''}`,
    gc: (percent, collections, pauseMs) => `程序在回收垃圾：${collections} 次回收占了处理器 ${percent}% 的时间，停顿共 ${pauseMs} 毫秒`,
  },
  rerun: {
    new: () => '按这份代码、这些参数、构建变量和这个 Go 版本，没有保存过结果',
    inputs: () => '测试读取的文件或环境变量与上次不同',
    expired: () => '此后运行过 go clean -testcache',
    'input-file': (file) => `它读取的文件刚刚改过，或者读不了：${file}`,
    argument: (argument) => `${argument} 会关闭测试结果缓存`,
    'local-mode': () => '不写包或模式的 go test 不保存结果：请写上，例如 go test ./...',
    outside: () => '这个包不在模块、GOPATH 和 GOROOT 里',
    coverage: () => '与保存的结果配套的覆盖率数据不在了，或属于别的文件',
    damaged: () => '保存的结果读不出来',
  },
  rerunOf: (name, because) => (name === null ? because : `${name} 重新运行了：${because}`),
  moreReruns: (count) => `另有 ${count} 个包重新运行：-v 全部列出`,
  cacheKeys: {
    count: (packages, programs) => `其中有 ${packages} 个包${programs > 0 ? `和 ${programs} 个程序` : ''}的缓存键的组成`,
    into: '除文件和导入外，键里还有',
    flags: (tool) => `${tool} 参数`,
    mode: '构建模式',
    version: (compiler) => `${compiler} 是`,
    none: '无',
    compare: '要知道为什么重新构建，请与另一次构建的同样输出比较：modwhy compare FIRST.log SECOND.log',
  },
  resolver: {
    names: '域名',
    who: { go: 'Go 自己的解析器', cgo: '系统的解析器（cgo）', dynamic: 'Go 自己的解析器或系统的解析器，因域名而异' },
    order: (name, order) => `${name} 按 ${order} 查找`,
    setting: '见跟踪开头；其中不列出所查的域名，netdns=2 才会列出',
    lookups: (count) => `${count} 次查询`,
  },
};
