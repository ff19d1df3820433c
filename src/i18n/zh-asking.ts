import type { Texts } from './texts.ts';

// Questions that settle what a log leaves open.
export const ask: Texts['ask'] = {
  hint: (questions, command) => `${command} 会提出 ${questions} 个能判定它的问题`,
  question: (number) => `问题 ${number}：这条命令显示什么？它只查看，不改动任何东西。`,
  leads: (label, title) => `那么 ${label}：${title}`,
  dontKnow: '不知道',
  back: '返回：收回上一个回答',
  stop: '不再提问，显示报告',
  choose: (keys) => `你的回答（${keys}）：`,
  again: (keys) => `请回答其中之一：${keys}`,
  now: (label, title) => `现在 ${label}：${title}`,
  undecided: '现在没有领先的原因',
  nothing: '日志本身已经能判定，或者没有问题能改变答案',
  done: '没有能改变答案的问题了',
  countsNothing: (question, log) => `--answer ${question}：${log} 里没有哪个问题涉及它，这个回答不起作用`,
};

export const tree: Texts['tree'] = {
  head: {
    log: (name) => `怎样判定 ${name}`,
    symptom: (text) => `怎样判定：${text}`,
    signal: (id) => `怎样判定消息 ${id}`,
    cause: (id) => `怎样把 ${id} 和看起来像它的原因分开`,
    way: () => '取不到模块时按 go 需要的顺序查什么',
  },
  legend: '以 ? 开头的行是只查看的命令；下面是它可能显示什么、说明什么，=> 之后是那时领先的原因。',
  of: (name) => `${name}：`,
  decided: '没有能改变这一点的问题。',
  none: '规则里没有与此对应的失败。请给出完整日志，或者 Go 原样输出的错误行。',
  stage: {
    configured: '1. 配置了代理吗？这个模块用它吗？',
    reachable: '2. 能连上吗？',
    credentials: '3. 对方知道是谁在请求吗？',
    direct: '4. 仓库自己怎么说？',
  },
  playbooks: (titles) => `报告里有分步说明：${titles.join('；')}`,
};
