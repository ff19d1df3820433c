/** Templates cut into words, with what the search for similar ones needs to know of each word. */
export interface TokenTable {
  /** For each template its words as numbers. */
  readonly rows: readonly Int32Array[];
  readonly words: readonly string[];
  /** In how many templates a word stands. */
  readonly frequency: readonly number[];
  /** Whether a word says what happened, so that no two messages of one kind differ in it. */
  readonly telling: readonly boolean[];
}

const slotRun = /^\W*<[a-z]+>\W*$/;

/** `<path>, <path>` is a list: how long it is says nothing. */
export function tokensOf(template: string): string[] {
  const tokens: string[] = [];
  for (const token of template.split(' ')) {
    const last = tokens.at(-1);
    if (last !== undefined && slotRun.test(token) && bare(last) === bare(token)) tokens[tokens.length - 1] = token;
    else tokens.push(token);
  }
  return tokens;
}

function bare(token: string): string {
  return token.replace(/[,;]$/, '');
}

/** @param templates each one once */
export function tokenTable(templates: readonly string[]): TokenTable {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const frequency: number[] = [];
  const rows = templates.map((template) => {
    const tokens = tokensOf(template);
    const row = new Int32Array(tokens.length);
    const seen = new Set<number>();
    for (const [position, token] of tokens.entries()) {
      let number = numbers.get(token);
      if (number === undefined) {
        number = words.length;
        numbers.set(token, number);
        words.push(token);
        frequency.push(0);
      }
      row[position] = number;
      if (seen.has(number)) continue;
      seen.add(number);
      frequency[number]!++;
    }
    return row;
  });
  return { rows, words, frequency, telling: words.map((word) => telling.test(word)) };
}

// The code of a message, a number that was kept because it says what happened, the name of an exception.
const telling = /^\W*(?:[A-Z]{1,10}\d{2,6}|\d{1,3}|[\w.$]*(?:Error|Exception|Failure))\W*$|\[[A-Z]{1,10}\d{2,6}\]/;
const nameLike = /[_/@=<\d]|\w\.\w|[a-z][A-Z]|[A-Za-z]-[A-Za-z]/;

/** A word that looks like the name of something: two different ones are enough to say that names differ here. */
export function isNameLike(token: string): boolean {
  return nameLike.test(token);
}

/** A word of the message, neither slot nor sign. */
export function isPlainWord(token: string): boolean {
  return /^\W*[A-Za-z][A-Za-z'’]{1,30}\W*$/.test(token);
}
