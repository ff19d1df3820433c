import type { Sentences } from '../model/said.ts';

/** What `modwhy help` and the tables of the README say in Chinese, by the English words. */
export const helpZh: Sentences = {
  'modwhy - explains why a Go module build failed, from its log': 'modwhy - 根据日志说明 Go 模块构建为什么失败',
  Usage: '用法',
  'unexplained: write a draft of a rule for each there': 'unexplained：在这里为每一项写一份规则草稿',
  // The manual page.
  NAME: '名称',
  SYNOPSIS: '概要',
  COMMANDS: '命令',
  FLAGS: '参数',
  FORMATS: '格式',
  ENVIRONMENT: '环境变量',
  'EXIT STATUS': '退出码',
  EXAMPLES: '示例',
  'COMMAND [FLAGS] [OPERANDS]': '命令 [参数] [操作数]',
  'a script by which bash, zsh, fish or powershell completes words': 'bash、zsh、fish 或 powershell 的补全脚本',
  'the manual page: modwhy man | man -l -': '手册页：modwhy man | man -l -',
  Flags: '参数',
  'one log': '一份日志',
  'what comes in on the pipe': '管道传入的内容',
  // Heads of tables.
  flag: '参数',
  variable: '变量',
  meaning: '含义',
  exit: '退出码',
  // Commands.
  'explain logs; no FILE or -: standard input': '解释日志；不写 FILE 或写 -：读标准输入',
  'the log with its secrets hidden, safe to share': '隐去日志里的敏感信息，便于分享',
  'causes it knows; modwhy rules: signals': '它知道的全部原因；modwhy rules：它的信号',
  'its signals, with their samples': '它的信号和样例',
  'flags of screens': '界面的参数',
  'follow logs that grow, through rotation': '跟踪不断增长的日志，轮转也不中断',
  'COMMAND, commands, environment, formats ...': '主题：commands、命令名、environment、exit-codes、formats',
  'from here to the module, step by step': '从本机到模块，一步一步地查',
  'what weakens checks here, since when, until when': '这里有什么削弱了校验，从何时起，到何时止',
  'bypass add: who answers for it': 'bypass add：由谁负责',
  'bypass add: why it is wanted': 'bypass add：为什么需要',
  'modwhy bypass [list|add|end] - what weakens checks here, since when, until when':
    'modwhy bypass [list|add|end] - 这里有什么削弱了校验，从何时起，到何时止',
  'each one with what it switches off': '逐项列出，并说明它关掉了什么',
  'record one that is wanted': '记录一项确实需要的',
  'how to end it; removes the record': '怎样结束它；并删除记录',
  'in CI: exit 1 when one is overdue or not recorded': '在 CI 里：有过期或没有记录的，退出码为 1',
  [`Looked at are the environment, the go env file, git's configuration files, CI
files and Dockerfiles of this project, and the replace lines of go.mod. Nothing
is started and nothing is ended: the steps are shown. Records about this machine
stand in the user's state folder, those about the project in .modwhy/bypasses.yaml;
they cannot speak for the machine. With --here, modwhy explain and modwhy run
name what is overdue or not recorded.`]: `查看的是：环境变量、go env 文件、git 的配置文件、本项目的 CI 文件和 Dockerfile，
以及 go.mod 的 replace 行。不启动任何程序，也不替您结束什么：只显示步骤。
关于本机的记录在用户的状态目录里，关于项目的在 .modwhy/bypasses.yaml 里；
项目的记录不能为本机说话。
带 --here 时，modwhy explain 和 modwhy run 会指出过期或没有记录的项。`,
  'modwhy doctor [MODULE[@VERSION]] - from here to the module, step by step':
    'modwhy doctor [MODULE[@VERSION]] - 从本机到模块，一步一步地查',
  'the first module of go.mod, or a public one': 'go.mod 里的第一个模块，或一个公开模块',
  'this module': '这个模块',
  'in CI, before a build': '在 CI 里，构建之前',
  [`It goes the way that modwhy route shows: forward proxy, GOPROXY servers,
checksum database, cache, repository. Each step is shown before it runs; on a
terminal it asks first. Only these hosts are asked, never an address of the link
or of cloud metadata. No login is sent but one that stands in the URL of GOPROXY
or HTTPS_PROXY, to that host. git and go run in an empty folder, without settings
that start programs. The last lines are the cause and what to do; --format json
is evidence for modwhy explain --with.`]: `按 modwhy route 的路线检查：正向代理、GOPROXY 服务器、校验和数据库、缓存、仓库。
每一步都先显示再执行；在终端里先询问。只请求这些主机，
从不请求链路本地地址和云的元数据地址。
除 GOPROXY 或 HTTPS_PROXY 的 URL 里写明的登录信息发给那台主机外，不发送任何登录信息。
git 和 go 在空目录里运行，不带任何能启动别的东西的设置。
最后几行是原因和处理办法；--format json 的结果可以交给 modwhy explain --with。`,
  'exit 1 when go could not get the module; asks nothing': 'go 取不到模块时退出码为 1；不询问',
  'go mod download and verify too, in a throw-away cache': '还执行 go mod download 和 verify，用一次性的缓存',
  'go on where the last one, within an hour, ended': '从一小时内上一次结束的地方继续',
  'time for all steps (5m)': '所有步骤的时间（5m）',
  'ask this name server too, and compare': '也查询这台域名服务器，并对照',
  'which servers go asks for a module, and why': 'go 会向哪些服务器请求某个模块，为什么',
  'run a command, explain when it fails; help run': '运行命令，失败时解释原因；详见 help run',
  'settings of config files, and what run may retry': '配置文件里的设置，以及 run 可以重试什么',
  "what is damaged or left over in go's caches": 'go 的缓存里有什么损坏或遗留',
  "modwhy cache [DIR] - what is damaged or left over in go's caches": 'modwhy cache [DIR] - go 的缓存里有什么损坏或遗留',
  'GOMODCACHE and GOCACHE of this machine': '本机的 GOMODCACHE 和 GOCACHE',
  'a GOMODCACHE, GOCACHE or GOPATH elsewhere': '别处的 GOMODCACHE、GOCACHE 或 GOPATH',
  'all contents, compared with this go.sum': '全部内容，并与这个 go.sum 对照',
  [`Nothing is written, locked or started; go may run meanwhile. Links are not followed.
Each finding names the files, the cause that explain gives for the error of go, and the
narrowest commands that end it. Lock files of go lie there always: who holds one, the
system tells (/proc on Linux). The go.sum of this folder is compared when there is one.
Without --deep the 5,000 newest versions or 1 GiB of them are hashed, and what go.sum names.`]: `不写、不加锁、不启动任何东西；go 可以同时运行。不跟随链接。
每一项都写明文件、explain 对 go 的报错会给出的原因，以及影响最小的命令。
go 的锁文件一直都在：谁持有锁，由系统说明（Linux 上是 /proc）。
当前目录有 go.sum 时会与它对照。
不加 --deep 时，只计算最新的 5,000 个版本或 1 GiB 内容的校验和，以及 go.sum 里有的。`,
  'how two go env differ; where a setting comes from': '两份 go env 的差别；一项设置来自哪里',
  'who pulls a module into the build': '是谁把某个模块引入构建',
  'where two logs, go.mod or go.sum go apart': '两份日志、go.mod 或 go.sum 从哪里开始不同',
  'the commands that show a failure again': '重现失败的命令',
  // Flags.
  'hash all contents, not only what go.sum names and the newest': '计算全部内容的校验和，不只是 go.sum 里有的和最新的',
  "this folder's files and go env as evidence; run: by itself": '用当前目录的文件和 go env 作旁证；run 默认如此',
  'without the evidence of this folder': '不用当前目录的旁证',
  'a terminal for the command': '给命令一个终端',
  'the log on a screen while the command runs, then its answer': '命令运行时在界面上显示日志，失败后显示解答',
  'up to N (20) more attempts when the cause may pass': '原因可能自行消失时，最多重试 N 次（上限 20）',
  'no attempt begins later than this after the first (5m)': '从第一次算起，超过这个时间就不再开始重试（5m）',
  'retry commands other than go build, test, mod, get ... too': '也重试 go build、test、mod、get 等以外的命令',
  'Common flags: modwhy help': '通用参数：modwhy help',
  'paste a log, explained while it comes': '粘贴日志，边粘贴边解释',
  'what to look at where the log does not decide': '日志不能判定时该查什么',
  // Topics.
  'modwhy explain --ask build.log - questions that settle what the log leaves open':
    'modwhy explain --ask build.log - 用问题判定日志没有说清的事',
  'asks on the terminal': '在终端上提问',
  'an answer; may be repeated': '一个回答；可以重复',
  'not known: the question is left out': '不知道：跳过这个问题',
  'all questions, and what follows from each': '全部问题，以及各自的结论',
  'what tells this cause from what looks like it': '怎样把它和相似的原因分开',
  'the way that go takes to a module': 'go 取得模块要走的路',
  'modwhy paste - a log that is pasted, explained while it comes': 'modwhy paste - 粘贴日志，边粘贴边解释',
  'Each question is a command that only looks. Run it where the build failed, and say what\nit shows. An answer counts as evidence, and is shown as "answered"; on the screen the\nkey a opens the questions, and b takes the last answer back.':
    '每个问题都是一条只查看的命令。在构建失败的地方运行它，回答它显示了什么。\n回答算作证据，显示为 answered；在屏幕上按 a 打开问题，按 b 收回上一个回答。',
  'Up to 20 MB. A paste of more than 20 lines is one row. Secrets are hidden and counted,\nand nothing leaves this machine. The path of a file, pasted or dropped, opens that file.\nEnter explains, Ctrl+U clears, Ctrl+O opens a file, Esc goes back.\nWithout a terminal: modwhy < build.log':
    '最多 20 MB。超过 20 行的粘贴显示成一行。敏感信息会隐去并计数，内容不会离开这台机器。\n粘贴或拖入文件路径会打开那个文件。Enter 解释，Ctrl+U 清空，Ctrl+O 打开文件，Esc 返回。\n没有终端时：modwhy < build.log',
  'what took how long, as bars; on a terminal the screen opens there': '用条形显示各项耗时；在终端上直接打开该界面',
  'where the log does not decide, ask on the terminal; the answers count': '日志不能判定时在终端上提问；回答算作证据',
  'the answer to a question of the report, or of modwhy tree; may be repeated': '对报告或 modwhy tree 里某个问题的回答；可以重复',
  'text, json, markdown, html ... (help formats)': 'text、json、markdown、html 等（见 help formats）',
  'SARIF 2.1.0, for code scanning': 'SARIF 2.1.0，用于代码扫描',
  'JUnit XML: what made a command fail is a failed test': 'JUnit XML：导致命令失败的是一个失败的测试',
  'annotations of GitHub Actions, one a finding': 'GitHub Actions 的注解，每项发现一条',
  'a Code Quality report of GitLab': 'GitLab 的 Code Quality 报告',
  'evidence: go.mod, go env ... (help evidence); repeatable': '旁证：go.mod、go env 等（见 help evidence）；可以重复',
  'route: what a setting would change; may be repeated': 'route：改一项设置会有什么变化；可以重复',
  'watch: begin at start, end, or resume where it was left': 'watch：从 start、end 开始，或用 resume 从上次的位置继续',
  'write there instead of standard output': '写到这个文件，而不是标准输出',
  'exit 1 on: explained, unexplained, any (default: never)': '何时退出码为 1：explained、unexplained、any（默认：从不）',
  'text even on a terminal': '在终端里也只输出文本',
  'auto, always or never': 'auto、always 或 never',
  'en or zh (default: the locale); json only by the flag': 'en 或 zh（默认按 locale）；json 只看这个参数',
  'colours of the screen: auto, dark, light or mono': '界面的颜色：auto、dark、light 或 mono',
  'the screen as sentences, for those who listen to it': '用句子代替界面，供屏幕阅读器使用',
  'print nothing outside ASCII': '只输出 ASCII 字符',
  'hide secrets; off works for text and the screen only': '隐去敏感信息；off 只对文本和界面有效',
  'no notices on standard error': '标准错误上不输出提示',
  'all readings and evidence; internal errors in full': '显示全部解释和证据；内部错误显示完整',
  'run: it failed before it started the command (126, 127: that cannot be run)': 'run：启动命令之前就失败了（126、127：命令不能运行）',
  'this help': '本帮助',
  'the version': '版本',
  // Topics of the commands that compare and look up.
  'modwhy env - how two go env differ, and where a setting comes from': 'modwhy env - 两份 go env 的差别，以及一项设置来自哪里',
  'by what each difference can cause': '按每项差别可能造成的后果排列',
  'this machine and a log with a go env in it': '本机，和一份含有 go env 的日志',
  'where it comes from, and what it hides': '它来自哪里，遮住了什么',
  'what is known of another machine': '另一台机器上已知的情况',
  'Texts, JSON and the form of Windows are read. Files are read as text, and no program is\nstarted: in a folder with a go.mod even go env may download a toolchain.':
    '能读文本、JSON 和 Windows 的形式。文件只当作文本读，不启动任何程序：\n在有 go.mod 的目录里，连 go env 也可能下载工具链。',
  'modwhy compare GOOD BAD - where two logs, go.mod or go.sum go apart':
    'modwhy compare GOOD BAD - 两份日志、go.mod 或 go.sum 从哪里开始不同',
  'first difference, versions, steps, settings': '第一处不同、版本、步骤、设置',
  'what changed, those that break builds first': '有什么变化，常导致失败的在前',
  'what the failure is about first': '与失败有关的在前',
  'the commit before the failure': '失败之前的提交',
  'Times, durations, temporary names, folders of a machine, hashes and ids are no difference,\nand neither is another order of the same lines: downloads and packages run side by side.':
    '时间、用时、临时名称、机器自己的目录、哈希和编号不算不同，\n相同的行换了顺序也不算：下载和包是并行的。',
  'modwhy blame MODULE[@VERSION] - who pulls a module into the build': 'modwhy blame MODULE[@VERSION] - 是谁把某个模块引入构建',
  'chains of requirements': '要求的链条',
  'the same from a file': '同样的内容，来自文件',
  'from the go.mod of this folder': '来自当前目录的 go.mod',
  'Read are go mod graph, go list -m -json all, go list -m all, go mod why -m and go.mod, several\nof them together. The highest version that anybody requires is used; this names who does.':
    '能读 go mod graph、go list -m -json all、go list -m all、go mod why -m 的输出和 go.mod，\n也可以一起给出。构建用的是被要求的最高版本；这里指出是谁要求的。',
  'modwhy repro [LOG] - the commands that show a failure again': 'modwhy repro [LOG] - 重现失败的命令',
  'for one POSIX shell, in caches of their own': '用于 POSIX shell，用单独的缓存',
  'with the lines that matter': '带上有关的条目',
  'and a folder to share, its secrets hidden': '另外生成用于分享的目录，已隐去敏感信息',
  'Nothing is run, and no cache is cleared. The folder of -o must be new or empty; it gets the\nlog, the report, the commands, what was given by --with, and a list with their SHA-256.':
    '不运行任何命令，不清空任何缓存。-o 的目录必须是新的或空的；其中有日志、报告、命令、\n--with 给出的内容，以及带 SHA-256 的列表。',
  // Topics.
  'modwhy run [FLAGS] -- CMD ARGS... - run a command, explain when it fails':
    'modwhy run [FLAGS] -- CMD ARGS... - 运行命令，失败时解释原因',
  'the answer appears below the output': '解答显示在输出下面',
  'a Makefile that says $(GO)': 'Makefile 里所有写成 $(GO) 的命令',
  'in a CI job, or in a RUN line': '用在 CI 任务或 RUN 行里',
  'the only config file; empty: none': '唯一的配置文件；留空：不用配置',
  'set by modwhy run for those inside it: the pipes that it reads': 'modwhy run 设给内层：它读取的管道',
  'What CMD prints comes out unchanged and at once; the answer goes to standard\nerror or to -o. Standard input, signals and the exit code are those of CMD:\n128+n when a signal ended it, 126 when it cannot be run, 127 when it is not\nfound, 125 when modwhy failed before that. When CMD succeeds, modwhy says\nnothing. Inside another modwhy run, the outer one explains. What CMD prints into\na pipe may be less coloured than on a terminal: --pty gives it one.': `CMD 的输出原样、立即转发；解答写到标准错误或 -o 指定的文件。
标准输入、信号和退出码都与 CMD 一致：被信号结束为 128+n，
不能运行为 126，找不到为 127，modwhy 在启动它之前失败为 125。
CMD 成功时，modwhy 不输出任何内容。嵌套使用时，由最外层解释。
CMD 向管道输出时颜色可能比终端里少：--pty 给它一个终端。`,
  'Retried is only go build, test, mod, get, list or install (unless --retry-any),\nwhen every cause that ended it is transient and at least likely. Waits: 2 s, 4\ns, 8 s ... up to 60 s, each a little longer so that many jobs do not ask at\nonce. modwhy config shows what may be retried.': `只重试 go build、test、mod、get、list、install（除非加 --retry-any），
而且导致失败的每个原因都是暂时性的，至少“很可能”。间隔依次为 2 秒、4 秒、8 秒……最长 60 秒，
各加一点，免得许多任务同时再请求。modwhy config 显示可以重试什么。`,
  'modwhy redact [FILE...] - the log with its secrets hidden, safe to share': 'modwhy redact [FILE...] - 隐去日志里的敏感信息，便于分享',
  'modwhy route MODULE[@VERSION] - which servers go asks for a module, and why':
    'modwhy route MODULE[@VERSION] - go 会向哪些服务器请求某个模块，为什么',
  'one log; several follow each other': '一份日志；多份依次输出',
  'into a file that only you can read at first': '写到文件，起初只有自己能读',
  'what comes in on the pipe, as it comes': '管道传入的内容，边读边输出',
  'Passwords, tokens, keys and user names become <secret-1>, <user-1>: the same one has\nthe same name throughout. All other bytes stay: line ends, colours, encoding.\nA file is read twice, so that a secret is hidden before the line that gives it away\ntoo; a pipe is read once. How many were hidden is said on standard error (-q: not).\nNo program finds every secret: look through the result before you share it.':
    '密码、令牌、密钥和用户名会变成 <secret-1>、<user-1>：同一个内容始终用同一个名字。\n其他字节保持不变：换行、颜色、编码。文件会读两遍，这样在泄露它的那一行之前出现的\n敏感信息也会隐去；管道只读一遍。隐去了多少处会写到标准错误（-q：不写）。\n没有程序能找出所有敏感信息：分享之前自己再看一遍。',
  'modwhy watch FILE... - follow logs that grow, and say why a build in them failed':
    'modwhy watch FILE... - 跟踪不断增长的日志，说明其中的构建为什么失败',
  'a screen on a terminal, answers in a pipe': '在终端里是界面，在管道里输出结果',
  'a row for each report that differs': '报告每次变化输出一行',
  'goes on where it was left': '从上次的位置继续',
  'from the first byte (the default)': '从第一个字节开始（默认）',
  'only what is written from now on': '只看此后写入的内容',
  'from the place that the last one left, else from the first byte': '从上次记下的位置继续，没有就从第一个字节开始',
  'A file may be renamed, emptied, replaced, deleted, and need not be there yet.\nThe head of a job (GitHub, GitLab, Jenkins, BuildKit), an emptied file, or the\nnext command that someone types after a failure begins another build with a\nreport of its own. Text is printed when a failure is complete, or when nothing\nwas written for 2 seconds. In a row, "final" says that the build is over, and\n"revision" counts what changed. Ctrl+C ends it: exit code 130.':
    '文件可以改名、清空、替换、删除，也可以还不存在。任务的开头（GitHub、GitLab、\nJenkins、BuildKit）、被清空的文件，或失败之后有人输入的下一条命令，都会开始\n新的构建，有自己的报告。失败完整之后输出文本；2 秒没有写入也会输出。\n每行里的 "final" 表示构建已经结束，"revision" 是变化的次数。\n按 Ctrl+C 结束，退出码 130。',
  'as --{1}': '同 --{1}',
  'no colour': '不用颜色',
  'colour even in a pipe; --color is stronger than all of them': '在管道里也用颜色；--color 优先于它们',
  'no screen': '不打开界面',
  'the language, where neither --lang nor MODWHY_LANG names one': '语言，在 --lang 和 MODWHY_LANG 都没有指定时',
  'for a reader; several inputs are separated by an empty line': '给人读；多个输入之间空一行',
  'one line a finding, FILE:LINE: error: CODE cause: message, for editors':
    '每个结果一行，FILE:LINE: error: CODE cause: message，给编辑器用',
  'one object for one input; its schema is schema/report-v1.json': '一个输入一个对象；schema 见 schema/report-v1.json',
  'one row for every input, in input order, errors included': '每个输入一行，按输入顺序，出错的也有',
  'for a pull request comment or a job summary': '用于 PR 评论或任务摘要',
  'one page with charts that needs nothing beside itself': '带图表的单个页面，不依赖其他文件',
  'modwhy explain build.log --with FILE - what stands beside the log': 'modwhy explain build.log --with FILE - 日志旁边的文件',
  'A file is known by its content, not by its name, and up to 16 MiB are read. The same\npasted into the log below its command (cat go.mod, go env) or in a fence of ```\ncounts, too. What a file shows is quoted with its name and line. Of two go env the last\none counts, unless the log shows which is its own; what differs is named.':
    '文件按内容识别，不看名字，最多读 16 MiB。同样的内容贴在日志里也算数：\n跟在它的命令（cat go.mod、go env）后面，或放在 ``` 之间。引用时写出文件名和行号。',
  'a browser or a recording proxy: save as HAR': '浏览器或抓包代理：另存为 HAR',
  'what the servers answered, and pages that ask to sign in': '服务器返回了什么，有没有登录页面',
  '`go env > env.txt`, `go env -json`': '`go env > env.txt`、`go env -json`',
  'what GOPRIVATE covers, and settings that switch things off': 'GOPRIVATE 覆盖了什么，哪些功能被关掉',
  '`go mod graph`, `go mod why`, `go mod verify`, `go list -m -json all`, `go mod download -json`':
    '`go mod graph`、`go mod why`、`go mod verify`、`go list -m -json all`、`go mod download -json`',
  'who brings a module in, errors of single modules, changed files of the cache': '谁引入了某个模块、单个模块的错误、缓存中被改动的文件',
  '`go version`, `go version -m PROGRAM`': '`go version`、`go version -m PROGRAM`',
  'a Go that is older than what was asked for': 'Go 是否比要求的旧',
  'the file': '文件本身',
  'whether the line or the hash is there': '有没有那一行或那个哈希',
  '`vendor/modules.txt`': '`vendor/modules.txt`',
  'what the vendor folder lacks, also against go.mod': 'vendor 目录缺什么，与 go.mod 是否一致',
  'what is required, replaced, excluded; the go line': 'require、replace、exclude 了什么；go 那一行',
  'the folders that count as local': '哪些目录算本地模块',
  '`~/.netrc`': '`~/.netrc`',
  'the hosts with a login; logins and passwords are never shown': '哪些主机有登录信息；用户名和密码从不显示',
  '`~/.gitconfig`': '`~/.gitconfig`',
  'URLs that go over ssh, proxies, checks that are off': '哪些 URL 走 ssh、代理、关掉的检查',
  'what is not copied, mounted or installed before go runs': '运行 go 之前缺少什么：复制、挂载或安装',
  'GitHub Actions, GitLab, Azure, CircleCI, Jenkinsfile': 'GitHub Actions、GitLab、Azure、CircleCI、Jenkinsfile',
  'variables, Go versions, caches that never change': '变量、Go 版本、永远不变的缓存',
  '`/etc/resolv.conf`': '`/etc/resolv.conf`',
  'the name server that was asked': '问的是哪台 DNS 服务器',
  '`/etc/hosts`': '`/etc/hosts`',
  'names that are sent elsewhere': '被指到别处的名字',
  'Athens, Artifactory, Nexus, nginx, Squid: the access log': 'Athens、Artifactory、Nexus、nginx、Squid 的访问日志',
  'what the proxy got and answered, on one timeline': '代理收到了什么、怎么回答，放在同一条时间线上',
  '`curl -v`, `dig`, `openssl s_client`, `ssh -v`, `GIT_TRACE=1`': '`curl -v`、`dig`、`openssl s_client`、`ssh -v`、`GIT_TRACE=1`',
  'what somebody saw of the host by hand': '手工查看那台主机时看到的结果',
  // Exit codes.
  'done, whatever was found; also when the reader of our pipe went away': '已完成，不论发现了什么；管道的读取方离开时也是',
  'a check you asked for failed (--fail-on, doctor --preflight)': '要求的检查没有通过（--fail-on、doctor --preflight）',
  'wrong usage, a file that was named could not be read, or the output could not be written':
    '用法错误、指定的文件无法读取，或者无法写出结果',
  'an error in modwhy itself': 'modwhy 自身出错',
  'interrupted (143: terminated)': '被中断（143：被终止）',
};
