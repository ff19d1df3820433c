// What Windows makes of a typed line, written from its documentation and apart from the code under test. No Windows runs here.

/** CommandLineToArgvW and the C runtime: `\` counts only before `"`, blanks part words outside quotes. The first word is the program. */
export function argumentsOf(line: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quoted = false;
  for (let at = 0; at < line.length; ) {
    const slashes = /^\\+/.exec(line.slice(at))?.[0].length ?? 0;
    at += slashes;
    if (line[at] === '"') {
      word = (word ?? '') + '\\'.repeat(slashes >> 1);
      if (slashes % 2 === 1) word += '"';
      else quoted = !quoted;
      at++;
      continue;
    }
    if (slashes > 0) {
      word = (word ?? '') + '\\'.repeat(slashes);
      continue;
    }
    const char = line[at++]!;
    if (!quoted && (char === ' ' || char === '\t')) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + char;
  }
  if (word !== null) words.push(word);
  return words;
}

/** The one command that cmd.exe starts for a typed line, with delayed expansion on. Throws when it would do anything else. */
export function cmdStarts(line: string): string {
  let quoted = false;
  for (const char of line) {
    if (/[%!\r\n\0\x1a]/.test(char)) throw new Error(`cmd.exe acts on ${JSON.stringify(char)}`);
    if (char === '"') quoted = !quoted;
    else if (!quoted && /[&|<>^();,]/.test(char)) throw new Error(`cmd.exe acts on ${char} outside quotes`);
  }
  if (quoted) throw new Error('a quote is left open');
  return line;
}

/** `set "NAME=value"`: the text between the first and the last quote. */
export function cmdSets(line: string): [string, string] {
  const found = /^set "([^=]+)=(.*)"$/.exec(cmdStarts(line));
  if (!found) throw new Error(`not a set: ${line}`);
  return [found[1]!, found[2]!];
}

const quotes = "'\u2018\u2019\u201a\u201b";

/** The words of one PowerShell command in argument mode. Throws on everything that is not a plain word or a text in single quotes. */
export function powershellWords(line: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < line.length; ) {
    if (line[at] === ' ') {
      at++;
      continue;
    }
    let word = '';
    if (quotes.includes(line[at]!)) {
      for (at++; ; at++) {
        if (at >= line.length) throw new Error('a quote is left open');
        if (!quotes.includes(line[at]!)) word += line[at];
        else if (at + 1 < line.length && quotes.includes(line[at + 1]!)) word += line[at++];
        else break;
      }
      at++;
      if (at < line.length && line[at] !== ' ') throw new Error('a word goes on behind its quotes');
    } else {
      for (; at < line.length && line[at] !== ' '; at++) word += line[at];
      if (/[`$"#(){}[\];,|&<>*?~%!^]|['\u2018-\u201f]/.test(word) || /^[@=]|^\d/.test(word)) throw new Error(`PowerShell acts on ${word}`);
      // A parameter ends at a dot or colon, and what follows becomes a word of its own.
      if (/^-.*[.:]/.test(word) || word === '--') throw new Error(`PowerShell cuts ${word}`);
    }
    words.push(word);
  }
  return words;
}

/** The command line that Windows PowerShell 5.1 hands to a program: empty words are lost, quotes are not escaped. */
export function oldPowershellLine(words: readonly string[]): string {
  return words
    .filter((word) => word !== '')
    .map((word) => (/\s/u.test(word) ? `"${word}"` : word))
    .join(' ');
}

/** The same of PowerShell 7.3 and newer, which escapes by the rules of the C runtime. */
export function newPowershellLine(words: readonly string[]): string {
  return words
    .map((word) => (word !== '' && !/[\s"]/u.test(word) ? word : `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`))
    .join(' ');
}
