import { opensLine, type PasteForm, type RawLine, withText } from './raw-line.ts';

const name = "[\\p{L}@][\\p{L}\\d_ .'-]{1,30}";
const time = '\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[AaPp]\\.?[Mm]\\.?)?';
const date = '\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}';
// `[10:02] alice: text`, `[21/11/2026, 10:02] Alice: text`, `21.11.26, 10:02 - Alice: text`, `10:02 <alice> text`, `<alice> text`
const said = new RegExp(
  `^(?:\\[(?:${date}[ ,T]{1,2})?${time}\\] ?(?:<${name}>|${name}:)|${date},? ${time} - ${name}:|(?:${time} )?<[@+%~]?${name}>(?= \\S))(?: |$)`,
  'u',
);
// Names that are none: the line has a time, and a program says the rest.
const program = /\b(?:go|git|make|docker|npm|error|warn(?:ing)?|info|debug|fatal|verifying|panic|build|step)>?:? ?$/i;
// `Alice Smith  10:02 AM`, `alice — Today at 10:02`, `Alice, [21.11.2026 10:02]`
const heading = new RegExp(
  `^${name}(?:(?: {1,4}|\\t)(?:APP {1,2})?${time}| — (?:Today|Yesterday) at ${time}|, \\[${date} ${time}\\]:?)$`,
  'u',
);

/** Who wrote it and when, as chats copy it. */
export const chat: PasteForm = {
  name: 'chat',
  undo(lines) {
    let log = false;
    let changed = false;
    const result = lines.map((line): RawLine => {
      const text = spoken(line.text);
      if (text !== line.text) changed = true;
      log ||= opensLine(text);
      return withText(line, text);
    });
    return changed && log ? result : null;
  },
};

function spoken(text: string): string {
  const head = said.exec(text);
  if (head) {
    const rest = text.slice(head[0].length);
    const known = /\d/.test(head[0]) || opensLine(rest);
    return known && !program.test(head[0]) ? rest : text;
  }
  return text.length < 80 && heading.test(text) ? '' : text;
}
