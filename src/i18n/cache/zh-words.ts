import type { Facts } from './en-words.ts';

const heads: Readonly<Record<string, string>> = {
  empty: '文件是空的。',
  html: '内容是 HTML 页面，像是代理或登录页返回的。',
  json: '内容是 JSON，像是服务器返回的错误。',
  zeros: '内容全是零，断电或磁盘写满后会这样。',
  gzip: '内容是 gzip 压缩的。',
  lost: '文件不见了。',
};
/** What the beginning of a damaged file shows. */
export const headOf = ({ head }: Facts) => heads[String(head ?? '')] ?? '';

const names = (list: string | number | undefined, count: string | number) =>
  `${list}${Number(count) > String(list).split(', ').length ? ' 等' : ''}`;

/** Which of the unpacked files are not those of the zip. */
export function differences({ changed, changedNames, lost, lostNames, added, addedNames }: Facts): string {
  const parts = [
    ...(changed ? [`${changed} 个文件被改（${names(changedNames, changed)}）`] : []),
    ...(lost ? [`${lost} 个文件缺失（${names(lostNames, lost)}）`] : []),
    ...(added ? [`多出 ${added} 个文件（${names(addedNames, added)}）`] : []),
  ];
  return parts.length > 0 ? `${parts.join('；')}。` : '它们的校验和与 zip 不同。';
}

/** The largest unit that gives a whole number above one. */
export function ago(seconds: string | number | undefined): string {
  const units = [
    ['天', 86_400],
    ['小时', 3600],
    ['分钟', 60],
    ['秒', 1],
  ] as const;
  const [unit, length] = units.find(([, one]) => Number(seconds) >= 2 * one) ?? ['秒', 1];
  return `${Math.floor(Number(seconds) / length)} ${unit}`;
}

/** Whether go trips over a bad zip depends on the folder. */
export const unpackedToo = ({ unpacked }: Facts) =>
  unpacked ? '构建用的是解压好的目录，看不到问题；go mod verify 会报错，目录没了之后构建也会。' : '只要它在，go 就不会重新下载。';

/** Who wrote a note with a process id and a time, and what such tools take it for. */
export function ownerRule(facts: Facts): string {
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

/** A process by its number and command, as far as they are known. */
export const processOf = (pid: number | null, command: string | null) =>
  pid === null ? '从这里看不到的进程' : `进程 ${pid}${command ? `（${command}）` : ''}`;
