import type { Texts } from './texts.ts';

const domain: Texts['diagnosis']['domain'] = {
  project: '问题在这个项目自己的文件里，跟服务器无关',
  required: '问题在这个项目的 import 和 require 里',
  installed: '问题在本机安装的 Go，或者 go.mod 对 Go 版本的要求',
  tool: '问题在本机的某个程序或目录，还没有请求任何服务器',
  setting: '由本机的一项设置决定',
  forward: '访问外网要经过它，而它没有放行这个请求',
  undecided: '两边的内容对不上，日志看不出哪一边是对的',
  env: '问题在本机的某项设置、目录或磁盘',
  cache: '问题在本机的模块缓存',
  command: '问题在命令的用法',
  noServer: '跟模块服务器无关',
  privateSentOut: '本机的设置让私有模块去问了公共服务器，而公共服务器看不到它',
  loginMissing: '主机要求登录，而本机没有凭据',
  hostKey: 'ssh 还不认识该主机的密钥，或者记录的是另一个密钥',
  sumdbCache: '问题在本机保存的校验和数据库文件',
  brokeOff: '本机与它之间的连接断了',
  offline: '这里没有任何网络出口',
  ipv6: '本机的 IPv6 不通',
  nameServerWrong: '本机使用的 DNS 服务器应答不正常',
  nameServerSilent: '本机使用的 DNS 服务器没有应答',
  noSuchName: (host) => `域名 ${host} 没有解析出来，还没有连到任何服务器；可能是域名写错了，也可能是 DNS 服务器有问题`,
  inPlaceOf: (host) => `中途有别的设备代替 ${host} 应答`,
  clock: '本机的时钟不准',
  untrusted: (host) => `本机不信任 ${host} 出示的证书：可能本机缺少 CA，也可能中途有设备换上了自己的证书`,
  server: '服务器',
  notSaid: '日志没有说明是什么出了错',
  noName: '日志没有写出服务器的名字',
  fromThere: '报错来自那里',
  passedOn: (server, other) => `${server} 有应答，它只是转达了 ${other} 那边的错误`,
  answered: (server, status) => `${server} 返回 ${status}`,
  noAnswer: (server) => `${server} 没有给出完整的应答；也可能是本机到它之间的网络有问题`,
  handshake: (server) => `连上了 ${server}，但 TLS 失败`,
  about: (server) => `报错说的是 ${server}`,
};

const harStatus = (status: number) => (status === 0 ? '在那里也没有应答' : `在那里返回的也是 ${status}`);

