const longest = 4096;

/**
 * The path that a text stands for when a file was dropped on the terminal or its path pasted: plain, quoted, escaped for a shell, or a `file:` URL.
 * Null for everything else; whether the file exists is not asked.
 */
export function droppedPath(text: string, home: string | undefined): string | null {
  const line = text.trim();
  if (line === '' || line.length > longest || /[\n\r\0]/.test(line)) return null;
  if (/^file:\/\//i.test(line)) return fromUrl(line);
  const quoted = /^'([^']+)'$|^"([^"]+)"$/.exec(line);
  const path = quoted ? (quoted[1] ?? quoted[2]!) : unescaped(line);
  return home && path.startsWith('~/') ? `${home}${path.slice(1)}` : path;
}

/** In a Windows path a backslash is no escape. */
function unescaped(line: string): string {
  return /^[A-Za-z]:\\|^\\\\/.test(line) ? line : line.replace(/\\(.)/g, '$1');
}

function fromUrl(line: string): string | null {
  try {
    const { hostname, pathname } = new URL(line);
    const path = decodeURIComponent(pathname);
    if ((hostname !== '' && hostname !== 'localhost') || path.includes('\0')) return null;
    return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
  } catch {
    return null;
  }
}
