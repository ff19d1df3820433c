// An empty comment ends a mention, an issue number or a link for GitHub and GitLab, and is not seen by the reader.
const BREAK = '<!-- -->';

/** Text between Markdown words: shown as written, without becoming markup, HTML, a link, a mention or an issue number. */
export function markdownText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replace(/^(\s*)([-+=#])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/:\/\//g, `:${BREAK}//`)
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}${BREAK}.`)
    .replace(/@/g, `@${BREAK}`)
    .replace(/#(?=\d)/g, `#${BREAK}`)
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}${BREAK}-`);
}

/** A code span that its content cannot leave. */
export function markdownCode(text: string): string {
  const flat = text.replace(/\s*\n\s*/g, ' ');
  if (flat.trim() === '') return '` `';
  const ticks = '`'.repeat(longestRun(flat) + 1);
  const space = /^[` ]|[` ]$/.test(flat) ? ' ' : '';
  return `${ticks}${space}${flat}${space}${ticks}`;
}

/** A code span inside a table, where a pipe would end the cell even in code. */
export function markdownCellCode(text: string): string {
  return markdownCode(text).replaceAll('|', '\\|');
}

/** A fenced block that its content cannot close. */
export function markdownFence(language: string, lines: readonly string[]): string[] {
  const ticks = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${ticks}${language}`, ...lines, ticks];
}

/** A link when the address is a plain https one, else code. */
export function markdownLink(url: string): string {
  return /^https:\/\/[\w.-]+(\/[\w./?=#%&~+-]*)?$/.test(url) ? `<${url}>` : markdownCode(url);
}

/** A name inside an HTML comment, which it cannot end. */
export function markdownComment(text: string): string {
  return `<!-- ${text.replace(/[^\w./: -]/g, '_').replace(/-{2,}/g, '-')} -->`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
