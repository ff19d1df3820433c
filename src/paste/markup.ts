import { mapLines, type PasteForm } from './raw-line.ts';

const fence = /^ {0,6}(?:`{3,}|~{3,})[\w+. -]{0,30}$/;
const title = /^(?:#{2,6} (?!\$ )(?![\w.-]+\.[\w-]+\/)\S.{0,120}|\*\*[^*]{1,120}\*\*:?)$/;
// A message that somebody made bold is no title: it begins as those of go, of the compiler and of git do.
const boldMessage =
  /^\*\*((?:go(?: [a-z]{2,10}){0,2}|[^\s:*]{1,160}\.go:\d{1,7}:\d{1,5}|package [^\s:*]{1,160}|fatal|remote|error): [^*]{1,400})\*\*$/;
const tags = /^\s{0,12}(?:<\/?(?:pre|code|details|summary|blockquote|p|div|br|samp|kbd)\b[^<>]{0,120}>\s{0,4}){1,6}$/i;
const tagBefore = /^\s{0,12}(?:<(?:pre|code|samp|kbd|p|div)\b[^<>]{0,120}>){1,4}/i;
const tagAfter = /(?:<\/(?:pre|code|samp|kbd|p|div)>){1,4}\s{0,12}$/i;
const summary = /^\s{0,12}<summary>.{0,200}<\/summary>$/i;
const bulletinBoard = /^\[\/?(?:code|quote|spoiler)(?:=[\w"]{1,20})?\]$/i;
const inlineCode = /^`([^`]{8,})`[.,]?$/;
const maySign = /^\s{0,12}[`~#*[<]|<\/(?:pre|code|samp|kbd|p|div)>\s{0,12}$/i;

/** Signs of Markdown, HTML and forums around a log. */
export const markup: PasteForm = {
  name: 'markup',
  undo: (lines) => mapLines(lines, clean),
};

function clean(text: string): string {
  if (!maySign.test(text)) return text;
  const message = text.startsWith('**') ? boldMessage.exec(text)?.[1] : undefined;
  if (message !== undefined) return message;
  if (fence.test(text) || title.test(text) || bulletinBoard.test(text)) return '';
  if (text.startsWith('`')) return inlineCode.exec(text)?.[1] ?? text;
  if (!text.includes('<')) return text;
  if (tags.test(text) || summary.test(text)) return '';
  return text.replace(tagBefore, '').replace(tagAfter, '');
}
