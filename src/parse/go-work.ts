/** The folders of the `use` lines of a go.work file, relative to it. golang.org/x/mod/modfile, ParseWork. */
export function usedFolders(text: string): string[] {
  const folders: string[] = [];
  let inBlock = false;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\/\/.*/, '').trim();
    if (inBlock && line === ')') inBlock = false;
    else if (inBlock && line !== '') folders.push(unquoted(line));
    else if (/^use\s*\($/.test(line)) inBlock = true;
    else if (/^use\s+[^(]/.test(line)) folders.push(unquoted(line.slice(3).trim()));
  }
  return folders;
}

function unquoted(word: string): string {
  return /^(?:"[^"]*"|`[^`]*`)$/.test(word) ? word.slice(1, -1) : word;
}
