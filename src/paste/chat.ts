import { mapLines, opensLine, type PasteForm } from './raw-line.ts';

const name = "[\\p{L}@][\\p{L}\\d_ .'-]{1,30}";
const time = '\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[AaPp]\\.?[Mm]\\.?)?';
const date = '\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}';
// `[10:02] alice: text`, `[21/11/2026, 10:02] Alice: text`, `21.11.26, 10:02 - Alice: text`, `10:02 <alice> text`, `<alice> text`
let saidPattern: RegExp | null = null;
// These two are made when first needed: tables of Unicode are slow to make.
const said = () =>
  (saidPattern ??= new RegExp(
    `^(?:\\[(?:${date}[ ,T]{1,2})?${time}\\] ?(?:<${name}>|${name}:)|${date},? ${time} - ${name}:|(?:${time} )?<[@+%~]?${name}>(?= \\S))(?: |$)`,
    'u',
  ));
// Names that are none: the line has a time, and a program says the rest.
const program = /\b(?:go|git|make|docker|npm|error|warn(?:ing)?|info|debug|fatal|verifying|panic|build|step)>?:? ?$/i;
// `Alice Smith  10:02 AM`, `alice — Today at 10:02`, `Alice, [21.11.2026 10:02]`
let headingPattern: RegExp | null = null;
const heading = () =>
  (headingPattern ??= new RegExp(
    `^${name}(?:(?: {1,4}|\\t)(?:APP {1,2})?${time}| — (?:Today|Yesterday) at ${time}|, \\[${date} ${time}\\]:?)$`,
    'u',
  ));
const headingEnds = new Set('0123456789Mm]:');

/** Who wrote it and when, as chats copy it. */
export const chat: PasteForm = {
  name: 'chat',
  undo(lines) {
    const result = mapLines(lines, spoken);
    return result?.some(({ text }) => opensLine(text)) ? result : null;
  },
};

function spoken(text: string): string {
  const first = text.charCodeAt(0);
  // A bracket, a digit or `<`.
  const head = first === 0x5b || first === 0x3c || (first >= 0x30 && first <= 0x39) ? said().exec(text) : null;
  if (head) {
    const rest = text.slice(head[0].length);
    const known = /\d/.test(head[0]) || opensLine(rest);
    return known && !program.test(head[0]) ? rest : text;
  }
  return text.length < 80 && headingEnds.has(text.at(-1) ?? '') && heading().test(text) ? '' : text;
}
