import { createHash } from 'node:crypto';
import type { HtmlTexts } from '../../i18n/en-html.ts';
import type { Language } from '../../i18n/texts.ts';
import { type Content, element, escapeAttribute, escapeText, type Markup } from './markup.ts';
import { pageScript } from './script.ts';
import { pageStyle } from './style.ts';

// The page fetches nothing, and runs nothing but its own script: what a log smuggled in would still be dead text.
const policy = `default-src 'none'; style-src '${hashOf(pageStyle)}'; script-src '${hashOf(pageScript)}'; base-uri 'none'; form-action 'none'`;

/** A whole page that needs nothing beside itself. */
export function htmlDocument(title: string, body: readonly Markup[], language: Language, words: HtmlTexts): string {
  const { copy, copied, copyByHand, shown, skip } = words.page;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeText(title)}</title>
<style>${pageStyle}</style>
</head>
<body data-copy="${escapeAttribute(copy)}" data-copied="${escapeAttribute(copied)}" data-copy-by-hand="${escapeAttribute(copyByHand)}" data-shown="${escapeAttribute(shown)}">
<a class="skip" href="#main">${escapeText(skip)}</a>
${body.map(({ html }) => html).join('\n')}
<script>${pageScript}</script>
</body>
</html>
`;
}

/** A part of the page below a heading. */
export function section(id: string, heading: string, ...content: readonly Content[]): Markup {
  return element('section', { id, 'aria-labelledby': `${id}-head` }, element('h2', { id: `${id}-head` }, heading), ...content);
}

/** What is wider than a narrow window moves in itself, also by keys. */
export function scroller(label: string, content: Markup): Markup {
  return element('section', { class: 'scroller', tabindex: 0, 'aria-label': label }, content);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
