import type { Sentences } from '../model/said.ts';
import { evidenceKindsZh } from './zh-evidence-kinds.ts';
import { helpZh } from './zh-help.ts';
import { helpTopicsZh } from './zh-help-topics.ts';
import { historySentencesZh } from './zh-history-sentences.ts';
import { scanSentencesZh } from './zh-scan-sentences.ts';

/** What errors and notices say in Chinese, by the English sentence; `{1}` is its first value. */
export const sentencesZh: Sentences = {
  ...helpZh,
  ...helpTopicsZh,
  ...evidenceKindsZh,
  ...scanSentencesZh,
  ...historySentencesZh,
  // modwhy bypass.
  'modwhy bypass: --format expected text or json, found "{1}"': 'modwhy bypass：--format 应为 text 或 json，却是“{1}”',
  'modwhy bypass: expected list, add or end, found "{1}"': 'modwhy bypass：应为 list、add 或 end，却是“{1}”',
  'modwhy bypass list takes no more words, found "{1}"': 'modwhy bypass list 后面不写别的，却有“{1}”',
  'modwhy bypass {1} takes one id, which modwhy bypass shows': 'modwhy bypass {1} 要写一个 id，modwhy bypass 会显示它',
  'modwhy bypass add: there is no "{1}" here{2}': 'modwhy bypass add：这里没有“{1}”{2}',
  'modwhy bypass end: there is no "{1}" here{2}': 'modwhy bypass end：这里没有“{1}”{2}',
  'modwhy bypass add needs --owner, --reason and --until: who answers for it, why, and the last day':
    'modwhy bypass add 要有 --owner、--reason 和 --until：由谁负责、为什么、最后一天',
  '--until: expected a day from today on, such as 2027-01-31, found "{1}"': '--until：应为今天或以后的日期，例如 2027-01-31，却是“{1}”',
  '--owner and --reason: expected at most 300 characters in one line': '--owner 和 --reason：应为不超过 300 个字符的一行',
  'there is no place for this record: set HOME or XDG_STATE_HOME': '没有地方存放这个记录：请设置 HOME 或 XDG_STATE_HOME',
  '{1}: expected a list of id, owner, reason and until; {2}: {3}': '{1}：应为 id、owner、reason、until 的列表；{2}：{3}',
  '--drafts is a flag of modwhy history unexplained, not of modwhy history {1}':
    '--drafts 是 modwhy history unexplained 的参数，不是 modwhy history {1} 的',
  // modwhy completion, modwhy man, drafts of rules.
  'modwhy completion: expected bash, zsh, fish or powershell, found "{1}"{2}':
    'modwhy completion：应为 bash、zsh、fish 或 powershell，却是“{1}”{2}',
  'modwhy man takes no operands, found "{1}": modwhy man | man -l -': 'modwhy man 后面不写别的，却有“{1}”：modwhy man | man -l -',
  'cannot write {1}: {2}; check the folder of --drafts': '无法写入 {1}：{2}；检查 --drafts 的目录',
  // modwhy doctor.
  'modwhy doctor: --format expected text or json, found "{1}"': 'modwhy doctor：--format 应为 text 或 json，却是“{1}”',
  '--second-resolver needs the IP address of a name server, found "{1}"': '--second-resolver 要写域名服务器的 IP 地址，却是“{1}”',
  'doctor takes one module, or none, found {1}': 'doctor 只接受一个模块，或者不写，却有 {1} 个',
  'doctor: {1}': 'doctor：{1}',
  'doctor: expected a version such as v1.2.3 behind @, found "{1}"': 'doctor：@ 后面应为 v1.2.3 这样的版本，却是“{1}”',
  // modwhy run and its config.
  'modwhy run: "{1}" stands before --; expected only flags there, and the command after it':
    'modwhy run：“{1}”写在了 -- 前面；-- 前面只写参数，命令写在后面',
  'modwhy run needs a command after --, such as: modwhy run -- go build ./...':
    'modwhy run 需要在 -- 后面写命令，例如：modwhy run -- go build ./...',
  'modwhy run needs -- before the command: modwhy run -- {1}': 'modwhy run 的命令前面要有 --：modwhy run -- {1}',
  '--{1} is a flag of modwhy {2}, not of modwhy {3}': '--{1} 是 modwhy {2} 的参数，不是 modwhy {3} 的',
  '{1}: expected a value as in {2}, found "{3}"': '{1}：值应类似 {2}，却是“{3}”',
  'cannot start {1}: {2}': '无法启动 {1}：{2}',
  '{1}: command not found; check its name and PATH, or, for a script, the program in its first line':
    '{1}：找不到命令；检查名称和 PATH，如果是脚本，检查第一行的解释器',
  '{1}: permission denied; it is a folder, or not executable (chmod +x makes it so)':
    '{1}：权限不足；它是目录，或者不可执行（用 chmod +x 改）',
  '{1}: the system does not allow running it': '{1}：系统不允许运行它',
  '{1}: this is no program that this machine can run': '{1}：这不是本机能运行的程序',
  '{1}: command not found: a part of its path is not a folder': '{1}：找不到命令：路径中有一部分不是目录',
  '{1}: its symbolic links go in a circle': '{1}：符号链接成环',
  '{1}: somebody is writing to it just now; try again': '{1}：正在被写入；请重试',
  '{1}: its arguments and the environment are too long': '{1}：参数和环境变量太长',
  '--pty needs the package @lydell/node-pty, which is not installed or not made for this machine: npm install @lydell/node-pty, or leave --pty out':
    '--pty 需要 @lydell/node-pty 包，它没有安装，或不支持本机：npm install @lydell/node-pty，或去掉 --pty',
  '{1}: {2}': '{1}：{2}',
  '{1}: expected {2}, found {3}': '{1}：应为 {2}，却是 {3}',
  'this is no YAML: {1}': '这不是 YAML：{1}',
  'expected plain values, found an alias (*name): write the value itself': '只能写普通的值，却是别名（*name）：请直接写值',
  'unknown name "{1}"; expected {2}': '没有“{1}”这个名称；可以写 {2}',
  '{1}: expected a file of at most {2} KiB; correct it, or name another one in MODWHY_CONFIG':
    '{1}：应为不超过 {2} KiB 的文件；改正它，或用 MODWHY_CONFIG 指定另一个',
  '{1}: this config cannot be read: {2}; correct MODWHY_CONFIG, or leave it empty for none':
    '{1}：无法读取这个配置：{2}；改正 MODWHY_CONFIG，或留空表示不用配置',
  'there is no such file': '没有这个文件',
  'permission denied': '权限不足',
  'modwhy config takes no operands, found "{1}"; it shows what holds in this folder':
    'modwhy config 后面不写别的，却有“{1}”；它显示这个目录里生效的设置',
  'modwhy config: --format expected text or json, found "{1}"': 'modwhy config：--format 应为 text 或 json，却是“{1}”',
  default: '默认',
  'the command line or its variable': '命令行或对应的变量',
  // modwhy cache.
  'cache takes one folder at most; found {1}': 'cache 后面最多写一个目录；却有 {1} 个',
  'modwhy cache: --format expected text, json or markdown, found "{1}"': 'modwhy cache：--format 应为 text、json 或 markdown，却是“{1}”',
  '--with {1}: modwhy cache compares with go.sum only, and this is {2}': '--with {1}：modwhy cache 只和 go.sum 对照，而这是 {2}',
  '{1}: expected a folder, a GOMODCACHE, GOCACHE or GOPATH, and there is none of this name':
    '{1}：应为目录（GOMODCACHE、GOCACHE 或 GOPATH），却没有这个名称的目录',
  '{1}: expected a GOMODCACHE (with cache/download in it), a GOCACHE (with 00 to ff) or a GOPATH (with pkg/mod); this is none of them':
    '{1}：应为 GOMODCACHE（里面有 cache/download）、GOCACHE（里面有 00 到 ff）或 GOPATH（里面有 pkg/mod）；这个都不是',
  // Command line.
  ', did you mean {1}?': '，是不是想写 {1}？',
  ', did you mean: modwhy help {1}': '，是不是想写：modwhy help {1}',
  '{1} or {2}': '{1} 或 {2}',
  '--answer expected QUESTION=OUTCOME, such as goprivate-covers=misses, found "{1}"':
    '--answer 应为 QUESTION=OUTCOME，例如 goprivate-covers=misses，却是“{1}”',
  '--answer {1}: no question is called "{2}"{3}': '--answer {1}：没有叫“{2}”的问题{3}',
  '--answer {1}: expected {2} or {3}{4}': '--answer {1}：应为 {2} 或 {3}{4}',
  '--answer {1}: {2} was answered before': '--answer {1}：{2} 前面已经回答过',
  '--answer {1}: only the tree of a log or an error line takes answers': '--answer {1}：只有日志或错误行的树能带回答',
  '--ask needs a terminal to ask on; without one, give the answers: --answer QUESTION=OUTCOME':
    '--ask 需要终端来提问；没有终端时请给出回答：--answer QUESTION=OUTCOME',
  'tree takes one log, cause, signal or error line; found {1}: quote an error line':
    'tree 只接受一份日志、一个原因、一个信号或一行错误，现在有 {1} 个：错误行要加引号',
  'modwhy tree: --format expected text, json or markdown, found "{1}"': 'modwhy tree：--format 应为 text、json 或 markdown，却是“{1}”',
  'paste takes no file, found {1}: modwhy explain {2}': 'paste 不带文件，现在有 {1} 个：modwhy explain {2}',
  'paste needs a terminal to paste into, and here is none; give the log to standard input: modwhy < build.log':
    'paste 需要终端来粘贴，而这里没有；请把日志送到标准输入：modwhy < build.log',
  'unknown command "{1}", did you mean: modwhy explain {2}': '没有“{1}”这个命令，是不是想写：modwhy explain {2}',
  'unknown command "{1}"{2}': '没有“{1}”这个命令{2}',
  'unknown flag {1}{2}': '没有 {1} 这个参数{2}',
  '{1} needs a value: {2}': '{1} 需要一个值：{2}',
  '{1} takes no value, found "{2}"': '{1} 不带值，却写了“{2}”',
  '{1}: expected 1 or 0, found "{2}"': '{1}：应为 1 或 0，却是“{2}”',
  '{1}: expected {2}, found "{3}"{4}': '{1}：应为 {2}，却是“{3}”{4}',
  'modwhy {1} prints text only, found --format {2}': 'modwhy {1} 只输出文本，却写了 --format {2}',
  'modwhy {1} takes one name, found {2}': 'modwhy {1} 只接受一个名称，现在有 {2} 个',
  'no cause and no signal is named "{1}"{2}': '没有名为“{1}”的原因或信号{2}',
  '; all of them: modwhy causes, modwhy rules': '；全部列表：modwhy causes、modwhy rules',
  'the examples of the rules cannot be read ({1}): install modwhy again, or run npm run build':
    '无法读取规则的样例（{1}）：重新安装 modwhy，或者运行 npm run build',
  'no help about "{1}"{2}': '没有关于“{1}”的帮助{2}',
  'all commands and flags: modwhy help': '全部命令和参数：modwhy help',
  '--with needs the name of a file: standard input is for the log': '--with 需要文件名：标准输入要留给日志',
  '--with {1}: {2}': '--with {1}：{2}',
  '--ascii prints nothing outside ASCII, and Chinese has nothing else: leave --ascii or --lang zh out':
    '--ascii 只输出 ASCII 字符，而中文都不是：去掉 --ascii 或 --lang zh',
  '--format json takes one input, found {1}: use --format ndjson, one row for each':
    '--format json 只能有一个输入，现在有 {1} 个：改用 --format ndjson，每个输入一行',
  '--format {1} is one document for one input, found {2}: explain them one by one':
    '--format {1} 是一个输入的一份文档，现在有 {2} 个：请逐个 explain',
  'modwhy {1}: --format {2} is for one log: use it with modwhy explain or modwhy run':
    'modwhy {1}：--format {2} 只用于单份日志：请用于 modwhy explain 或 modwhy run',
  '--format html is one page for one input, found {1}: explain them one by one':
    '--format html 是一个输入的一个页面，现在有 {1} 个：请逐个 explain',
  '--waterfall is drawn as text, and the format is {1}: its times stand in timeline and spans there':
    '--waterfall 画成文本，而当前格式是 {1}：那里的时间在 timeline 和 spans 里',
  '--redact off works for text only, and the format is {1}: secrets stay hidden in what programs read and pass on':
    '--redact off 只能用于 text 格式，现在是 {1}：给程序读取和转发的输出总是隐去敏感信息',
  '--what-if needs NAME=VALUE, found "{1}"; an empty value unsets it': '--what-if 需要 NAME=VALUE，却是“{1}”；值留空表示取消设置',
  '--what-if: no route depends on "{1}"{2}': '--what-if：“{1}”不影响请求哪些服务器{2}',
  'route takes one module, such as modwhy route example.com/lib@v1.2.3; found {1}':
    'route 只接受一个模块，例如 modwhy route example.com/lib@v1.2.3；现在有 {1} 个',
  'modwhy route: --format expected text, json or markdown, found "{1}"': 'modwhy route：--format 应为 text、json 或 markdown，却是“{1}”',
  'nothing to explain: name a log (modwhy explain build.log) or pipe one in (go build ./... 2>&1 | modwhy)':
    '没有要解释的内容：写上日志文件（modwhy explain build.log），或者用管道传入（go build ./... 2>&1 | modwhy）',
  'nothing to redact: name a log (modwhy redact build.log) or pipe one in (go build ./... 2>&1 | modwhy redact)':
    '没有要处理的内容：写上日志文件（modwhy redact build.log），或者用管道传入（go build ./... 2>&1 | modwhy redact）',
  'modwhy redact hides secrets, and --redact off would not: leave one of them out':
    'modwhy redact 用来隐去敏感信息，--redact off 则相反：去掉其中一个',
  'nothing to watch: name the logs that grow (modwhy watch build.log), or pipe them in (… | modwhy)':
    '没有要跟踪的内容：写上不断增长的日志（modwhy watch build.log），或者用管道传入（… | modwhy）',
  'watch follows files; standard input is followed by modwhy itself: … 2>&1 | modwhy':
    'watch 跟踪的是文件；标准输入由 modwhy 直接跟踪：… 2>&1 | modwhy',
  'watch has no end, and {1} is one text for all: use text, lines or ndjson':
    'watch 不会自己结束，而 {1} 是一份完整的文本：改用 text、lines 或 ndjson',
  'watch writes as it goes, and -o writes at the end: redirect it instead (modwhy watch build.log > answers.txt)':
    'watch 边跟踪边输出，而 -o 在结束时才写：改用重定向（modwhy watch build.log > answers.txt）',
  'watch has no end, so --fail-on has nothing to decide: use it with modwhy explain':
    'watch 不会自己结束，--fail-on 没有可判断的：和 modwhy explain 一起用',
  '{1}: {2}; it is tried again': '{1}：{2}；会再试',
  'only a plain file can be followed, and this is a pipe, a socket or a device; pipe it in (… | modwhy)':
    '只能跟踪普通文件，而这是管道、socket 或设备；用管道传入（… | modwhy）',
  'this is packed with {1}, and what is packed does not grow; explain it: modwhy explain FILE':
    '这是用 {1} 压缩的，压缩的文件不会增长；直接解释：modwhy explain FILE',
  'cannot remember where to go on: {1}; XDG_STATE_HOME names the folder for it': '无法记下继续的位置：{1}；所在目录由 XDG_STATE_HOME 指定',
  'modwhy env needs diff or why, as in: modwhy env diff laptop.txt ci.log, modwhy env why GOPROXY; found "{1}"{2}':
    'modwhy env 后面要写 diff 或 why，例如 modwhy env diff laptop.txt ci.log、modwhy env why GOPROXY；现在是“{1}”{2}',
  'env diff takes two texts, such as modwhy env diff laptop.txt ci.log; found {1}':
    'env diff 需要两份文本，例如 modwhy env diff laptop.txt ci.log；现在有 {1} 份',
  'env why takes one variable, such as modwhy env why GOPROXY; found {1}':
    'env why 只接受一个变量，例如 modwhy env why GOPROXY；现在有 {1} 个',
  'env why: go has no variable "{1}"{2}': 'env why：go 没有“{1}”这个变量{2}',
  'blame takes one module, such as modwhy blame golang.org/x/text --with graph.txt, or with - what comes in: go mod graph | modwhy blame golang.org/x/text -; found {1} words':
    'blame 只接受一个模块，例如 modwhy blame golang.org/x/text --with graph.txt；写 - 则读管道：go mod graph | modwhy blame golang.org/x/text -；现在有 {1} 个词',
  'modwhy {1}: --format expected text, json or markdown, found "{2}"': 'modwhy {1}：--format 应为 text、json 或 markdown，却是“{2}”',
  'larger than {1} MiB: cut out the part that matters': '超过 {1} MiB：截出有关的部分',
  // Reading.
  'there is no such file; check the name and the folder you are in': '没有这个文件；检查文件名和当前目录',
  'there is no such file: a part of its path is not a folder; check the name': '没有这个文件：路径中有一段不是目录；检查文件名',
  'there is no such file: the name is too long; to explain a text, pipe it in': '没有这个文件：名字太长；要解释一段文字，用管道传入',
  'no such file: {1}': '没有这个文件：{1}',
  'no file matches this pattern; check it, and the folder you are in': '没有文件匹配这个通配符；检查写法和当前目录',
  'this is a folder, and logs are files; name the files in it, for example with a pattern such as "logs/*.log"':
    '这是目录，而日志是文件；写上里面的文件，例如用通配符 "logs/*.log"',
  'this is a device, and logs are files; save the log, or pipe it in': '这是设备，而日志是文件；把日志存成文件，或者用管道传入',
  'it cannot be read: it is a socket, not a file; pipe its output in': '无法读取：这是 socket，不是文件；把它的输出用管道传入',
  'it cannot be read: its symbolic links go in a circle; name the file itself': '无法读取：符号链接成环；直接写文件本身',
  'it cannot be read: permission denied; allow reading it (chmod +r), or copy it':
    '无法读取：没有权限；加上读权限（chmod +r），或者复制一份',
  'it cannot be read: permission denied; allow reading it, or copy it': '无法读取：没有权限；加上读权限，或者复制一份',
  'it cannot be read: too many files are open; raise the limit (ulimit -n)': '无法读取：打开的文件太多；调高上限（ulimit -n）',
  'it cannot be read: {1}; try again, or copy it first': '无法读取：{1}；再试一次，或者先复制一份',
  'no program writes to this pipe: 5 seconds have passed; start the writer first, or use a | instead':
    '没有程序向这个管道写入：已等待 5 秒；先启动写入方，或者改用 |',
  'standard input was named before, and can be read only once; save it in a file to name it again':
    '前面已经写过标准输入，它只能读一次；要再用就先存成文件',
  'this is not a text log: it has NUL bytes at its start; unpack it, or name the log file itself':
    '这不是文本日志：开头有 NUL 字节；先解压，或者直接写日志文件',
  'it is packed more than {1} times over; unpack it first': '嵌套压缩超过 {1} 层；先解压',
  'it is packed with {1}, which modwhy does not unpack; unpack it first: {2}': '这是 {1} 格式，modwhy 不能解压；先解压：{2}',
  'a zip file on standard input is read only up to 256 MiB; save it, and name the file':
    '从标准输入读 zip 文件上限是 256 MiB；存成文件，再写上文件名',
  '{1}: {2} bytes could be unpacked; fetch the file again': '{1}：解出了 {2} 字节；重新下载这个文件',
  'the {1} data ends too early': '{1} 数据提前结束',
  'the {1} data is damaged ({2})': '{1} 数据已损坏（{2}）',
  'the zip file is cut or damaged: {1}; fetch it again': 'zip 文件不完整或已损坏：{1}；重新下载',
  '{1} bytes were unpacked, and {2} were announced': '解出 {1} 字节，但标明的是 {2} 字节',
  'its checksum is another one': '校验和不一致',
  'its table of contents cannot be read ({1})': '目录表无法读取（{1}）',
  'this archive has no files in it': '这个压缩包里没有文件',
  'no file in this archive is a text log; check that it is the right one': '这个压缩包里没有文本日志；检查是不是拿错了',
  'the files in this archive are encrypted; unpack it with its password, and name the logs':
    '这个压缩包里的文件已加密；用密码解压，再写上日志文件',
  'the files in this archive are packed in a way that modwhy does not know; unpack it, and name the logs':
    '这个压缩包的压缩方式 modwhy 不认识；先解压，再写上日志文件',
  'the archives in this archive are too deep inside each other; unpack it, and name the logs':
    '这个压缩包里嵌套的层数太多；先解压，再写上日志文件',
  'the archive in this archive is too large; unpack it, and name the inner one': '这个压缩包里的压缩包太大；先解压，再写上里面那个',
  'this file is empty; expected go.mod, go.sum, what go env prints, or another kind of modwhy help evidence':
    '这个文件是空的；应为 go.mod、go.sum、go env 的输出，或 modwhy help evidence 列出的其他文件',
  'this is not go.mod, go.sum, what go env prints, or another kind of modwhy help evidence; a log goes where FILE stands':
    '这不是 go.mod、go.sum、go env 的输出，也不是 modwhy help evidence 列出的其他文件；日志要写在 FILE 的位置',
  "this is Gradle's record of its own build cache, task by task; Go's build cache keeps none: what go ran and took from its cache, go build -x shows":
    '这是 Gradle 自己的构建缓存按任务写的记录；Go 的构建缓存没有这种记录：go 运行了什么、从缓存取了什么，用 go build -x 看',
  'larger than {1} MiB: modwhy help evidence lists what is read; save a HAR without its bodies':
    '超过 {1} MiB：能读的文件见 modwhy help evidence；HAR 请不带正文保存',
  '{1}: {2}; explained up to there': '{1}：{2}；只解释到这里',
  // Writing.
  '-o {1} is also an input: it would be overwritten while it is read': '-o {1} 也是输入：会一边读一边被覆盖',
  '-o {1} is also an input: the report would overwrite the log': '-o {1} 也是输入：报告会覆盖日志',
  'cannot write the report: {1}; is the disk full?': '无法写出报告：{1}；磁盘是不是满了？',
  'cannot write {1}: {2}': '无法写入 {1}：{2}',
  'its folder does not exist; make it first': '所在目录不存在；先建目录',
  'it is a folder; name a file in it': '这是目录；写上里面的文件名',
  'permission denied; check who may write there': '没有权限；检查谁可以写这里',
  // modwhy redact.
  'it unpacks to more than the limit: unpack it first, and redact that': '解压后超过上限：先解压，再处理解压出来的文件',
  'this is a {1} archive: unpack it first, and redact the logs in it': '这是 {1} 压缩包：先解压，再处理里面的日志',
  'no secrets were found; look through it before you share it': '没有发现敏感信息；分享之前自己再看一遍',
  '{1} secret or user name is hidden; look through it before you share it': '已隐去 {1} 处敏感信息或用户名；分享之前自己再看一遍',
  '{1} secrets and user names are hidden; look through it before you share it': '已隐去 {1} 处敏感信息和用户名；分享之前自己再看一遍',
  // The program itself.
  'the catalog of causes cannot be read ({1}): install modwhy again, or run npm run build':
    '规则库无法读取（{1}）：重新安装 modwhy，或者运行 npm run build',
  'the screen needs a terminal to read keys from; use --no-tui': '界面需要从终端读取按键；改用 --no-tui',
  'internal error: {1}': '内部错误：{1}',
  'run it again with -v to see where it arose, and report that, please': '加上 -v 再运行一次，看错误出在哪里，并请报告给我们',
};
