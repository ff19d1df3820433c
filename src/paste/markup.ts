import { mapLines, type PasteForm, type RawLine, withText } from './raw-line.ts';

const fence = /^ {0,6}(?:`{3,}|~{3,})[\w+. -]{0,30}$/;
const title = /^(?:#{2,6} (?!\$ )(?![\w.-]+\.[\w-]+\/)\S.{0,120}|\*\*[^*]{1,120}\*\*:?)$/;
// A message that somebody made bold is no title: it begins as those of go, of the compiler and of git do.
const boldMessage =
  /^\*\*((?:go(?: [a-z]{2,10}){0,2}|[^\s:*]{1,160}\.go:\d{1,7}:\d{1,5}|package [^\s:*]{1,160}|fatal|remote|error): [^*]{1,400})\*\*$/;
// A title may be the message itself.
const titleMessage =
  /^#{2,6} ((?:Error|ERROR|error|fatal|go(?: [a-z]{2,10}){0,2}|package [^\s:*]{1,160}|[^\s:*]{1,160}\.go:\d{1,7}:\d{1,5}): .{8,400})$/;
const tags = /^\s{0,12}(?:<\/?(?:pre|code|details|summary|blockquote|p|div|br|samp|kbd)\b[^<>]{0,120}>\s{0,4}){1,6}$/i;
const tagBefore = /^\s{0,12}(?:<(?:pre|code|samp|kbd|p|div)\b[^<>]{0,120}>){1,4}/i;
const tagAfter = /(?:<\/(?:pre|code|samp|kbd|p|div)>){1,4}\s{0,12}$/i;
const summary = /^\s{0,12}<summary>.{0,200}<\/summary>$/i;
const bulletinBoard = /^\[\/?(?:code|quote|spoiler)(?:=[\w"]{1,20})?\]$/i;
const inlineCode = /^`([^`]{8,})`[.,]?$/;
const longestInline = 40;
const maySign = /^\s{0,12}[`~#*[<]|<\/(?:pre|code|samp|kbd|p|div)>\s{0,12}$/i;

/** Signs of Markdown, HTML and forums around a log. */
export const markup: PasteForm = {
  name: 'markup',
  undo(lines) {
    const joined = overLines(lines);
    return mapLines(joined ?? lines, clean) ?? joined;
  },
};

/** Takes off the two signs of inline code that goes over several lines: web forms turn a fence into that. */
function overLines(lines: readonly RawLine[]): RawLine[] | null {
  let result: RawLine[] | null = null;
  for (let first = 0; first < lines.length; first++) {
    const { text } = lines[first]!;
    if (!text.startsWith('`') || text.lastIndexOf('`') > 0 || text.length < 2) continue;
    const last = nextTick(lines, first);
    if (last === null || lines[last]!.text.indexOf('`') !== lines[last]!.text.length - 1) continue;
    result ??= [...lines];
    result[first] = withText(lines[first]!, text.slice(1));
    result[last] = withText(lines[last]!, lines[last]!.text.slice(0, -1));
    first = last;
  }
  return result;
}

function nextTick(lines: readonly RawLine[], first: number): number | null {
  const end = Math.min(lines.length, first + 1 + longestInline);
  for (let index = first + 1; index < end; index++) if (lines[index]!.text.includes('`')) return index;
  return null;
}

function clean(text: string): string {
  if (!maySign.test(text)) return text;
  const message = text.startsWith('**') ? boldMessage.exec(text)?.[1] : undefined;
  if (message !== undefined) return message;
  const named = text.startsWith('##') ? titleMessage.exec(text)?.[1] : undefined;
  if (named !== undefined) return named;
  if (fence.test(text) || title.test(text) || bulletinBoard.test(text)) return '';
  if (text.startsWith('`')) return inlineCode.exec(text)?.[1] ?? text;
  if (!text.includes('<')) return text;
  if (tags.test(text) || summary.test(text)) return '';
  return text.replace(tagBefore, '').replace(tagAfter, '');
}
