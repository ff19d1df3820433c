import type { CacheTexts, Facts } from './en-cache.ts';

const heads: Readonly<Record<string, string>> = {
  empty: '文件是空的。',
  html: '内容是 HTML 页面，像是代理或登录页返回的。',
  json: '内容是 JSON，像是服务器返回的错误。',
  zeros: '内容全是零，断电或磁盘写满后会这样。',
  gzip: '内容是 gzip 压缩的。',
  lost: '文件不见了。',
};
const headOf = ({ head }: Facts) => heads[String(head ?? '')] ?? '';

const names = (list: string | number | undefined, count: string | number) =>
  `${list}${Number(count) > String(list).split(', ').length ? ' 等' : ''}`;

function differences({ changed, changedNames, lost, lostNames, added, addedNames }: Facts): string {
  const parts = [
    ...(changed ? [`${changed} 个文件被改（${names(changedNames, changed)}）`] : []),
    ...(lost ? [`${lost} 个文件缺失（${names(lostNames, lost)}）`] : []),
    ...(added ? [`多出 ${added} 个文件（${names(addedNames, added)}）`] : []),
  ];
  return parts.length > 0 ? `${parts.join('；')}。` : '它们的校验和与 zip 不同。';
}

function ago(seconds: string | number | undefined): string {
  const units = [
    ['天', 86_400],
    ['小时', 3600],
    ['分钟', 60],
    ['秒', 1],
  ] as const;
  const [unit, length] = units.find(([, one]) => Number(seconds) >= 2 * one) ?? ['秒', 1];
  return `${Math.floor(Number(seconds) / length)} ${unit}`;
}

const unpackedToo = ({ unpacked }: Facts) =>
  unpacked ? '构建用的是解压好的目录，看不到问题；go mod verify 会报错，目录没了之后构建也会。' : '只要它在，go 就不会重新下载。';

function ownerRule(facts: Facts): string {
  const who = facts.pid === undefined ? '' : `由进程 ${facts.pid} `;
  const when = facts.age === undefined ? '' : `于 ${ago(facts.age)}前`;
  const states: Readonly<Record<string, string>> = {
    leftover: '该进程已不在，记录也超过 300 秒：按这类工具的规则，它是遗留的。',
    live: '该进程还在运行：不要动它。',
    young: '该进程已不在，但记录还不到 300 秒；超过之后这类工具才当作遗留。',
    unknown: `从这里看不出它的进程是否还在${facts.host ? `（属于主机 ${facts.host}）` : ''}。`,
  };
  return `${who}${when}写入。${states[String(facts.state)] ?? ''}`;
}

const process_ = (pid: number | null, command: string | null) =>
  pid === null ? '从这里看不到的进程' : `进程 ${pid}${command ? `（${command}）` : ''}`;

