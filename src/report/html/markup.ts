import { guardText } from '../guard.ts';

/** HTML that may stand in a page as it is. Only `element` and `link` make it: every text in it went through the escaping of its place. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/** What stands between tags: texts are escaped, markup stays, nothing stays nothing. */
export type Content = string | number | Markup | null | readonly Content[];

// Closed, so that no text can become an address, a style or a script.
type AttributeName =
  | 'class'
  | 'id'
  | 'for'
  | 'lang'
  | 'role'
  | 'scope'
  | 'type'
  | 'name'
  | 'value'
  | 'open'
  | 'hidden'
  | 'colspan'
  | 'tabindex'
  | 'datetime'
  | 'title'
  | `aria-${string}`
  | `data-${string}`
  | 'width'
  | 'height'
  | 'x'
  | 'y'
  | 'x1'
  | 'x2'
  | 'y1'
  | 'y2'
  | 'cx'
  | 'cy'
  | 'r'
  | 'rx'
  | 'focusable';

/** `true` stands without a value; null and false are left out. */
export type Attributes = { readonly [name in AttributeName]?: string | number | boolean | null };

const childless: ReadonlySet<string> = new Set(['input', 'br']);
// A line end behind these is not seen, and lets people compare two pages.
const lines: ReadonlySet<string> = new Set([
  'header',
  'section',
  'table',
  'thead',
  'tbody',
  'tr',
  'ul',
  'li',
  'dl',
  'p',
  'h1',
  'h2',
  'h3',
  'details',
]);

/** One element. Names of elements and attributes are words of our code; texts may come from anywhere. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Markup {
  const open = `<${name}${attributesHtml(attributes)}>`;
  return new Markup(childless.has(name) ? open : `${open}${contentHtml(content)}</${name}>${lines.has(name) ? '\n' : ''}`);
}

/** A link when the address is a plain https one, else the address as text. */
export function link(url: string, attributes: Attributes = {}): Markup {
  if (!/^https:\/\/[\w.-]+(\/[\w./?=#%&~+-]*)?$/.test(url)) return element('code', {}, url);
  return new Markup(`<a href="${escapeAttribute(url)}" rel="noopener noreferrer"${attributesHtml(attributes)}>${escapeText(url)}</a>`);
}

/** A link to a place of the same page. @param id a word of our code */
export function jump(id: string, ...content: readonly Content[]): Markup {
  return new Markup(`<a href="#${escapeAttribute(id)}">${contentHtml(content)}</a>`);
}

/** Running text: what stands between backquotes is code. */
export function prose(text: string): Content {
  if (!text.includes('`')) return text;
  return text.split(/`([^`]{1,500})`/).map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part));
}

/** Text between tags. What is invisible or changes the order of letters is shown as `<U+202E>`. */
export function escapeText(text: string): string {
  const shown = guardText(text, { lines: true });
  return /[&<>]/.test(shown) ? shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : shown;
}

/** Text between double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** The same page in ASCII. Styles and scripts have nothing else to begin with. */
export function asciiHtml(html: string): string {
  return html.replace(/[^\0-\x7f]/gu, (char) => `&#${char.codePointAt(0)};`);
}

function attributesHtml(attributes: Attributes): string {
  let html = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    html += value === true ? ` ${name}` : ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return html;
}

function contentHtml(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  if (content instanceof Markup) return content.html;
  let html = '';
  for (const part of content) html += contentHtml(part);
  return html;
}
