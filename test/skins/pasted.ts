import { eachLine, type Run, type Skin } from './matrix/skin.ts';

/** A terminal whose text was changed on its way. */
function pasted(name: string, dialect: string, change: (log: string) => string): Skin {
  const dress = ({ command, output }: Run): string => change(`$ ${command}\n${output}`);
  return { name: `pasted: ${name}`, dialects: [dialect], loses: ['exitCode'], dress };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Broken after so many columns, as a terminal does it; a tab goes on to the next multiple of eight. */
function broken(log: string, width: number): string {
  let column = 0;
  let out = '';
  for (const character of log) {
    const next = character === '\n' ? 0 : character === '\t' ? column + 8 - (column % 8) : column + 1;
    if (next > width) out += '\n';
    column = next > width ? 1 : next;
    out += character;
  }
  return out;
}

export const skins: readonly Skin[] = [
  pasted('a quote', 'quoted', (log) => `On Monday Alice wrote:\n\n${eachLine(log, (line) => `> ${line}`)}\nAny idea?\n`),
  pasted('numbered lines', 'line-numbers', (log) => eachLine(log, (line, index) => `${String(index + 1).padStart(4)} | ${line}`)),
  pasted('cat -n', 'line-numbers', (log) => eachLine(log, (line, index) => `${String(index + 1).padStart(6)}\t${line}`)),
  pasted('a comment', 'commented', (log) => eachLine(log, (line) => `# ${line}`)),
  pasted('a chat', 'chat', (log) => `[10:02] alice: it fails\n[10:03] alice: ${log}[10:04] bob: hm\n`),
  pasted('a fence', 'markup', (log) => `### What did you do?\n\n\`\`\`console\n${log}\`\`\`\n\n### What did you expect?\n\nIt builds.\n`),
  pasted('an indented block', 'indented', (log) => `It fails with\n\n${eachLine(log, (line) => `    ${line}`)}\nIt should not.\n`),
  pasted('entities', 'web-text', (log) => `&gt; see below\n${log.replaceAll(/[&<>"']/g, (sign) => entities[sign]!)}`),
  pasted('other spaces', 'web-text', (log) => log.replaceAll(' ', '\u00a0')),
  pasted('escapes as text', 'shown-escapes', (log) => eachLine(log, (line) => `^[[31m${line}^[[0m`)),
  pasted('JSON', 'json-string', (log) => `${JSON.stringify({ status: 'failed', output: log })}\n`),
  // Not every output has a line that long.
  pasted('80 columns', 'shell', (log) => `${'-'.repeat(80)}\n${broken(log, 80)}`),
];
