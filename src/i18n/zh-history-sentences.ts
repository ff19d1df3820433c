import type { Sentences } from '../model/said.ts';

/** What `modwhy history` and its store say in errors and in help, by the English sentence. */
export const historySentencesZh: Sentences = {
  'there is a secret in its name, so it is not put on the queue: read it with modwhy scan':
    '它的名字里有敏感信息，所以不放入队列：请用 modwhy scan 读取',
  'read the logs that scan --enqueue has put on a server': '读取 scan --enqueue 放到服务器上的日志',
  'scan: leave the logs to workers: modwhy worker': 'scan：把日志交给 worker 处理：modwhy worker',
  'worker: how many logs wait, and which were set aside': 'worker：有多少日志在等待，哪些已搁置',
  'modwhy worker takes no more words, found "{1}"; modwhy scan --enqueue names the logs':
    'modwhy worker 不再接受别的词，却有“{1}”；日志由 modwhy scan --enqueue 指定',
  '--shard and --enqueue both share the logs out: leave one of them away': '--shard 和 --enqueue 都用来分担日志：请只用其中一个',
  'a queue for many machines needs a server: --store postgres://user@host/database':
    '供多台机器使用的队列需要服务器：--store postgres://user@host/database',
  'modwhy {1}: --format expected text or json, found "{2}"': 'modwhy {1}：--format 应为 text 或 json，却是“{2}”',
  'the queue in {1} cannot be used: {2}': '{1} 里的队列无法使用：{2}',
  'what many scanned logs say together': '大量扫描过的日志合起来说明什么',
  'where results are kept: a file, none, or postgres://...': '结果存放在哪里：文件、none 或 postgres://...',
  'logs from this day on (UTC), or so long before the newest: 30d, 12h': '这一天（UTC）起的日志，或最新日志之前多久：30d、12h',
  'logs with this cause: slug or code': '有这个原因的日志：名称或代码',
  'logs in which this module failed': '这个模块失败的日志',
  'logs in which something from this host failed': '从这台主机取内容失败的日志',
  'logs of this machine': '这台机器的日志',
  'logs of this job': '这个任务的日志',
  'trend: a line for each cause, host, module, runner, job or fingerprint':
    'trend：按 cause、host、module、runner、job 或 fingerprint 各一行',
  'trend: hour, day, week or month (default: as fits)': 'trend：hour、day、week 或 month（默认：自动选择）',
  'how many are shown': '显示多少项',
  'prune: logs that are older than this go': 'prune：删除比这更早的日志',
  'prune: only the newest N logs stay': 'prune：只留最新的 N 份日志',
  'bypass add: its last day, YYYY-MM-DD; history: logs before it': 'bypass add：最后一天，YYYY-MM-DD；history：此前的日志',
  'doctor: run every step without asking; history prune: do it': 'doctor：不询问，执行每一步；history prune：真正删除',
  '{1} was made by a newer modwhy (its version is {2}, expected at most {3}); nothing was changed: use the newer one, or name another store in --store':
    '{1} 由更新版本的 modwhy 建立（它的版本是 {2}，最多只能是 {3}）；没有改动任何内容：请使用更新的版本，或用 --store 指定另一个存储',
  '{1} is a database of another program; nothing was changed: name a new file in --store':
    '{1} 是其他程序的数据库；没有改动任何内容：请用 --store 指定一个新文件',
  'permission denied; check who may read and write it': '没有权限；请检查谁可以读写它',
  'other processes write to it, and did not end within 30 seconds; try again when they have':
    '其他进程正在写入，30 秒内没有结束；请等它们结束后再试',
  'it may only be read here; check who may write there, or name another store in --store':
    '这里只能读取；请检查谁可以写入，或用 --store 指定另一个存储',
  'reading or writing failed; check the disk it lies on': '读写失败；请检查它所在的磁盘',
  'it is damaged; put it aside, and scan the logs again': '它已损坏；请把它移开，再重新扫描日志',
  'the disk is full; nothing of this batch was kept: make room and run it again': '磁盘已满；这一批没有保存：请腾出空间后再运行',
  'it cannot be opened; check that its folder exists and who may write there': '无法打开；请检查它的目录是否存在，谁可以写入',
  'it is no database; name another file in --store': '它不是数据库；请用 --store 指定另一个文件',
  'the store {1} cannot be used: {2}': '存储 {1} 无法使用：{2}',
  'it does not take this user and password; check them in --store, PGPASSWORD or the .pgpass file':
    '它不接受这个用户和密码；请检查 --store、PGPASSWORD 或 .pgpass 文件',
  'it has no database of that name; make one (createdb), or correct the name': '它没有这个名字的数据库；请建立（createdb），或改正名字',
  'this user may not do that there; give it the right to create a schema in that database':
    '这个用户在那里没有权限；请授予它在该数据库里创建 schema 的权限',
  'the disk of the server is full; nothing of this batch was kept: make room and run it again':
    '服务器的磁盘已满；这一批没有保存：请腾出空间后再运行',
  'it has no free connection; end some, or run fewer workers': '它没有空闲的连接；请结束一些，或减少并行的进程',
  'it may only be read; name the primary server': '它只能读取；请指定主服务器',
  'nobody listens at that address and port; check them, and that the server runs':
    '该地址和端口没有服务在监听；请检查它们，以及服务器是否在运行',
  'its host has no address; check the name': '这个主机名没有地址；请检查名字',
  'the name server does not answer; try again, or check the name of the host': '域名服务器没有应答；请再试，或检查主机名',
  'it does not answer; check the address, and what stands between': '它没有应答；请检查地址，以及中间的网络',
  'there is no way to that address; check the network': '无法到达该地址；请检查网络',
  'there is no socket of that name; check the folder, and that the server runs': '没有这个 socket；请检查目录，以及服务器是否在运行',
  'it went away in the middle; run it again when it is back: nothing counts twice': '它中途断开了；等它恢复后再运行：不会重复计数',
  '{1}; check sslmode and sslrootcert in its URL': '{1}；请检查 URL 里的 sslmode 和 sslrootcert',
  '{1} is no store: expected a file, none, or postgres://user@host/database':
    '{1} 不是存储：应为文件、none 或 postgres://user@host/database',
  'there is no folder for the store, since HOME is not set: name a file in --store':
    '没有存放的目录，因为没有设置 HOME：请用 --store 指定一个文件',
  'this is no URL of a store: expected postgres://user@host:5432/database, with % and two digits for special characters':
    '这不是存储的 URL：应为 postgres://user@host:5432/database，特殊字符写成 % 加两位数字',
  'the store {1} cannot be made: {2}': '无法建立存储 {1}：{2}',
  'the disk is full; make room, or name another file in --store': '磁盘已满；请腾出空间，或用 --store 指定另一个文件',
  'permission denied; check who may write there, or name another file in --store':
    '没有权限；请检查谁可以写入，或用 --store 指定另一个文件',
  'there is no store {1} yet: modwhy scan makes it, or name another one in --store':
    '还没有存储 {1}：modwhy scan 会建立它，或用 --store 指定另一个',
  '--{1}: expected a day such as 2026-11-01, or a span such as 30d or 12h, found "{2}"':
    '--{1}：应为日期，例如 2026-11-01，或时段，例如 30d、12h，却是“{2}”',
  '--until {1} is not after --since {2}': '--until {1} 不在 --since {2} 之后',
  'modwhy history show takes one failure: its number in modwhy history top, or its fingerprint':
    'modwhy history show 需要一个失败：它在 modwhy history top 里的序号，或它的指纹',
  'no failure "{1}" is in these logs; modwhy history top lists them, with the same flags':
    '这些日志里没有失败“{1}”；modwhy history top 用同样的参数列出它们',
  'modwhy history prune needs --older, such as 180d, or --keep, such as 100000, or history: { keep: 180d } in the config: which logs are no longer wanted':
    'modwhy history prune 需要 --older（例如 180d）或 --keep（例如 100000），或配置里的 history: { keep: 180d }：哪些日志不再需要',
  'modwhy history: expected top, trend, show, compare, prune or unexplained, found "{1}"{2}':
    'modwhy history：应为 top、trend、show、compare、prune 或 unexplained，却是“{1}”{2}',
  'modwhy history: --format expected text, json, ndjson, markdown or html, found "{1}"':
    'modwhy history：--format 应为 text、json、ndjson、markdown 或 html，却是“{1}”',
  'modwhy history {1}: --format html is the page of modwhy history top': 'modwhy history {1}：--format html 是 modwhy history top 的页面',
  'modwhy history {1} takes no more words, found "{2}"': 'modwhy history {1} 不再接受别的词，却有“{2}”',
};