/** The words of `modwhy cache` in Chinese. */
export const cacheChinese: CacheTexts = {
  findings: {
    'disk-full': {
      title: () => '磁盘已满或快满',
      says: ({ free, names: more }) =>
        `剩余 ${Math.floor(Number(free) / 2 ** 20)} MiB${more === undefined ? '' : `，还能再建 ${more} 个文件`}。下载和构建会中断，留下不完整的文件。`,
    },
    'read-only': { title: () => '文件系统是只读的', says: () => 'go 能用已有的内容，不能存新的。' },
    'not-writable': {
      title: () => '当前用户不能写这里',
      says: ({ owner, user }) => (owner === undefined ? '写入被拒绝。' : `它属于用户 ${owner}，当前用户是 ${user}。`),
    },
    unreadable: {
      title: () => '有当前用户读不了的文件',
      says: ({ count }) => `${count} 个名称读不了：里面是什么，这里不知道，go 也不知道。`,
    },
    'other-owner': {
      title: () => '缓存里有其他用户的文件',
      says: ({ count, owner, expected }) =>
        `${count} 个名称属于用户 ${owner}${owner === 0 ? '（root）' : ''}，而缓存属于用户 ${expected}：多半是以前的 sudo go 或容器留下的。go 要写这些地方时就会失败。`,
    },
    'not-a-folder': { title: (of) => `${of} 是文件，go 在这里需要目录`, says: () => '文件在，go 就建不了目录。' },
    'odd-file': {
      title: (of) => `${of} 的下载文件里有链接、管道或目录`,
      says: () => 'go 在这个名称上需要普通文件。遇到管道它会一直等下去。',
    },
    'lock-held': {
      title: (of) => `${of} 正被锁住`,
      says: ({ pid, command }) =>
        `${process_(pid ? Number(pid) : null, command ? String(command) : null)}持有锁，其他 go 命令会不作声地等它。`,
    },
    'zip-cut': {
      title: (of) => `${of} 的 zip 不完整，或不是 zip`,
      says: (facts) => `它有 ${facts.bytes} 字节，末尾没有目录表。${headOf(facts)}${unpackedToo(facts)}`,
    },
    'zip-damaged': {
      title: (of) => `${of} 的 zip 内部损坏`,
      says: ({ name, ...facts }) => `${name || '里面的内容'}无法解压，或校验值与 zip 里写的不同。${unpackedToo(facts)}`,
    },
    'zip-of-other': {
      title: (of) => `${of} 的 zip 是别的模块或版本的`,
      says: ({ name, ...facts }) => `里面是 ${name}。${unpackedToo(facts)}`,
    },
    'zip-changed': {
      title: (of) => `${of} 的 zip 被改过`,
      says: ({ found, recorded }) => `它的校验和是 ${found}；.ziphash 和用来对照的内容是 ${recorded}。`,
    },
    'ziphash-wrong': {
      title: (of) => `${of} 记录的校验和不对，zip 是对的`,
      says: ({ found, recorded }) =>
        `.ziphash 写的是 ${recorded}；zip 算出来是 ${found}，正是应有的值。go 相信 .ziphash，于是报校验和不一致。`,
    },
    'pair-differs': {
      title: (of) => `${of} 的 zip 与记录的校验和对不上`,
      says: ({ found, recorded }) => `zip 算出来是 ${found}，.ziphash 写的是 ${recorded}；这里看不出哪个是对的。`,
    },
    'ziphash-broken': {
      title: (of) => `${of} 记录的校验和文件已损坏`,
      says: (facts) => `.ziphash 有 ${facts.bytes} 字节，不是校验和。Go 1.17 起在需要时会重新计算；go mod verify 和更早的版本会失败。`,
    },
    'ziphash-lost': {
      title: (of) => `${of} 记录的校验和不见了`,
      says: () => 'zip 在，.ziphash 不在。go 需要时会重新计算；在那之前 go mod verify 会失败。',
    },
    'not-go-sum': {
      title: (of) => `缓存里的 ${of} 不是 go.sum 说的那个`,
      says: ({ found, named }) =>
        `这份副本是完整的，校验和是 ${found}；go.sum 写的是 ${named}。两者之一来自别处：先和校验和数据库对照，再改其中一个。`,
    },
    'mod-empty': {
      title: (of) => `缓存里 ${of} 的 go.mod 是空的`,
      says: () => 'go 每次都拿它和 go.sum 对照，得到空文件的校验和；只要它在，就不会重新下载。',
    },
    'mod-broken': {
      title: (of) => `缓存里 ${of} 的 go.mod 不是 go.mod`,
      says: (facts) => `${headOf(facts)}里面没有 module 行。go 每次都拿它和 go.sum 对照；只要它在，就不会重新下载。`,
    },
    'mod-changed': {
      title: (of) => `缓存里 ${of} 的 go.mod 被改过`,
      says: () => '它与 zip 或 go.sum 里的 go.mod 不同。go 每次都拿它和 go.sum 对照；只要它在，就不会重新下载。',
    },
    'mod-not-go-sum': {
      title: (of) => `缓存里 ${of} 的 go.mod 不是 go.sum 说的那个`,
      says: () => 'zip 里的 go.mod 和缓存里的一样，所以这份副本是完整的，go.sum 指的是另一个：先和校验和数据库对照，再改其中一个。',
    },
    'tree-changed': {
      title: (of) => `${of} 解压后的文件被改过`,
      says: (facts) => `${differences(facts)}构建照用不误，也不提示；go mod verify 会指出来。`,
    },
    'tree-odd': {
      title: (of) => `${of} 解压后的文件里有链接、管道或设备`,
      says: () => '模块里不会有这些。go mod verify 遇到管道会一直等下去。',
    },
    'tree-without-zip': {
      title: (of) => `${of} 已解压，但下载的文件不见了`,
      says: () => '没有 .ziphash，go 会把目录当作没解压完，重新下载；离线时就会失败。',
    },
    'toolchain-incomplete': {
      title: (of) => `工具链 ${of.replace(/^.*-(go.*)$/, '$1')} 不完整`,
      says: ({ names: lost }) => `缺少：${lost}。`,
    },
    'toolchain-not-executable': {
      title: (of) => `工具链 ${of.replace(/^.*-(go.*)$/, '$1')} 里的程序不可执行`,
      says: ({ names: programs }) => `${programs} 没有 x 权限，而 bin/go 有，所以 go 不会再去设置。`,
    },
    'vcs-note-wrong': {
      title: () => '克隆旁边的记录写的是另一个仓库',
      says: ({ has }) =>
        has === '' ? '.info 文件是空的：go 拒绝用这个克隆。' : `.info 文件写的是 ${has}，与文件名对应的不同：go 拒绝用这个克隆。`,
    },
    'vcs-not-repository': {
      title: (_, { url }) => `${url} 的克隆已经不是仓库`,
      says: (facts) => (facts.lost ? `缺少：${facts.lost}。` : `${facts.broken} 读不懂。${headOf(facts)}`),
    },
    'vcs-config': { title: (_, { url }) => `${url} 的克隆设置已损坏`, says: (facts) => `${headOf(facts)}git 读到 config 文件就停下。` },
    'vcs-refs': {
      title: (_, { url }) => `${url} 的克隆里，分支或标签的记录已损坏`,
      says: ({ line, ref }) =>
        line === undefined ? `${ref} 里没有提交。go 可能只说“unknown revision”。` : `packed-refs 第 ${line} 行 git 不接受。`,
    },
    'vcs-objects': {
      title: (_, { url }) => `${url} 的克隆丢了对象，或对象已损坏`,
      says: ({ object, lost, pack, bad }) =>
        `${
          object
            ? `对象 ${object} 是空的，或不是对象。`
            : lost
              ? `${lost} 不见了，而它的索引还在。`
              : `${pack}：${bad === 'hash' ? '校验值不对' : bad === 'cut' ? '不完整' : '开头不是这类文件'}。`
        }go 可能只说“unknown revision”。`,
    },
    'vcs-lock': {
      title: (_, { url }) => `${url} 的克隆里留下了 git 的锁`,
      says: ({ name, age, told }) =>
        `${name} 已有 ${ago(age)}${told ? '，没有进程在这个目录里工作' : ''}。需要这把锁的 git 会说“File exists”，直到它被删掉。先确认别处没有 go 在用这个缓存。`,
    },
    'sumdb-tile': {
      title: () => '校验和数据库的缓存片段不完整',
      says: ({ bytes, expected }) => `它有 ${bytes} 字节，应为 ${expected}。go 会以“bad result slice”停下。`,
    },
    'sumdb-lookup': {
      title: () => '校验和数据库的缓存答复已损坏',
      says: (facts) => `${headOf(facts)}go 先读它再问服务器，读到就停下。`,
    },
    'sumdb-latest': {
      title: () => '校验和数据库的状态记录已损坏',
      says: (facts) => `${headOf(facts)}go 会以“malformed note”停下。go clean -modcache 不删它；没有它，go 会以下一个签名状态为起点。`,
    },
    'build-index': {
      title: () => '构建缓存里一个模块的索引已损坏',
      says: () => '长度对，校验和与文件名不符；go 只看长度。文件没了，go 会重新生成。',
    },
    'build-output': {
      title: () => '构建缓存里有损坏的文件',
      says: () => '长度对，校验和与文件名不符；go 只看长度，就交给编译器或链接器。文件没了，go 会重新编译。',
    },
    'foreign-lock': {
      title: () => '不是 go 写的锁文件',
      says: (facts) =>
        `go 的锁文件是空的，它也不读内容。${ownerRule(facts)}${facts.own ? '它和 go 的锁文件同名：如果别的工具要求删掉它，请在没有 go 运行时删。' : ''}`,
    },
    'foreign-note': { title: () => '不是 go 写的记录', says: (facts) => `go 不写这样的文件，也不读。${ownerRule(facts)}` },
    'per-task-log': {
      title: () => '不是 go 写的日志',
      says: () =>
        '里面写的是任务、缓存命中、输入和输出，像 Gradle 的构建缓存日志。go 没有这种日志：GODEBUG=gocachehash=1 和 gocacheverify=1 会显示 go 重新编译了什么、为什么。',
    },
    'info-broken': { title: (of) => `${of} 的 .info 文件读不懂`, says: () => 'go 会自己重新下载。' },
    'list-broken': {
      title: (of) => `${of} 的版本列表里有这里没有的版本`,
      says: ({ count, first }) => `${count} 个，例如 ${first}。go 会重写列表；把这个缓存当作模块代理用时才有影响。`,
    },
    partial: { title: (of) => `${of} 没有解压完`, says: () => '上次运行在解压时被中断。Go 1.14.2 起会自己补完。' },
    'tmp-left': {
      title: (of) => `${of} 下载中断后留下的文件`,
      says: () => '没有谁会读它们。zip 的那些，go 下次下载这个版本时会删；其他的不会。',
    },
    'tree-is-file': { title: (of) => `${of} 该解压的位置上是一个文件`, says: () => 'go 会删掉它，重新解压。' },
    'tree-unfinished': { title: (of) => `${of} 已解压，但没有 .ziphash`, says: () => 'go 会用 zip 重新解压。' },
    'build-entry': {
      title: () => '构建缓存里有损坏的条目',
      says: (facts) => `它有 ${facts.bytes} 字节。go 当作没有，重新编译。`,
    },
    'build-output-cut': {
      title: () => '构建缓存里有不完整的产物',
      says: ({ bytes, expected }) => `它有 ${bytes} 字节，条目写的是 ${expected}。go 当作没有，重新编译。`,
    },
    'trim-broken': { title: () => '构建缓存的 trim.txt 里没有时间', says: (facts) => `${headOf(facts)}go 会马上清理缓存，并重写它。` },
    'test-expire-broken': {
      title: () => '构建缓存的 testexpire.txt 里没有时间',
      says: (facts) => `${headOf(facts)}go 会认为缓存的测试结果都有效，就像没运行过 go clean -testcache。`,
    },
    'linked-away': { title: () => '指向缓存之外的链接', says: () => '没有跟过去看：链接后面的内容不在检查之内。' },
  },
  severity: { error: '错误', warning: '警告', info: '提示' },
  sure: { certain: '确定', likely: '很可能', possible: '可能' },
  source: { environment: '环境变量', 'go env file': 'go env 文件', default: '默认值', named: '命令行指定' },
  join: '，',
  semicolon: '；',
  folder: (name, path, details) => `${name} ${path}（${details}）`,
  modcache: '模块缓存',
  gocache: '构建缓存',
  free: (size) => `剩余 ${size}`,
  healthy: '没有发现问题',
  found: (errors, warnings, notes) =>
    [
      ...(errors > 0 ? [`${errors} 个错误`] : []),
      ...(warnings > 0 ? [`${warnings} 个警告`] : []),
      ...(notes > 0 ? [`${notes} 个提示`] : []),
    ].join('，'),
  row: { file: '文件', files: '文件', cause: '原因', sure: '把握', looked: '检查了', locks: '锁' },
  moreFiles: (count) => `还有 ${count} 个`,
  moreNotes: (count) => `省略了 ${count} 个提示：-v 全部显示`,
  moreOfAKind: (title, count) => `还有 ${count} 个同类的：${title}`,
  again: 'go 需要时会重新下载',
  anew: 'go 需要时会重新生成，不用网络',
  nothing: '不用处理：go 自己会继续',
  foreign: 'go 从不看它',
  foreignLeft: '不用处理：go 从不看它',
  looked: {
    versions: (modules, versions) => `${modules} 个模块的 ${versions} 个版本`,
    hashed: (zips, ofZips, trees, ofTrees) => `计算了 ${ofZips} 个 zip 中 ${zips} 个、${ofTrees} 个目录中 ${trees} 个的校验和`,
    sums: (lines, files) => `与 ${files} 的 ${lines} 行对照`,
    noSums: '没有与 go.sum 对照：--with go.sum 可以指定',
    parts: (clones, toolchains, sumdb) => `${clones} 个克隆，${toolchains} 个工具链，${sumdb} 个校验和数据库文件`,
    build: (entries, outputs, hashed) => `构建缓存的 ${entries} 个条目和 ${outputs} 个产物，计算了 ${hashed} 个的校验和`,
    writable: (count) => `${count} 个目录可写，像用了 GOFLAGS=-modcacherw：里面的改动不会受阻`,
    deep: '没有计算全部内容的校验和：--deep 会',
  },
  locks: {
    free: (count) => `${count} 个锁文件，都没有被持有：go 本来就会留下它们，不用删`,
    unknown: '这个系统不说明谁持有锁；锁文件在那里不代表什么',
    held: (pid, command, file) => `${process_(pid, command)}持有 ${file}`,
    waits: (pid, command, file) => `${process_(pid, command)}在等 ${file}`,
  },
  none: '没有模块缓存，也没有构建缓存：还没有下载或构建过',
  progress: (what) => `正在检查 ${what}`,
};
