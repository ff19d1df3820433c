import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
import { markExit, markHeading } from './mark.ts';

// Windows PowerShell makes an error record of the first line that a program writes to stderr: the program's name, its words,
// and where in the script it was called. Learn: about_Redirection, about_Preference_Variables.
const record =
  /^(?:[A-Za-z]:\\\S{0,200}\\)?(?:go(?:1\.\d+(?:\.\d+)?)?|git|make|mingw32-make|cmd|docker|task|mage|gotestsum|golangci-lint|goreleaser)(?:\.(?:exe|cmd|bat))? : (?=\S)/i;
// `At line:1 char:1`, `At C:\ci\build.ps1:5 char:3`; other languages keep the numbers and the order.
const position = /^\S.{0,300}[:：] ?\d{1,7}\D{1,18}[:：] ?\d{1,5}$/u;
// Never a tab: it opens the next line of the program's own message.
const detail = /^(?:\+ |[~ ]{0,8}$| {4}\+ | {3}\S)/;
const stars = /^\*{22}$/;
const title = /^(?:Windows )?PowerShell transcript (?:start|end)$/;
const said = /^Transcript (?:started|stopped), output file is /;
// PowerShell 7.4, $PSNativeCommandUseErrorActionPreference.
const ended = /(?:^|[|:] )Program "[^"]{1,200}" ended with non-zero exit code: (-?\d{1,10})(?: \(0x[0-9A-F]{1,8}\))?\.$/;
/** Lines into which the console may have broken the words of a record. */
const maxBroken = 3;

/** What PowerShell adds to the output of programs: error records, and the head and foot of a transcript. */
export const powershell: Dialect = {
  name: 'powershell',
  signs: [' : ', '**********************', 'Transcript ', 'non-zero exit code: '],
  create() {
    let message: Line | null = null;
    let broken: Line[] = [];
    let place: 'none' | 'record' | 'details' | 'stars' | 'head' = 'none';
    const closeRecord = () => {
      for (const piece of broken) {
        message!.text = join(message!.text, piece.text);
        markHeading(piece, '');
        delete piece.command;
      }
      place = 'details';
    };
    return {
      read(line) {
        const { text } = line;
        if (place === 'record') {
          if (position.test(text)) {
            closeRecord();
            return markHeading(line);
          }
          if (text !== '' && broken.length < maxBroken) broken.push(line);
          else place = 'none';
        } else if (place === 'details') {
          if (detail.test(text)) return markHeading(line);
          place = 'none';
        } else if (place === 'stars' && title.test(text)) {
          place = 'head';
          return markHeading(line);
        } else if (place === 'head' && !stars.test(text)) return markHeading(line);
        if (text.charCodeAt(0) === 0x2a && stars.test(text)) {
          place = place === 'head' ? 'none' : 'stars';
          return markHeading(line);
        }
        if (place === 'stars') place = 'none';
        const head = text.includes(' : ') ? record.exec(text) : null;
        if (head) {
          line.text = text.slice(head[0].length);
          message = line;
          broken = [];
          place = 'record';
          return true;
        }
        if (text.startsWith('Transcript ') && said.test(text)) return markHeading(line);
        const code = text.includes('non-zero exit code: ') ? ended.exec(text) : null;
        return code !== null && markExit(line, Number(code[1]));
      },
    };
  },
};

/** A console breaks at a space, which it keeps or drops, or inside a word that is longer than its rows. */
function join(text: string, next: string): string {
  const word = text.length - text.lastIndexOf(' ') - 1;
  return text.endsWith(' ') || word > 60 ? text + next : `${text} ${next}`;
}
