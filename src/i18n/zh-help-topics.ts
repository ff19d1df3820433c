import type { Sentences } from '../model/said.ts';
import { historyEnglish } from './en-history.ts';
import { historyChinese } from './zh-history.ts';

/** What `modwhy help TOPIC` says in Chinese, by the English words, in the order of `src/cli/help`. */
export const helpTopicsZh: Sentences = {
  // One log.
  'modwhy explain --ask build.log - questions that settle what the log leaves open':
    'modwhy explain --ask build.log - 用问题判定日志没有说清的事',
  'asks on the terminal': '在终端上提问',
  'an answer; may be repeated': '一个回答；可以重复',
  'not known: the question is left out': '不知道：跳过这个问题',
  'all questions, and what follows from each': '全部问题，以及各自的结论',
  'what tells this cause from what looks like it': '怎样把它和相似的原因分开',
  'the way that go takes to a module': 'go 取得模块要走的路',
  'modwhy paste - a log that is pasted, explained while it comes': 'modwhy paste - 粘贴日志，边粘贴边解释',
  'Each question is a command that only looks. Run it where the build failed, and say what it shows. An answer counts as evidence, and is shown as "answered"; on the screen the key a opens the questions, and b takes the last answer back.':
    '每个问题都是一条只查看的命令。在构建失败的地方运行它，回答它显示了什么。回答算作证据，显示为 answered；在屏幕上按 a 打开问题，按 b 收回上一个回答。',
  'modwhy redact [FILE...] - the log with its secrets hidden, safe to share': 'modwhy redact [FILE...] - 隐去日志里的敏感信息，便于分享',
  'one log; several follow each other': '一份日志；多份依次输出',
  'into a file that only you can read at first': '写到文件，起初只有自己能读',
  'what comes in on the pipe, as it comes': '管道传入的内容，边读边输出',
  'Passwords, tokens, keys and user names become <secret-1>, <user-1>: the same one has the same name throughout. All other bytes stay: line ends, colours, encoding. A file is read twice, so that a secret is hidden before the line that gives it away too; a pipe is read once. How many were hidden is said on standard error (-q: not). No program finds every secret: look through the result before you share it.':
    '密码、令牌、密钥和用户名会变成 <secret-1>、<user-1>：同一个内容始终用同一个名字。其他字节保持不变：换行、颜色、编码。文件会读两遍，这样在泄露它的那一行之前出现的敏感信息也会隐去；管道只读一遍。隐去了多少处会写到标准错误（-q：不写）。没有程序能找出所有敏感信息：分享之前自己再看一遍。',
  'modwhy explain build.log --with FILE - what stands beside the log': 'modwhy explain build.log --with FILE - 日志旁边的文件',
  'A file is known by its content, not by its name, and up to 16 MiB are read. The same pasted into the log below its command (cat go.mod, go env) or in a fence of ``` counts, too. What a file shows is quoted with its name and line. Of two go env the last one counts, unless the log shows which is its own; what differs is named.':
    '文件按内容识别，不看名字，最多读 16 MiB。同样的内容贴在日志里也算数：跟在它的命令（cat go.mod、go env）后面，或放在 ``` 之间。引用时写出文件名和行号。有两份 go env 时以后一份为准，除非日志表明哪一份是它自己的；不同之处会写明。',
  'Each question is a command that only looks; below each of its outcomes stands what follows: the next question, or a cause. Nothing is run. An answer that is known already shortens the tree: --answer QUESTION=OUTCOME, as modwhy explain takes it. --format json has a schema, schema/tree-v1.json.':
    '每个问题都是一条只查看的命令；它的每种结果下面写着接下来是什么：下一个问题，或者一个原因。不运行任何命令。已经知道的回答可以让树变短：--answer QUESTION=OUTCOME，写法与 modwhy explain 相同。--format json 有 schema：schema/tree-v1.json。',
  'Up to 20 MB. A paste of more than 20 lines is one row. Secrets are hidden and counted, and nothing leaves this machine. The path of a file, pasted or dropped, opens that file. Enter explains, Ctrl+U clears, Ctrl+O opens a file, Esc goes back.':
    '最多 20 MB。超过 20 行的粘贴显示成一行。敏感信息会隐去并计数，内容不会离开这台机器。粘贴或拖入文件路径会打开那个文件。Enter 解释，Ctrl+U 清空，Ctrl+O 打开文件，Esc 返回。',
  'Without a terminal: modwhy < build.log': '没有终端时：modwhy < build.log',
  'modwhy tree [FILE|TEXT] - what to look at where the log does not decide': 'modwhy tree [FILE|TEXT] - 日志不能判定时该查什么',
  'the questions that would decide this log': '能判定这份日志的问题',
  'those of an error line, in quotes': '一行错误的问题，错误行要加引号',
  // Builds that run.
  'modwhy run [FLAGS] -- CMD ARGS... - run a command, explain when it fails':
    'modwhy run [FLAGS] -- CMD ARGS... - 运行命令，失败时解释原因',
  'the answer appears below the output': '解答显示在输出下面',
  'a Makefile that says $(GO)': 'Makefile 里所有写成 $(GO) 的命令',
  'in a CI job, or in a RUN line': '用在 CI 任务或 RUN 行里',
  'What CMD prints comes out unchanged and at once; the answer goes to standard error or to -o. Standard input, signals and the exit code are those of CMD: 128+n when a signal ended it, 126 when it cannot be run, 127 when it is not found, 125 when modwhy failed before that. When CMD succeeds, modwhy says nothing. Inside another modwhy run, the outer one explains. What CMD prints into a pipe may be less coloured than on a terminal: --pty gives it one.':
    'CMD 的输出原样、立即转发；解答写到标准错误或 -o 指定的文件。标准输入、信号和退出码都与 CMD 一致：被信号结束为 128+n，不能运行为 126，找不到为 127，modwhy 在启动它之前失败为 125。CMD 成功时，modwhy 不输出任何内容。嵌套使用时，由最外层解释。CMD 向管道输出时颜色可能比终端里少：--pty 给它一个终端。',
  'Retried is only go build, test, mod, get, list or install (unless --retry-any), when every cause that ended it is transient and at least likely. Waits: 2 s, 4 s, 8 s ... up to 60 s, each a little longer so that many jobs do not ask at once. modwhy config shows what may be retried.':
    '只重试 go build、test、mod、get、list、install（除非加 --retry-any），而且导致失败的每个原因都是暂时性的，至少“很可能”。间隔依次为 2 秒、4 秒、8 秒……最长 60 秒，各加一点，免得许多任务同时再请求。modwhy config 显示可以重试什么。',
  'modwhy watch FILE... - follow logs that grow, and say why a build in them failed':
    'modwhy watch FILE... - 跟踪不断增长的日志，说明其中的构建为什么失败',
  'a screen on a terminal, answers in a pipe': '在终端里是界面，在管道里输出结果',
  'a row for each report that differs': '报告每次变化输出一行',
  'goes on where it was left': '从上次的位置继续',
  'from the first byte (the default)': '从第一个字节开始（默认）',
  'only what is written from now on': '只看此后写入的内容',
  'from the place that the last one left, else from the first byte': '从上次记下的位置继续，没有就从第一个字节开始',
  'A file may be renamed, emptied, replaced, deleted, and need not be there yet. The head of a job (GitHub, GitLab, Jenkins, BuildKit), an emptied file, or the next command that someone types after a failure begins another build with a report of its own. Text is printed when a failure is complete, or when nothing was written for 2 seconds. In a row, "final" says that the build is over, and "revision" counts what changed. Ctrl+C ends it: exit code 130.':
    '文件可以改名、清空、替换、删除，也可以还不存在。任务的开头（GitHub、GitLab、Jenkins、BuildKit）、被清空的文件，或失败之后有人输入的下一条命令，都会开始新的构建，有自己的报告。失败完整之后输出文本；2 秒没有写入也会输出。每行里的 "final" 表示构建已经结束，"revision" 是变化的次数。按 Ctrl+C 结束，退出码 130。',
  // Many logs.
  'Each log gets the answer of modwhy explain; of an archive each log or job is one. A number counts logs. What was found is kept, so that the next scan reads only what is new or has changed, and modwhy history says what all of it shows.':
    '每份日志得到与 modwhy explain 相同的回答；压缩包里每份日志或每个作业各算一份。数字是日志的份数。结果会保存下来：下次扫描只读新的或有变化的日志，用 modwhy history 可以查看全部结果合起来说明什么。',
  'What cannot be read has its row and does not stop the others; a log that takes too long or too much memory is set aside. Links to folders elsewhere are not entered, nor are .git and node_modules below a folder: name them to have them read. Only https URLs that you name are asked. --format ndjson gives a report for every log and the summary at the end. Ctrl+C shows what was found until then.':
    '读不了的有自己的一行，不妨碍其他的；花时间太长或占内存太多的日志放在一边。指向别处目录的链接不进入；目录下的 .git 和 node_modules 也不进入，要读取就直接写它们的名字。只访问你指明的 https URL。--format ndjson 为每份日志给出一份报告，最后是汇总。按 Ctrl+C 显示到那时为止的结果。',
  'modwhy scan keeps what it finds, and this asks it: no log is read again. A number counts logs in which the failure ended a command; what a retry mended does not count. Times are UTC, and 30d counts back from the newest log that is stored, so that the same store always gives the same answer.':
    'modwhy scan 保存结果，这个命令查询它们：不会再读日志。数字是日志的份数，只算导致命令失败的；重试之后成功的不算。时间是 UTC，30d 从存储里最新的日志往前算，所以同一个存储总是给出同样的回答。',
  'What was found stays until prune, or history: { keep: 180d } in your config, removes it. The logs themselves are not kept.':
    '结果一直保留，直到 prune 或你的配置里的 history: { keep: 180d } 把它删除。日志本身不保存。',
  'URL is postgres://user@host/database; MODWHY_STORE can hold it. The queue has names, not contents: every worker must see the logs at the same path or URL. It takes 100 at a time and ends when none is left and no other worker holds any. What a worker held that died comes back after 15 minutes, and a log that is read twice counts once. One that cannot be read is tried three times, then set aside. What was found is asked by modwhy history --store URL.':
    'URL 写成 postgres://user@host/database，也可以放在 MODWHY_STORE 里。队列里是名字，不是内容：每个 worker 都要能在同样的路径或 URL 上看到日志。它每次取 100 份，没有剩下的、别的 worker 手里也没有时结束。worker 中途死掉，它取走的日志 15 分钟后回到队列；同一份日志读两遍只算一次。读不了的日志试三次，然后搁置。结果用 modwhy history --store URL 查询。',
  'modwhy history [ACTION] - what many scanned logs say together': 'modwhy history [ACTION] - 大量扫描过的日志合起来说明什么',
  'modwhy worker --store postgres://... - reads the logs that wait on a server':
    'modwhy worker --store postgres://... - 读取服务器上等待的日志',
  'what fails most (top)': '什么失败最多（top）',
  'in the last 30 days that are stored': '存储里最近 30 天的',
  'a row for each host, over time': '每台主机一行，按时间',
  'the first of top: when, where, newest logs': 'top 里的第一项：何时、何处、最新的日志',
  'the last week against the one before': '最近一周与前一周对比',
  'failures that no cause explains': '没有原因能解释的失败',
  'what would be removed; --yes removes it': '会删除什么；加 --yes 才真正删除',
  'first seen in the last 7 days that are stored': '在存储里最近 7 天第一次见到',
  'seen again in the last 7 days, after 7 or more in which its jobs passed without it': '消失 7 天以上、期间它的任务通过，最近 7 天又见到',
  'not seen for 3 days, and its jobs passed 3 times since': '3 天没有见到，此后它的任务通过了 3 次',
  'all others': '其余的',
  [historyEnglish.state.new]: historyChinese.state.new,
  [historyEnglish.state.regressed]: historyChinese.state.regressed,
  [historyEnglish.state.fixed]: historyChinese.state.fixed,
  [historyEnglish.state.ongoing]: historyChinese.state.ongoing,
  'once: their names wait in a queue': '一次：把全部日志的名字放入队列',
  'on each machine: reads until none is left': '在每台机器上：一直读到没有剩下的',
  'how many wait, and what was set aside': '有多少在等待，哪些已搁置',
  'modwhy scan PATH|GLOB|URL|-... - many logs: which causes, how often, since when':
    'modwhy scan PATH|GLOB|URL|-... - 大量日志：有哪些原因，多少次，从何时起',
  'everything below a folder, archives too': '目录下的一切，包括压缩包',
  'what a pattern finds': '模式找到的文件',
  'names from a list, one a line or ended by NUL': '列表里的名字，每行一个或以 NUL 结尾',
  'the second of eight parts, for eight machines': '八份里的第二份，供八台机器分担',
  // Commands that compare and look up.
  'modwhy env - how two go env differ, and where a setting comes from': 'modwhy env - 两份 go env 的差别，以及一项设置来自哪里',
  'by what each difference can cause': '按每项差别可能造成的后果排列',
  'this machine and a log with a go env in it': '本机，和一份含有 go env 的日志',
  'where it comes from, and what it hides': '它来自哪里，遮住了什么',
  'what is known of another machine': '另一台机器上已知的情况',
  'Texts, JSON and the form of Windows are read. Files are read as text, and no program is started: in a folder with a go.mod even go env may download a toolchain.':
    '能读文本、JSON 和 Windows 的形式。文件只当作文本读，不启动任何程序：在有 go.mod 的目录里，连 go env 也可能下载工具链。',
  'modwhy compare GOOD BAD - where two logs, go.mod or go.sum go apart':
    'modwhy compare GOOD BAD - 两份日志、go.mod 或 go.sum 从哪里开始不同',
  'first difference, versions, steps, settings': '第一处不同、版本、步骤、设置',
  'what changed, those that break builds first': '有什么变化，常导致失败的在前',
  'what the failure is about first': '与失败有关的在前',
  'the commit before the failure': '失败之前的提交',
  'Times, durations, temporary names, folders of a machine, hashes and ids are no difference, and neither is another order of the same lines: downloads and packages run side by side.':
    '时间、用时、临时名称、机器自己的目录、哈希和编号不算不同，相同的行换了顺序也不算：下载和包是并行的。',
  'modwhy blame MODULE[@VERSION] - who pulls a module into the build': 'modwhy blame MODULE[@VERSION] - 是谁把某个模块引入构建',
  'chains of requirements': '要求的链条',
  'the same from a file': '同样的内容，来自文件',
  'from the go.mod of this folder': '来自当前目录的 go.mod',
  'Read are go mod graph, go list -m -json all, go list -m all, go mod why -m and go.mod, several of them together. The highest version that anybody requires is used; this names who does.':
    '能读 go mod graph、go list -m -json all、go list -m all、go mod why -m 的输出和 go.mod，也可以一起给出。构建用的是被要求的最高版本；这里指出是谁要求的。',
  'modwhy repro [LOG] - the commands that show a failure again': 'modwhy repro [LOG] - 重现失败的命令',
  'for one POSIX shell, in caches of their own': '用于 POSIX shell，用单独的缓存',
  'with the lines that matter': '带上有关的条目',
  'and a folder to share, its secrets hidden': '另外生成用于分享的目录，已隐去敏感信息',
  'Nothing is run, and no cache is cleared. The folder of -o must be new or empty; it gets the log, the report, the commands, what was given by --with, and a list with their SHA-256.':
    '不运行任何命令，不清空任何缓存。-o 的目录必须是新的或空的；其中有日志、报告、命令、--with 给出的内容，以及带 SHA-256 的列表。',
  // This machine.
  'modwhy bypass [list|add|end] - what weakens checks here, since when, until when':
    'modwhy bypass [list|add|end] - 这里有什么削弱了校验，从何时起，到何时止',
  'each one with what it switches off': '逐项列出，并说明它关掉了什么',
  'record one that is wanted': '记录一项确实需要的',
  'how to end it; removes the record': '怎样结束它；并删除记录',
  'in CI: exit 1 when one is overdue or not recorded': '在 CI 里：有过期或没有记录的，退出码为 1',
  "Looked at are the environment, the go env file, git's configuration files, CI files and Dockerfiles of this project, and the replace lines of go.mod. Nothing is started and nothing is ended: the steps are shown. Records about this machine stand in the user's state folder, those about the project in .modwhy/bypasses.yaml; they cannot speak for the machine. With --here, modwhy explain and modwhy run name what is overdue or not recorded.":
    '查看的是：环境变量、go env 文件、git 的配置文件、本项目的 CI 文件和 Dockerfile，以及 go.mod 的 replace 行。不启动任何程序，也不替你结束什么：只显示步骤。关于本机的记录在用户的状态目录里，关于项目的在 .modwhy/bypasses.yaml 里；项目的记录不能为本机说话。带 --here 时，modwhy explain 和 modwhy run 会指出过期或没有记录的项。',
  'modwhy doctor [MODULE[@VERSION]] - from here to the module, step by step':
    'modwhy doctor [MODULE[@VERSION]] - 从本机到模块，一步一步地查',
  'the first module of go.mod, or a public one': 'go.mod 里的第一个模块，或一个公开模块',
  'this module': '这个模块',
  'in CI, before a build': '在 CI 里，构建之前',
  'It goes the way that modwhy route shows: forward proxy, GOPROXY servers, checksum database, cache, repository. Each step is shown before it runs; on a terminal it asks first. Only these hosts are asked, never an address of the link or of cloud metadata. No login is sent but one that stands in the URL of GOPROXY or HTTPS_PROXY, to that host. git and go run in an empty folder, without settings that start programs. The last lines are the cause and what to do; --format json is evidence for modwhy explain --with.':
    '按 modwhy route 的路线检查：正向代理、GOPROXY 服务器、校验和数据库、缓存、仓库。每一步都先显示再执行；在终端里先询问。只请求这些主机，从不请求链路本地地址和云的元数据地址。除 GOPROXY 或 HTTPS_PROXY 的 URL 里写明的登录信息发给那台主机外，不发送任何登录信息。git 和 go 在空目录里运行，不带任何能启动别的东西的设置。最后几行是原因和处理办法；--format json 的结果可以交给 modwhy explain --with。',
  "modwhy cache [DIR] - what is damaged or left over in go's caches": 'modwhy cache [DIR] - go 的缓存里有什么损坏或遗留',
  'GOMODCACHE and GOCACHE of this machine': '本机的 GOMODCACHE 和 GOCACHE',
  'a GOMODCACHE, GOCACHE or GOPATH elsewhere': '别处的 GOMODCACHE、GOCACHE 或 GOPATH',
  'all contents, compared with this go.sum': '全部内容，并与这个 go.sum 对照',
  'Nothing is written, locked or started; go may run meanwhile. Links are not followed. Each finding names the files, the cause that explain gives for the error of go, and the narrowest commands that end it. Lock files of go lie there always: who holds one, the system tells (/proc on Linux). The go.sum of this folder is compared when there is one. Without --deep the 5,000 newest versions or 1 GiB of them are hashed, and what go.sum names.':
    '不写、不加锁、不启动任何东西；go 可以同时运行。不跟随链接。每一项都写明文件、explain 对 go 的报错会给出的原因，以及影响最小的命令。go 的锁文件一直都在：谁持有锁，由系统说明（Linux 上是 /proc）。当前目录有 go.sum 时会与它对照。不加 --deep 时，只计算最新的 5,000 个版本或 1 GiB 内容的校验和，以及 go.sum 里有的。',
  'modwhy route MODULE[@VERSION] - which servers go asks for a module, and why':
    'modwhy route MODULE[@VERSION] - go 会向哪些服务器请求某个模块，为什么',
  'In the order in which go asks: the servers of GOPROXY, the repository, the checksum database, each with the setting that sends it there, the forward proxy on the way, the login that goes along (its place, never its value), and what makes go ask the next one. Files are read as text; no server is asked and no program is started: whether they answer is what modwhy doctor looks at.':
    '按 go 请求的顺序列出：GOPROXY 的服务器、仓库、校验和数据库；各写明由哪项设置决定、经由哪个 HTTP 代理、带上哪些凭据（只写存放的位置，从不写值），以及什么情况下换下一个。文件只当作文本读；不请求任何服务器，不启动任何程序：它们有没有应答，由 modwhy doctor 来查。',
  'with the settings of this machine': '用本机的设置',
  'with those of another one: go env > env.txt': '用另一台机器的设置：go env > env.txt',
  'what a setting would change': '改一项设置会有什么变化',
  // Rules.
  'A code such as GM0403 stands in every report and never means another cause. Below a cause stand the signals that show it and those that speak against it, what to do, what that changes and costs, and commands that make sure. What is in < > here, modwhy explain fills in where the log says it.':
    '每份报告里都有 GM0403 这样的代码，它的含义永远不变。原因下面列出支持和反对它的信号、处理办法、会改动什么、代价是什么，以及能确认它的命令。这里写成 < > 的内容，日志里有时由 modwhy explain 填上。',
  'A signal is a message of go, git or a server, and says nothing about why: that is what modwhy causes has. With --format json a report names the signal of each line that it rests on.':
    '信号是 go、git 或服务器的一条消息，不说明为什么；为什么在 modwhy causes 里。用 --format json 时，报告会写明它所依据的每一行是哪个信号。',
  'modwhy causes [CODE|NAME|FAMILY] - why builds fail, as far as modwhy knows it':
    'modwhy causes [CODE|NAME|FAMILY] - modwhy 知道的构建失败的原因',
  'modwhy rules [ID|CODE] - the patterns by which modwhy knows a message': 'modwhy rules [ID|CODE] - modwhy 识别消息所用的模式',
  'all causes; on a terminal a screen with a filter': '全部原因；在终端里是可以筛选的界面',
  'one: why, which signals show it, what to do': '其中一个：为什么、哪些信号表明它、怎么处理',
  'those of one family': '一类原因',
  'all signals; on a terminal a screen with a filter': '全部信号；在终端里是可以筛选的界面',
  'one: its pattern, texts that it matches, and near ones': '其中一个：它的模式、匹配的文本，以及相近但不匹配的',
  // modwhy itself.
  Flags: '参数',
  'Read are .modwhy.yaml, upward to the root of the repository, and config.yaml in $XDG_CONFIG_HOME/modwhy; MODWHY_CONFIG names another file in place of both. The file of a project can forbid and lower, and never allow more than yours. Flags and their variables are stronger than files.':
    '读取 .modwhy.yaml（向上找到仓库的根目录）和 $XDG_CONFIG_HOME/modwhy 里的 config.yaml；MODWHY_CONFIG 指定另一个文件代替这两个。项目的文件可以禁止、调小，但不能比你自己的文件允许得更多。参数和对应的环境变量优先于文件。',
  'Commands, their flags, values and files are completed. The script starts nothing when you press Tab.':
    '可以补全命令、参数、取值和文件。按 Tab 时，脚本不启动 modwhy。',
  'It has every command, flag, variable, format and exit code.': '里面有全部命令、参数、环境变量、格式和退出码。',
  'modwhy config - which settings count in this folder, and where each comes from': 'modwhy config - 当前目录里哪些设置生效，各自来自哪里',
  'modwhy completion SHELL - a script by which a shell completes words of modwhy':
    'modwhy completion SHELL - 让 shell 补全 modwhy 命令行的脚本',
  'modwhy man - the manual page': 'modwhy man - 手册页',
  'settings, their files, and what run may retry': '各项设置、所在的文件，以及 run 可以重试什么',
  'the same for a program': '同样的内容，给程序用',
  'in ~/.bashrc': '写在 ~/.bashrc 里',
  'in ~/.zshrc, below compinit': '写在 ~/.zshrc 里，放在 compinit 之后',
  'in ~/.config/fish/config.fish': '写在 ~/.config/fish/config.fish 里',
  'in $PROFILE': '写在 $PROFILE 里',
  'read it': '阅读',
  'read it where man is mandoc': '系统的 man 是 mandoc 时这样阅读',
  'in Chinese': '中文的手册页',
};
