import { mapLines, type PasteForm } from './raw-line.ts';

const fence = /^ {0,6}(?:`{3,}|~{3,})[\w+. -]{0,30}$/;
const title = /^(?:#{2,6} (?!\$ )(?![\w.-]+\.[\w-]+\/)\S.{0,120}|\*\*[^*]{1,120}\*\*:?)$/;
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
  if (fence.test(text) || title.test(text) || bulletinBoard.test(text)) return '';
  if (text.startsWith('`')) return inlineCode.exec(text)?.[1] ?? text;
  if (!text.includes('<')) return text;
  if (tags.test(text) || summary.test(text)) return '';
  return text.replace(tagBefore, '').replace(tagAfter, '');
}