const fact: Texts['diagnosis']['fact'] = {
  'env-goproxy-off': '不允许下载任何模块',
  'env-gosumdb-off': '工具链无法校验',
  'env-gotoolchain-local': 'go 不会下载更新的工具链',
  'env-gotoolchain-switches': 'go 可以下载更新的工具链',
  'env-goflags-vendor': '所有命令都使用 vendor 目录',
  'env-go111module-off': '模块功能已关闭',
  'env-gowork-file': '这个工作区已启用',
  'env-goprivate-covers': (path) => `覆盖了 ${path}：这样不会去问公共服务器`,
  'env-goprivate-misses': (path) => `没有覆盖 ${path}`,
  'mod-file-requires': (indirect) =>
    `${indirect ? '这里已经 require（indirect）' : '这里已经 require'}：失败的构建读的是另一个 go.mod，或者这个文件的另一个版本`,
  'mod-file-requires-none': (path) => `这里 require 的模块都不包含 ${path}`,
  'mod-file-own-path': (path) => `${path} 是这个模块自己的目录`,
  'log-own-path': (path) => `这是正在构建的模块里的包，${path} 也在它的路径下面`,
  'others-than-own-path': '其余的不在',
  'mod-file-replaces-with-folder': '这个目录是相对于 go.mod 所在位置查找的',
  'mod-file-excludes': 'go 会跳过这个版本',
  'mod-file-go-newer': (version) => `实际运行的是 Go ${version}`,
  'mod-file-toolchain': '是这一行要求的',
  'sum-file-has-line': '这个 go.sum 里有它：失败的构建读的是另一个 go.sum',
  'sum-file-lacks-line': (what, ofPackage) => (ofPackage ? `没有包含 ${what} 的模块的行` : `没有 ${what} 的行`),
  'sum-file-two-hashes': (line) => `第 ${line} 行给了同一版本另一个哈希`,
  'sum-file-same-hash': '对不上的就是这一行',
  'sum-file-other-hash': '失败的构建的 go.sum 里是另一个哈希：它读的是另一个文件',
  'sum-file-broken': 'go.sum 的每一行应该有三个字段',
  'vendor-file-lacks': (what, has) => (has === null ? `vendor 目录里没有 ${what}` : `vendor 目录里是 ${has}，不是 ${what}`),
  'trace-request-failed': (tries, ms) =>
    `跟踪里也能看到${ms === null ? '' : `，用时 ${(ms / 1000).toFixed(1)} 秒`}${tries > 1 ? `；一共请求了 ${tries} 次` : ''}`,
  'trace-resolver': (who) =>
    who === 'go'
      ? 'Go 自己的解析器只读 hosts 文件、只问 resolv.conf 里的域名服务器，不用系统的其他来源'
      : '问的是系统的解析器，和 getent 一样',
  'doctor-name-unknown': (host) => `对本机来说，${host} 这个名称不存在`,
  'doctor-name-failure': (host) => `本机的域名服务器对 ${host} 没有给出可用的回答`,
  'doctor-name-timeout': (host) => `本机的域名服务器没有回答关于 ${host} 的查询`,
  'doctor-connect-refused': (host) => `${host} 拒绝连接`,
  'doctor-connect-timeout': (host) => `在限定时间内无法与 ${host} 建立连接`,
  'doctor-connection-reset': (host) => `与 ${host} 的连接被切断`,
  'doctor-no-network': (host) => `本机没有通向 ${host} 的网络`,
  'doctor-certificate-unknown': (host) => `${host} 出示的证书不是本机信任的机构签发的`,
  'doctor-certificate-expired': (host) => `按本机的时钟，${host} 出示的证书已过期`,
  'doctor-certificate-early': (host) => `按本机的时钟，${host} 出示的证书还没有生效`,
  'doctor-certificate-name': (host) => `${host} 出示的证书属于别的名称`,
  'doctor-not-tls': (host) => `${host} 在这个端口上有回应，但不是 TLS`,
  'doctor-forward-auth': (host) => `正向代理 ${host} 要求登录（407）`,
  'doctor-forward-denied': (host) => `正向代理不放行对 ${host} 的请求`,
  'doctor-forward-unreachable': (host) => `连接不到正向代理 ${host}`,
  'doctor-status-401': (host) => `${host} 要求登录（401）`,
  'doctor-status-403': (host) => `${host} 拒绝了请求（403）`,
  'doctor-status-429': (host) => `${host} 收到的请求太多（429）`,
  'doctor-status-5xx': (host) => `${host} 自身出错`,
  'doctor-answer-html': (host) => `请求的是列表，却以 ${host} 的名义返回了一个网页`,
  'doctor-answer-timeout': (host) => `${host} 接受连接，但在限定时间内没有应答`,
  'doctor-sumdb-unreachable': (host) => `从 ${host} 得不到校验和数据库`,
  'doctor-goproxy-off': 'GOPROXY 不允许下载',
  'doctor-goproxy-invalid': 'go 不接受 GOPROXY 的这个值',
  'doctor-disk-full': '模块缓存所在的磁盘没有空间了',
  'doctor-cache-not-writable': '这个用户无权写入模块缓存',
  'doctor-cache-read-only': '模块缓存所在的文件系统是只读的',
  'doctor-git-missing': 'PATH 里没有 git',
  'vendor-file-differs': (module, version, where) => `${where} require 的是 ${module} ${version}`,
  'work-file-lacks': (folders) =>
    folders.length === 0 ? '它没有 use 任何目录' : `它 use 的是 ${folders.slice(0, 5).join('、')}，没有那个目录`,
  'work-file-go-older': '太旧的就是这一行 go',
  'file-go-older': (given, wanted) => `这是 Go ${given}，而要求的是 ${wanted}`,
  'hosts-file-maps': (host, address) =>
    `go 先查这个文件，再问 DNS 服务器，所以对它来说 ${host} 就是 ${address}；用 DNS over HTTPS 的浏览器可能不看这里`,
  'resolv-file-asked': '当时问的就是这台服务器',
  'resolv-file-no-server': '里面没有 DNS 服务器：go 就会去问本机',
  'netrc-file-has-host': (host) => `里面有 ${host} 的登录信息，前提是失败的构建读的是这个文件`,
  'netrc-file-lacks-host': (host, fallback) =>
    fallback ? `没有 machine ${host}，而 go 命令不使用 default` : `没有带用户名和密码的 machine ${host}`,
  'git-config-to-ssh': (from, to) => `git 会用 ${to} 代替 ${from}：走 ssh，.netrc 和令牌都不起作用`,
  'git-config-proxy': 'git 走这个代理；go 命令自己不读它',
  'docker-file-no-vendor': '它之前没有 COPY 带来 vendor 目录',
  'docker-file-no-sum': '它之前复制了 go.mod，但没有复制 go.sum',
  'docker-file-no-secret': '这个 RUN 没有挂载 secret 或 ssh，之前也没有设置登录信息',
  'docker-file-no-git': 'Go 的 Alpine 镜像没有 git，运行 go 之前也没有安装',
  'ci-file-go-number': (version) => `没有加引号，它就是一个数字，表示 ${version}`,
  'ci-file-cache-fixed': '缓存的 key 永远不变：一旦存下坏的内容，每次都会取回来',
  'ci-file-two-caches': (line) => `第 ${line} 行自己也缓存了同一个目录`,
  'har-sign-in': '应答是登录页面：go 无法登录',
  'har-needs-login': harStatus,
  'har-forbidden': harStatus,
  'har-proxy-login': harStatus,
  'har-not-found': harStatus,
  'har-too-many': harStatus,
  'har-server-error': harStatus,
  'har-no-answer': harStatus,
};

