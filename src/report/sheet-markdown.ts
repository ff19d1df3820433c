import { guardData } from './guard.ts';
import { markdownCode, markdownText } from './markdown-guard.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** A sheet for an issue or a wiki. Ends with a line end. */
export function renderSheetMarkdown(sheet: Sheet): string {
  const safe = guardData(sheet);
  const parts = [
    `### ${markdownText(safe.title)}`,
    ...safe.lead.map(markdownText),
    ...safe.blocks.flatMap(({ heading, rows }) => [
      ...(heading === undefined ? [] : [`**${markdownText(heading)}**`]),
      ...(rows.length === 0 ? [] : [rows.map(item).join('\n')]),
    ]),
    ...(safe.notes.length === 0 ? [] : [safe.notes.map((note) => `- ${markdownText(note)}`).join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function item({ label, text, verbatim }: SheetRow): string {
  const said = verbatim && text !== '' ? markdownCode(text) : markdownText(text);
  return `- ${label === '' ? '' : `${markdownText(label)}: `}${said}`;
}
