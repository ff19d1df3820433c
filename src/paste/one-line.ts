import { opensLine, type PasteForm, type RawLine, withText } from './raw-line.ts';

// Where a line of a log began before the line ends were lost. What stands after `: ` is the inner part of a message.
const starts =
  /(?<=[^:(\s]) +(?=(?:go: (?:downloading |finding |found |extracting |added |upgraded |downgraded |warning: |updates to go|errors parsing |cannot find |no required |\S{1,200}@v\d)|make(?:\[\d{1,3}\])?: \*\*\* |##\[(?:error|warning)\]|FAIL\t|\$ go (?:build|get|mod|test|install|run) ))/;
// A console copies its rows with the blanks that fill them.
const rows = / {20,}/;
const prompt = /^[^\t]{0,120}[>$#%❯] ?(?:go|make|docker) /;
const mayHoldMore = / {20}| (?:go: |make(?:\[|: )|##\[|FAIL\t|\$ go )/;

/** Several lines pasted as one, with spaces where the line ends were. */
export const oneLine: PasteForm = {
  name: 'one-line',
  undo(lines) {
    let changed = false;
    const result = lines.flatMap((line): RawLine[] => {
      if (line.text.length < 60 || !mayHoldMore.test(line.text)) return [line];
      const texts = line.text
        .trimEnd()
        .split(rows)
        .flatMap((row) => row.split(starts));
      if (texts.length < 2 || !isStatement(texts[0]!) || !texts.slice(1).some(opensLine)) return [line];
      changed = true;
      return texts.map((text) => withText(line, text.trimEnd()));
    });
    return changed ? result : null;
  },
};

// A time or a lane before a message is no line of its own.
function isStatement(text: string): boolean {
  return opensLine(text) || prompt.test(text);
}
