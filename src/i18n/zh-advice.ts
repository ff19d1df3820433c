import type { Texts } from './texts.ts';

const privateModules = '把私有模块写进 GOPRIVATE，不要多写';
const requests = 'go mod download -x 会打印每个请求的状态和耗时';
const noVariable = 'go 命令没有这个变量';

export const advice: Texts['diagnosis']['advice'] = {
  'curl-through-goproxy': {
    because: 'GOPROXY 指的是提供模块的服务器，不是请求要经过的正向代理',
    instead: '向它要版本列表：curl -v "$GOPROXY/example.com/module/@v/list"；正向代理写在 HTTPS_PROXY 里',
  },
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

export const limit: Texts['diagnosis']['limit'] = {
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
  'git-dial': '建立连接阶段：git 自己没有时限，由系统放弃，或由 curl 在 300 秒后放弃',
  'git-slow': '响应来得太慢：这是 git 自己的限制，即 http.lowSpeedLimit 和 http.lowSpeedTime',
  'forward-basic': 'HTTP 代理要用户名和密码：可以写在 HTTPS_PROXY 的地址里',
  'forward-negotiate': 'HTTP 代理要 Kerberos 或 NTLM，go 不支持，可以用本地的辅助程序',
};
