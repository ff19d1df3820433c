import type { Texts } from './texts.ts';

// What is said of a command that runs, of its settings, and of a log that grows.
export const run: Texts['run'] = {
  notShown: (bytes) => `命令最先输出的 ${bytes} 个字节不在这里重新显示`,
  interrupting: '已把 Ctrl+C 转给命令；再按一次离开界面，命令继续运行',
  lost: (why) => `命令的输出没能全部转发：${why}`,
  leftBehind: '命令留下的一个进程还占着它的输出：它之后输出的内容会丢失',
  notExplained: (exitCode, why) => `命令已结束，退出码 ${exitCode}，但无法解释：${why}`,
  unknown: (command, exitCode) => `${command} 的退出码是 ${exitCode}，它的输出没有说明原因（用 modwhy run -v 看读到了什么）`,
  answeredAbove: (command) => `${command} 失败的原因见上面的解答`,
  recovered: (title, code) => `命令成功了，中间遇到过：${title}（${code}）`,
  retry: (attempt, of, title, code, wait) => `第 ${attempt} 次失败（最多 ${of} 次）：${title}（${code}）；${wait} 后重试`,
  noTime: (budget) => `不再重试：那样会超出重试时限 ${budget}`,
  notRetried: {
    command: '不重试：只重试 go build、test、mod、get、list 和 install（--retry-any：全部命令）',
    cause: '不重试：对这个原因，再试一次没有用，或者不允许',
    unsure: '不重试：原因还不够确定',
    person: '不自动重试：也许过一会儿就好，策略规定由人来决定',
  },
  succeeded: (attempt, failed) => `第 ${attempt} 次成功；之前：${failed.join('；')}`,
  attempt: (attempt, title, code) => `第 ${attempt} 次：${title}（${code}）`,
  earlier: '之前',
};

export const config: Texts['config'] = {
  user: '用户',
  project: '项目',
  none: '没有',
  everything: '全部',
  policy: 'modwhy run --retry-if-transient 可以重试的原因：',
  others: '其他原因：从不；checksum.*、tls.* 和 auth.* 无法放开',
  permission: { automatic: '自动', person: '由人决定', never: '从不' },
  changed: (before) => `（没有配置时：${before}）`,
  without: (name) => `${name} 里写的不起作用`,
};

export const watch: Texts['watch'] = {
  remark: {
    rotated: '文件已轮转：下面是新文件',
    replaced: '另一个文件用了这个名字：开始新的构建',
    truncated: '文件被清空：开始新的构建',
    missing: '文件不存在：等待它出现',
    appeared: '文件已出现',
  },
  mayChange: '日志还在写入：结果可能变化。',
  wentOn: (name) => `${name}：刚才显示的失败已经过去，构建继续了；现在没有看到失败`,
  waiting: '还没有这个文件：等待它出现',
};
