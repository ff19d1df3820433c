/** The flags of GOFLAGS by name, without dashes: the last of two counts. Null when go refuses the text. */
export function goflags(text: string): ReadonlyMap<string, string> | null {
  const words = fields(text);
  if (words === null) return null;
  const flags = new Map<string, string>();
  for (const word of words) {
    // cmd/go/internal/base/goflags.go, InitGOFLAGS
    if (!/^--?[^-=]/.test(word)) return null;
    const [name, ...value] = word.replace(/^--?/, '').split('=');
    flags.set(name!, value.length === 0 ? 'true' : value.join('='));
  }
  return flags;
}

/** Words parted by blanks; a word that begins with a quote reaches to the next one. cmd/internal/quoted, Split. */
function fields(text: string): string[] | null {
  const words: string[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : null;
    const end = quote === null ? rest.search(/[ \t\r\n]/) : rest.indexOf(quote, 1);
    if (quote !== null && end < 0) return null;
    const stop = end < 0 ? rest.length : end;
    words.push(rest.slice(quote === null ? 0 : 1, stop));
    rest = rest.slice(quote === null ? stop : stop + 1).trimStart();
  }
  return words;
}
