/** What a check has found out, by names that the words use. */
export type Facts = Readonly<Record<string, string | number>>;

/** How a kind of finding is told. */
export interface FindingWords {
  /** `of` is `example.com/lib v1.2.3`, or the name of the file. */
  title(of: string, facts: Facts): string;
  says(facts: Facts): string;
}

const heads: Readonly<Record<string, string>> = {
  empty: 'It is empty.',
  html: 'It is an HTML page, as a proxy or a login portal sends it.',
  json: 'It is JSON, as a server sends it with an error.',
  zeros: 'It holds zeros only, as after a power cut or a full disk.',
  gzip: 'It is packed with gzip.',
  zip: '',
  text: '',
  bytes: '',
  lost: 'It is gone.',
};

/** What the beginning of a damaged file shows. */
export const headOf = ({ head }: Facts) => (heads[String(head ?? '')] ? `${heads[String(head)]} ` : '');
/** `1 byte`, `2 bytes` */
export const bytes = (count: string | number | undefined) => `${count} ${count === 1 ? 'byte' : 'bytes'}`;
/** Whether go trips over a bad zip depends on the folder. */
export const unpackedToo = ({ unpacked }: Facts) =>
  unpacked
    ? 'Builds use the unpacked folder and do not see it; go mod verify does, and so do builds once the folder is gone.'
    : 'Go does not download it again while it is there.';
/** `1 file`, `2 files` */
export const plural = (count: string | number | undefined, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** Which of the unpacked files are not those of the zip. */
export function differences({ changed, changedNames, lost, lostNames, added, addedNames }: Facts): string {
  const parts = [
    ...(changed ? [`${plural(changed, 'file', 'files')} changed (${changedNames}${more(changed, changedNames)})`] : []),
    ...(lost ? [`${plural(lost, 'file', 'files')} gone (${lostNames}${more(lost, lostNames)})`] : []),
    ...(added ? [`${plural(added, 'file', 'files')} added (${addedNames}${more(added, addedNames)})`] : []),
  ];
  return parts.length > 0 ? `${parts.join('; ')}.` : 'Their hash is not the one of the zip.';
}

const more = (count: string | number, names: string | number | undefined) =>
  Number(count) > String(names).split(', ').length ? ', …' : '';

/** `3 days`: the largest unit that gives a whole number above one. */
export function ago(seconds: string | number | undefined): string {
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  const [unit, length] = units.find(([, one]) => Number(seconds) >= 2 * one) ?? ['second', 1];
  const count = Math.floor(Number(seconds) / length);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Who wrote a note with a process id and a time, and what such tools take it for. */
export const ownerRule = (facts: Facts) => {
  const who = facts.pid === undefined ? '' : ` by process ${facts.pid}`;
  const when = facts.age === undefined ? '' : `, ${ago(facts.age)} ago`;
  const states: Readonly<Record<string, string>> = {
    leftover: 'That process is gone and the note is older than 300 seconds: by the rule of such tools it is left behind.',
    live: 'That process is running: leave it alone.',
    young: 'That process is gone, but the note is not yet 300 seconds old, after which such tools take it as left behind.',
    unknown: `Whether its process lives cannot be known from here${facts.host ? ` (it is of host ${facts.host})` : ''}.`,
  };
  return `Written${who}${when}. ${states[String(facts.state)] ?? ''}`;
};
