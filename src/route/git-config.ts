/** One `name = value` of a git configuration file. */
export interface GitSetting {
  /** In small letters. */
  readonly section: string;
  /** What stands in quotes behind the section; null without. */
  readonly subsection: string | null;
  /** In small letters. */
  readonly name: string;
  readonly value: string;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b', '\\': '\\', '"': '"' };
const header = /^\s*\[([A-Za-z0-9.-]+)(?:[ \t]+"((?:[^"\\]|\\.)*)")?\s*\]/;
const assignment = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*(?:=(.*))?$/s;

/** Reads a git configuration file as text; a line that git would not take is passed over. Source: git, config.c. Includes are not followed. */
export function parseGitConfig(text: string): GitSetting[] {
  const settings: GitSetting[] = [];
  let section = '';
  let subsection: string | null = null;
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  for (let index = 0; index < lines.length; index++) {
    let line = lines[index]!;
    const opened = header.exec(line);
    if (opened) {
      section = opened[1]!.toLowerCase();
      subsection = opened[2]?.replace(/\\(.)/g, '$1') ?? null;
      line = line.slice(opened[0].length);
    }
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    // A backslash at the end joins the next line.
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(line) && index + 1 < lines.length) line = line.slice(0, -1) + lines[++index]!;
    const found = assignment.exec(line);
    if (found && section !== '') settings.push({ section, subsection, name: found[1]!.toLowerCase(), value: unquoted(found[2] ?? '') });
  }
  return settings;
}

/** Quotes group, `#` and `;` outside them begin a comment, space at the end goes. */
function unquoted(raw: string): string {
  let value = '';
  let kept = 0;
  let quoted = false;
  const text = raw.trimStart();
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '#' || char === ';')) break;
    else if (char === '\\') value += escapes[text[++at] ?? ''] ?? '';
    else value += char;
    if (quoted || !/\s/.test(char)) kept = value.length;
  }
  return value.slice(0, kept);
}