const beside: Texts['diagnosis']['beside'] = {
  otherGo: (file, log) => `这是 Go ${file}，而日志是 Go ${log} 的：可能来自另一台机器，也可能是 go 切换了工具链`,
  otherFolder: (folder) => `日志里的模块在 ${folder}：这些设置来自另一台机器或另一个用户`,
  otherServer: (address) => `日志里问的 DNS 服务器是 ${address}：这个文件来自另一台机器或容器`,
  otherAddress: (host, address) => `日志里 ${host} 连接的是 ${address}：这个文件来自另一台机器或容器`,
  tolerated: '这里失败的步骤也算成功',
  unverified: '这里 git 接受任何证书；go 命令自己不使用这项设置',
  answered: (status) => `同一个请求在那里返回 ${status}；浏览器有自己的代理、DNS 和证书`,
  replay: (command) => `再请求一次：${command}`,
  cutVersion: (version) => `没有加引号，YAML 读到的是数字 ${version}`,
};

const contrast: Texts['diagnosis']['contrast'] = {
  observers: { sumdb: '校验和数据库', proxy: '模块代理', vcs: '远程仓库' },
  server: '应答的服务器',
  notHere: (who) => `这是${who}那边看到的，不是本机`,
};

const privateModules = '把私有模块写进 GOPRIVATE，不要多写';
const requests = 'go mod download -x 会打印每个请求的状态和耗时';
const noVariable = 'go 命令没有这个变量';

