import { isCommandLike } from './command-words.ts';

// Each is tried only on lines that start with its kind of character.
const comment = /^(?:\/\/|#+) (?=\S+@\S+ \S+ [%$#] |\S+@\S+[$#] )/;
const environment = /^\([\w.-]{1,40}\) +/;
const userAtHost =
  /^[\w.-]{1,64}@(?!v\d)[\w.-]{1,64}(?::(?:[~/][^$#%\n]{0,300}|[^\s$#%]{0,200}) ?[$#%]| [^$#>%:\n]{1,120}[$#%>]|[$#%])(?: +|$)/;
const bracketed = /^\[[\w.-]{1,64}@[\w.-]{1,64} [^\]]{1,200}\][$#%](?: +|$)/;
const versioned = /^(?:bash|sh|ash|zsh|dash|ksh)-\d[\d.]*[$#%](?: +|$)/;
const pathOnly = /^(?:\/[\w./~-]*|~[\w./-]*) [$#](?: +|$)/;
const powershell = /^(?:\[[\w.-]{1,64}\]: )?PS(?: (?:[A-Za-z]:\\|\/|~|\\\\|[A-Z]\w+:)[^>\n]{0,300})?> ?/;
const commandPrompt = /^[A-Za-z]:\\[^<>|"?*:\n]{0,300}>(?! )/;
const cutCommandPrompt = /^[\w.-]{0,80}\\[\w.\\ -]{1,200}>(?=(?:go|git|set|cd|make|docker) )/;
// Signs that other texts have too, so that what follows must be a command: `~/app$`, `Mac:app dev$`, `app main ❯`, oh-my-posh, cmd with a space.
const weak =
  /^(?:[~/][\w./~-]{0,200} ?[$#%>❯]|[\w.-]{1,64}:[\w~./-]{1,120} [\w.-]{1,32}[$#]|[^\s❯][^❯\n]{0,160} ❯{1,3}|[^\n]{0,160}[\ue0b0\ue0b4\ue0bc]|[A-Za-z]:\\[^<>|"?*:\n]{0,300}>) {1,8}/;
// Every prompt ends with one of these, or starts with an arrow or a symbol; most lines of a log have none.
const anySign = /[$#%>\u2000-\uffff]/;
const weakSign = /[$#%>❯\ue0b0\ue0b4\ue0bc] /;
const arrow = /^➜ +\S+(?: +git:\([^)]*\))?(?: +✗)?(?: +|$)/;
const symbol = /^(?:[❯λ»❱▶]|[└╰]─+[$#%➤❯λ]|[└╰]─(?=\s)|⋊> \S+)(?: +|$)/;

/** Length of the shell prompt that the text starts with; 0: it starts with none. */
export function promptLength(text: string): number {
  if (!anySign.test(text)) return 0;
  return strongLength(text) || (weakSign.test(text) ? commandAfter(weak, text) : 0);
}

function strongLength(text: string): number {
  const first = text.charCodeAt(0);
  if (first > 0x2000) return matched(arrow, text) || symbolLength(text);
  if (first === 0x28) {
    const skip = matched(environment, text);
    const rest = skip > 0 ? promptLength(text.slice(skip)) : 0;
    return rest > 0 ? skip + rest : 0;
  }
  if (first === 0x5b) return matched(bracketed, text) || (text.includes(']: PS ') ? matched(powershell, text) : 0);
  if (first === 0x2f || first === 0x23 || first === 0x7e) {
    const skip = matched(comment, text);
    if (skip > 0) return skip + matched(userAtHost, text.slice(skip));
    return first === 0x23 ? 0 : matched(pathOnly, text);
  }
  if (!isWord(first)) return 0;
  const second = text.charCodeAt(1);
  if (second === 0x3a && text.charCodeAt(2) === 0x5c) return matched(commandPrompt, text);
  if (first === 0x50 && second === 0x53) return matched(powershell, text);
  return matched(userAtHost, text) || matched(versioned, text) || (text.includes('\\') ? matched(cutCommandPrompt, text) : 0);
}

function commandAfter(pattern: RegExp, text: string): number {
  const length = matched(pattern, text);
  return length > 0 && isCommandLike(text.slice(length)) ? length : 0;
}

// Test runners and installers draw with the same characters.
function symbolLength(text: string): number {
  const length = matched(symbol, text);
  const command = text.slice(length);
  return command === '' || isCommandLike(command) ? length : 0;
}

function matched(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

function isWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}
