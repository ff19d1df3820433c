import { type PasteForm, type RawLine, withText } from './raw-line.ts';

// What Windows says of a socket, as the go command prints it: golang.org/x/sys/windows, FormatMessage of WSAECONNREFUSED and its neighbours.
// They are the longest words that Go prints on Windows, and so the first that a window of any width breaks.
const sentences: readonly string[] = [
  'connectex: A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond.',
  'wsarecv: A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond.',
  'connectex: No connection could be made because the target machine actively refused it.',
  'connectex: An attempt was made to access a socket in a way forbidden by its access permissions.',
  'connectex: A socket operation was attempted to an unreachable network.',
  'connectex: A socket operation was attempted to an unreachable host.',
  'wsarecv: An existing connection was forcibly closed by the remote host.',
  'wsarecv: An established connection was aborted by the software in your host machine.',
];
// What has been said of a connection when the row ends.
const opened = /\b(?:dial|read|write) (?:tcp|udp) [\d.:[\]a-f>-]{3,120}:(?: (.{0,220}))?$/;
// A row must hold so much of the rest that nothing else can be meant; less of it only where the row has nothing more.
const enough = 12;

/** A sentence of Windows that a window of any width has broken: its own words show where it goes on. */
export const knownSentence: PasteForm = {
  name: 'broken sentence',
  undo(lines) {
    const result: RawLine[] = [];
    for (const line of lines) {
      const before = result.at(-1);
      const said = before && opened.exec(before.text);
      const joint = said ? jointOf(said[1], line.text) : null;
      if (before && joint !== null) result[result.length - 1] = withText(before, before.text + joint + line.text);
      else result.push(line);
    }
    return result.length < lines.length ? result : null;
  },
};

/**
 * What belongs between two rows when the second goes on with a sentence of the first; null: it does not.
 * @param said undefined: not even the space before the sentence
 */
function jointOf(said: string | undefined, next: string): string | null {
  if (said === undefined) return sentences.some((sentence) => goesOn(sentence, next)) ? ' ' : null;
  for (const sentence of sentences) {
    for (const joint of ['', ' ']) {
      if (sentence.startsWith(said + joint) && goesOn(sentence.slice(said.length + joint.length), next)) return joint;
    }
  }
  return null;
}

/** Some programs leave out the full stop. */
function goesOn(rest: string, next: string): boolean {
  const row = next.trimEnd();
  const same = rest.startsWith(row) || row.startsWith(rest) || row.startsWith(rest.slice(0, -1));
  return rest.length > 1 && same && row.length >= Math.min(enough, rest.length - 1);
}
