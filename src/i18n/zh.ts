import type { Texts } from './texts.ts';
import { causeNames } from './zh-causes.ts';
import { diagnosis } from './zh-diagnosis.ts';
import { sentence } from './zh-sentence.ts';

const noShellWords = '没有安全的等价写法；它做的事和下面这条 POSIX shell 命令一样：';

/** Every fixed word of the reports in Chinese. */
export const zh: Texts = {
  diagnosis,
  sentence,
  join: {
    colon: '：',
    comma: '，',
    semicolon: '；',
    leadsTo: ' → ',
    outcome: ' → ',
    bracketed: (text) => `（${text}）`,
    after: '',
    sentence: '。',
    afterSentence: '',
  },
  exit: { succeeded: '成功', failed: '失败', code: (code) => `退出码 ${code}` },
  stdin: '标准输入',
  progress: {
    reading: (name, size) => `正在读取 ${name}  已读 ${size}`,
    share: (name, bar, percent, size, total) => `正在读取 ${name}  ${bar}  ${percent} %  ${size}/${total}`,
  },
  verdict: {
    'module-failure': 'Go 模块的问题',
    'not-module': '不是 Go 模块的问题',
    unknown: '失败了，但这份日志没有说明原因',
    'no-failure': '没有看到失败',
  },
  label: { 'very-likely': '极可能', likely: '很可能', possible: '可能', unlikely: '不太可能' },
  row: {
    for: '支持',
    against: '反对',
    where: '位置',
    route: '请求',
    then: '之后',
    notThis: '不是',
    do: '处理',
    or: '或者',
    price: '代价：',
    unsafe: '有风险：',
    undo: '撤销',
    check: '验证',
    mayFollow: '可能引出',
    toBeSure: '确认',
    doNot: '不要',
    docs: '文档',
    playbook: '分步处理',
    recovered: '之前出错，已恢复',
    tolerated: '之前出错，已忽略',
    advice: '注意',
    seen: '看到',
    missing: '缺少',
    next: '下一步',
    note: '说明',
    unexplained: '未解释',
  },
  domain: {
    'this-machine': '本机',
    'forward-proxy': 'HTTP 代理',
    goproxy: 'GOPROXY 模块代理',
    'goproxy-upstream': '模块代理的上游',
    'vcs-host': '仓库所在主机',
    'checksum-database': '校验和数据库',
    unknown: '无法判断',
  },
  route: {
    nobody: (error) => `不请求任何服务器：${error}`,
    directly: (host) => `直连 ${host}`,
    by: (setting, pattern) => `${setting} 匹配 ${pattern}`,
    through: (proxy) => `经 ${proxy}`,
    past: (entry) => `因 NO_PROXY 的 ${entry} 不走 HTTP 代理`,
    anyError: '任何错误都换下一个',
    notFoundOnly: '只有 404 和 410 换下一个',
    more: (count) => `还有 ${count} 个`,
    sumdb: (host) => `校验和：${host}`,
    noSumdb: '校验和：不问数据库',
    sumdbFails: (error) => `校验和：${error}`,
  },
  effect: {
    directly: (host) => `直连 ${host}`,
    same: (module) => `按看到的设置，请求 ${module} 的服务器和之前一样`,
    asked: (servers) => (servers.length === 1 ? `请求 ${servers[0]}` : `依次请求 ${servers.join('、')}`),
    sumdb: (host) => `校验和问 ${host}`,
    noMore: (names) => `不再请求 ${names.join('、')}`,
    nobody: (module, error) => `${module} 不请求任何服务器：${error}`,
    defaults: '按 Go 的默认设置推算：日志里没有设置',
  },
  stepState: { done: '已完成', due: '现在做', later: '以后做', unseen: '未知' },
  line: (number) => `第 ${number} 行`,
  inEntry: (entry, line) => `${entry} 第 ${line} 行`,
  moreLines: (count) => `还有 ${count} 行类似`,
  moreReadings: (count) => `省略了 ${count} 个可能性更低的解释：-v 显示全部`,
  problem: (number, of) => `问题 ${number}/${of}`,
  ended: (command, line, exitCode) => `${command}（第 ${line} 行）${exitCode === null ? '失败' : `退出码为 ${exitCode}`}`,
  changes: (what) => `会改动${spaced(what.join('、'))}`,
  network: '需要网络',
  inFolder: (folder) => `在 ${folder} 里`,
  lookFirst: '先看现有值',
  places: {
    posix: { variable: '', secret: '', command: '', byHand: '' },
    powershell: { variable: '', secret: '', command: '', byHand: `PowerShell ${noShellWords}` },
    cmd: { variable: '', secret: '', command: '', byHand: `cmd.exe ${noShellWords}` },
    dockerfile: {
      variable: '写进 Dockerfile，放在失败的 RUN 之前：',
      secret: '写进 Dockerfile，替换失败的 RUN；docker build 用 --secret 传入，不会留在任何一层：',
      command: '写进 Dockerfile，放在失败的 RUN 之前：',
      byHand: '在 Dockerfile 里，用它支持的写法，做到和下面的 shell 命令一样的事：',
    },
    'github-actions': {
      variable: '写进 workflow 文件，放在失败的 job 或 step 上：',
      secret: '写进 workflow 文件，放在失败的 step 上；值保存在 Settings 的 Secrets 里：',
      command: '写进 workflow 文件，在失败的 step 之前加一个 step：',
      byHand: '在 workflow 文件里，用它支持的写法，做到和下面的 shell 命令一样的事：',
    },
    'gitlab-ci': {
      variable: '写进 .gitlab-ci.yml，放在失败的 job 上：',
      secret: '在 Settings、CI/CD、Variables 里设置，并勾选 masked：',
      command: '写进 .gitlab-ci.yml，放在失败的 job 上：',
      byHand: '在 .gitlab-ci.yml 里，用它支持的写法，做到和下面的 shell 命令一样的事：',
    },
    'azure-pipelines': {
      variable: '写进 pipeline 文件，放在失败的 job 上：',
      secret: '写进 pipeline 文件，放在失败的 step 上；值保存为 pipeline 的 secret 变量：',
      command: '写进 pipeline 文件，在失败的 step 之前加一个 step：',
      byHand: '在 pipeline 文件里，用它支持的写法，做到和下面的 shell 命令一样的事：',
    },
    jenkins: {
      variable: '写进 Jenkinsfile，放在失败的 stage 上：',
      secret: '写进 Jenkinsfile，放在失败的 stage 上；值保存为 Jenkins 的 credential：',
      command: '写进 Jenkinsfile，在失败的 step 之前加一个 step：',
      byHand: '在 Jenkinsfile 里，用它支持的写法，做到和下面的 shell 命令一样的事：',
    },
    ci: {
      variable: '在设置这个 CI 任务变量的地方：',
      secret: '在设置这个 CI 任务 secret 变量的地方：',
      command: '在 CI 任务里，放在失败的命令之前：',
      byHand: '在 CI 任务里，用它支持的写法，做到和下面的 shell 命令一样的事：',
    },
  },
  causeNames,
  edit: (path) => `在 ${path} 里，把`,
  editTo: '改成',
  retried: (line) => `第 ${line} 行重试`,
  instead: '应该：',
  adviceVerdict: { unsafe: '有风险', 'no-effect': '不起作用', obsolete: '已过时' },
  secrets: (count) => `已隐去 ${count} 处敏感信息`,
  partly: '输入中途断了：后面的内容没有解释',
  cut: (limit, seen, kept) => `${limit}：共 ${seen}，保留 ${kept}`,
  ownLists: ['timeline', 'evidence', 'unexplained'],
  cutWords: {
    'buildkit-log': (_seen, kept, line = 1) => `Docker 截断了这一步的输出${at(kept)}（第 ${line} 行）`,
    'gitlab-log': (_seen, kept, line = 1) => `GitLab runner 停止了写日志${at(kept)}（第 ${line} 行）`,
    'travis-log': (_seen, kept, line = 1) => `日志太长，Travis 结束了任务${at(kept)}（第 ${line} 行）`,
    'github-page': (_seen, _kept, line = 1) => `GitHub 页面只显示了这一步的一部分（第 ${line} 行）；raw log 里有全部内容`,
    'circleci-page': (_seen, _kept, line = 1) => `CircleCI 页面只显示了这一步的一部分（第 ${line} 行）；下载的输出里有全部内容`,
    'jenkins-page': (_seen, _kept, line = 1) => `Jenkins 只显示了日志的末尾（第 ${line} 行）；“Full Log”或 /consoleText 里有全部内容`,
    front: (_seen, _kept, line = 1) => `日志从一条消息的中间开始（第 ${line} 行）：前面的内容缺失`,
    end: (_seen, _kept, line = 1) => `日志没有到结尾就断了（第 ${line} 行）：后面的内容缺失`,
    snipped: (_seen, _kept, line = 1) => `有人删掉了一部分行（第 ${line} 行）`,
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
    changed: () => '读取时文件还在写入：等它写完再解释一次',
    'read-error': (_seen, kept) => `读取中途出错：只解释了前 ${kept} 字节`,
  },
  sideEffect: {
    'skips-public-proxy': 'git 要求输入密码：这些模块现在由 go 自己去拉取',
    'changes-sumdb': '其他模块也会改用另一个校验和数据库校验',
    'skips-sumdb': '模块被改动而没人发现：不再向公共校验和数据库核对',
  },
  unknown: {
    command: (ended) => `${ended}，但没有一行说明原因。`,
    nothing: '能看到失败，但没有一行说明原因。',
    lastDownload: 'go 最后请求的模块',
    gone: '原因很可能在缺失的那部分里。',
    missingReason: '说明原因的那些行',
    weak: '以下解释都有可能，但日志都没有证实',
    steps: {
      docker: { title: '看完整输出：', command: 'BUILDKIT_STEP_LOG_MAX_SIZE=-1 docker build --progress=plain --no-cache .' },
      module: (module) => ({ title: '只看这个模块：', command: `go mod download -x ${module}` }),
      download: { title: '看 go 做了什么：', command: 'go mod download -x' },
      raw: '取失败步骤的完整原始日志，不要摘要，也不要只截最后几行',
    },
  },
  noFailure: (lines) => `读了 ${thousands(lines)} 行。如果构建确实失败了，这份日志可能被截断或过滤过：换成原始日志再试。`,
  empty: '输入是空的。如果本来有日志，它没有传到 modwhy：用 2>&1 把命令的两路输出都传过来。',
  markdown: {
    evidence: '证据',
    otherReadings: '其他解释',
    likelihood: '可能性',
    code: '代码',
    what: '内容',
    footer: (version, catalog) => `modwhy ${version}，规则库 ${catalog}`,
    shortened: '报告从这里起省略。',
  },
};

/** `，在 2 MiB 处` */
function at(bytes: number): string {
  if (bytes === 0) return '';
  const exact = [1 << 20, 1024].find((unit) => bytes % unit === 0);
  return `，在 ${exact === undefined ? `${thousands(bytes)} 字节` : `${bytes / exact} ${exact === 1024 ? 'KiB' : 'MiB'}`} 处`;
}

/** A name gets a space before it, Chinese words do not. */
function spaced(text: string): string {
  return /^[\x20-\x7e]/.test(text) ? ` ${text}` : text;
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
