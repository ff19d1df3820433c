import type { Sentences } from '../model/said.ts';

/** What `modwhy scan` says in errors and help, in Chinese by the English sentence. */
export const scanSentencesZh: Sentences = {
  'an internal error ended the reading: {1}; it is set aside': '读取时发生内部错误：{1}；已放在一边',
  'the list on standard input has a name of more than 64 KiB: is it a list?': '标准输入的列表里有一个名字超过 64 KiB：这是一份列表吗？',
  'reading it took too long; it is set aside: look at it with modwhy explain':
    '读取它花的时间太长；已放在一边：请用 modwhy explain 单独查看',
  'reading it takes more memory than one log may have; it is set aside: look at it with modwhy explain':
    '读取它需要的内存超过一份日志的上限；已放在一边：请用 modwhy explain 单独查看',
  'reading it ended the thread that read it; it is set aside: look at it with modwhy explain':
    '读取它使读取线程终止；已放在一边：请用 modwhy explain 单独查看',
  'only https URLs are read: what comes over plain http can be changed on the way; download it yourself, and name the file':
    '只读取 https 的 URL：明文 http 的内容在途中可能被改动；请自行下载，再写文件名',
  'the server sends from one URL to the next, more than {1} times; name the last one': '服务器重定向超过 {1} 次；请写最后的 URL',
  'the server answered {1}: it wants a login; download the log with your tool for it, and name the file':
    '服务器的回答是 {1}：它要求登录；请用相应的工具下载日志，再写文件名',
  'the server answered {1}: it has no such log; check the URL': '服务器的回答是 {1}：没有这份日志；请检查 URL',
  'the server answered {1}; try again later, or download the log yourself': '服务器的回答是 {1}；请稍后再试，或自行下载日志',
  'the server was silent for {1} seconds; try again': '服务器 {1} 秒没有回应；请再试一次',
  'the server sends more than 1 GiB; download it yourself, and name the file': '服务器发来的内容超过 1 GiB；请自行下载，再写文件名',
  "this address is one of the link, or gives out a machine's own secrets: it is never asked":
    '这个地址属于本地链路，或会给出机器自身的机密：从不访问',
  'it took longer than {1} minutes; download it yourself, and name the file': '用时超过 {1} 分钟；请自行下载，再写文件名',
  'the server could not be asked: {1}; check the URL and the network': '无法访问服务器：{1}；请检查 URL 和网络',
  'the certificate of {1} comes from an authority that this machine does not trust ({2}): name a file with its certificate in SSL_CERT_FILE, or download the log yourself':
    '{1} 的证书来自本机不信任的颁发机构（{2}）：请在 SSL_CERT_FILE 里写明含有其证书的文件，或自行下载日志',
  'the proxy {1} wants a login ({2}): write it into the URL of HTTPS_PROXY':
    '代理 {1} 要求登录（{2}）：请把登录信息写进 HTTPS_PROXY 的 URL',
  'the proxy {1} of HTTPS_PROXY could not be asked: {2}; check HTTPS_PROXY and NO_PROXY':
    '无法访问 HTTPS_PROXY 里的代理 {1}：{2}；请检查 HTTPS_PROXY 和 NO_PROXY',
  'the server {1} could not be asked through the proxy of HTTPS_PROXY: {2}; check the URL and NO_PROXY':
    '无法经 HTTPS_PROXY 里的代理访问服务器 {1}：{2}；请检查 URL 和 NO_PROXY',
  'the server sends it packed as {1}, which was not asked for; download it yourself, and name the file':
    '服务器发来的内容以 {1} 压缩，而这并没有要求；请自行下载，再写文件名',
  'the server sent a page to sign in, and no log: it wants a login; download the log with your tool for it, and name the file':
    '服务器发来的是登录页面，不是日志：它要求登录；请用相应的工具下载日志，再写文件名',
  'the server sent a web page in which no failure stands, and logs are text: name the URL of the raw log, or download it yourself':
    '服务器发来的是网页，里面没有失败，而日志是文本：请写原始日志的 URL，或自行下载',
  'the reading of this pipe was stopped before its end; what came until then counts': '这个管道没有读完就停止了；到那时为止收到的仍然计数',
  'the server stopped in the middle ({1}): only a part of it was read; try again': '服务器中途停止（{1}）：只读到一部分；请再试一次',
  'a list may not name URLs, since modwhy asks only servers that you name: give it on the command line':
    '列表里不能写 URL，因为 modwhy 只访问你指明的服务器：请写在命令行上',
  'it is a link to a folder elsewhere ({1}), which is not entered; name that folder':
    '这是指向别处目录的链接（{1}），不进入；请直接写那个目录',
  'this is a named pipe, which would be waited for; name it to have it read': '这是命名管道，读取会一直等待；要读取就直接写它的名字',
  'its name is not UTF-8, and cannot be opened: rename it, or pass its text on with <':
    '它的名字不是 UTF-8，无法打开：请改名，或用 < 传入内容',
  'only a part of it could be read, in which there is no failure: whether it failed is not known; modwhy explain says what cut it':
    '只读到了一部分，其中没有失败：是否失败无从得知；modwhy explain 会说明在哪里截断',
  'some files in this archive could not be read, and the others count; modwhy explain says why':
    '这个压缩包里有些文件读不了，其他的照常计算；modwhy explain 会说明原因',
  'the file is {1} bytes long and nearly all of it is a hole; it is no log': '这个文件长 {1} 字节，几乎全是空洞；不是日志',
  'the folder cannot be read: permission denied; allow reading it (chmod +rx), or leave it out':
    '无法读取这个目录：没有权限；请允许读取（chmod +rx），或不包括它',
  'modwhy scan: --format expected {1}, found "{2}"': 'modwhy scan：--format 应为 {1}，却是“{2}”',
  "modwhy scan needs logs: a folder (modwhy scan logs), files, a pattern ('logs/**/*.log'), or - for a list of names on standard input":
    "modwhy scan 需要日志：目录（modwhy scan logs）、文件、模式（'logs/**/*.log'），或用 - 表示标准输入里的名字列表",
  '--shard {1}: expected I/N with I from 1 to N, such as 2/8': '--shard {1}：应为 I/N，I 从 1 到 N，例如 2/8',
  'many logs: which causes, how often, since when': '大量日志：有哪些原因，多少次，从何时起',
  'the results are not kept: {1}': '结果没有保存：{1}',
  'threads that read (default: by the size and the processors)': '读取的线程数（默认：按数据量和处理器数）',
  'scan: only the I-th of N parts, split by the names': 'scan：只读 N 份里的第 I 份，按名字划分',
};