const advice: Texts['diagnosis']['advice'] = {
  'gosumdb-off': {
    because: '所有模块都不再用校验和数据库校验，公开模块也一样；下载 Go 工具链也会失败',
    instead: `${privateModules}；连不上 sum.golang.org 时，GOSUMDB=sum.golang.google.cn 问的是同一个数据库`,
  },
  'private-star': {
    because: '它覆盖了所有模块：公开模块不再用校验和数据库校验，或者不再经过模块代理',
    instead: privateModules,
  },
  gonosumcheck: { because: noVariable, instead: `${privateModules}：GONOSUMDB 默认跟随它` },
  godebug: { because: 'go 命令没有这个调试设置', instead: requests },
  gotrace: { because: noVariable, instead: requests },
  'gowork-flag': { because: 'go 命令没有这个参数，会直接退出', instead: '设置变量 GOWORK：off，或者某个 go.work 文件的路径' },
  'download-v': { because: 'go mod download 没有这个参数，会直接退出', instead: 'go mod download -x' },
  'goflags-insecure': { because: 'go 命令接受 GOFLAGS 里的这个参数，但会忽略它', instead: '用 GOINSECURE，只写那个没有证书的模块的路径' },
  'get-insecure': { because: 'Go 1.17 起 go get 去掉了这个参数', instead: '用 GOINSECURE，只写那个没有证书的模块的路径' },
  'goinsecure-star': {
    because: '凡是直接拉取的模块，都可能走明文 HTTP，或者来自证书未经检查的服务器',
    instead: '把公司的 CA 证书加到系统里，或者只写那一台主机',
  },
  'git-no-verify': {
    because: 'git 会接受任何主机的任何证书；而 go 命令自己并不用这个设置',
    instead: '把公司的 CA 证书加到系统里，或者在 http.sslCAInfo 里写上证书文件',
  },
  'ssh-no-check': { because: 'ssh 会把任何服务器都当成真的', instead: '把服务器公布的主机密钥写进 known_hosts' },
  'safe-directory-star': {
    because: 'git 会执行属于其他用户的仓库里的配置',
    instead: '只写那一个目录：git config --global --add safe.directory 目录',
  },
  'token-in-insteadof': {
    because: '令牌会留在 git 配置里，也会出现在每一条带 URL 的报错里',
    instead: '用 netrc 文件或 git 的凭据助手，令牌只会发给它所属的主机',
  },
  'token-in-goproxy': {
    because: '凡是能看到环境变量或 go env 输出的人，都能看到令牌',
    instead: '用 netrc 里的一行，或 GOAUTH（Go 1.24 起），令牌只会发给它所属的主机',
  },
  'token-in-remote': {
    because: 'git 会把带令牌的 URL 存进 .git/config，也会显示在报错里',
    instead: '用 netrc 文件或 git 的凭据助手，令牌只会发给它所属的主机',
  },
  'delete-go-sum': {
    because: '之前校验过的哈希都没了，服务器现在给什么就信什么',
    instead: 'go mod tidy 会增删行；如果有一行对不上，先弄清楚为什么',
  },
  'delete-locks': { because: '模块缓存的锁文件是空的，一直都在；锁随持有它的进程结束而释放', instead: '找到还在运行的 go 进程，结束它' },
  'delete-modcache': {
    because: '这些目录是只读的：大部分删不掉；用 root 则连好的也一起删了',
    instead: 'go clean -modcache 会清空整个缓存；如果只有一个版本坏了，只涉及一个目录和它在 cache/download 里的文件',
  },
  'no-proxy-star': { because: 'NO_PROXY 不支持这种地址写法', instead: '写成网段，例如 192.168.0.0/16' },
};

const limit: Texts['diagnosis']['limit'] = {
  names: 'DNS 服务器没有回答；Go 的解析器每个服务器等 5 秒，试两次，除非 resolv.conf 另有设置',
  dial: '建立连接阶段：go 最多等 30 秒',
  'dial-system': '建立连接阶段：系统在 go 的 30 秒之前就放弃了',
  tls: '已连接，TLS 握手阶段：go 最多等 10 秒',
  'insecure-client': '整个请求：go 最多等 5 秒，只在使用 GOINSECURE 时',
  headers: '响应没有开始：go 不限制这个时间，是别的程序的限制',
  body: '响应开始后中断：go 不限制这个时间，是系统或别的程序的限制',
  'challenge-basic': '服务器要用户名和密码：netrc 里写上这个主机即可',
  'challenge-bearer': '服务器要令牌：netrc 给不了，GOAUTH（Go 1.24）可以',
  'challenge-negotiate': '服务器要 Kerberos 或 NTLM，go 不支持',
};

/** Everything that a diagnosis says in its own words, in Chinese. */
export const diagnosis: Texts['diagnosis'] = { domain, fact, beside, contrast, advice, limit };
