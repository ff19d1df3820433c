const control = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/;
// CUF and CUB of ECMA-48. fish goes back to the start of the line and then forward over its prompt; ConPTY writes spaces so.
const sideways = /^(?:\x1b\[|\x9b)(\d{0,3})([CD])$/;
const widest = 4096;

/** Whether `stripEscapes` would change the text. */
export function hasEscapes(text: string): boolean {
  return control.test(text);
}

/** What a terminal would show of one line: no colours, cursor moves, links or other escapes, and only the last state of a progress line. */
export function stripEscapes(text: string): string {
  if (!control.test(text)) return text;
  let out = '';
  let from = 0;
  let returned = false;
  let at = 0;
  const flush = (next: number) => {
    if (at > from) {
      out = returned ? text.slice(from, at) : out + text.slice(from, at);
      returned = false;
    }
    at = next;
    from = next;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code >= 0xa0 || (code >= 0x20 && code < 0x7f) || code === 0x09 || code === 0x0a) at++;
    else if (code === 0x0d) {
      flush(at + 1);
      returned = true;
    } else if (code === 0x08) {
      flush(at + 1);
      if (!returned) out = out.slice(0, -1);
    } else if (code === 0x1b || code === 0x9b) {
      const end = escapeEnd(text, at);
      const erases = text[end - 1] === 'K' && end - at > 1;
      const move = end - at < 8 ? sideways.exec(text.slice(at, end)) : null;
      flush(end);
      if (move && out.length < widest) {
        const columns = Number(move[1] || 1);
        if (move[2] === 'D') out = returned ? out : out.slice(0, Math.max(0, out.length - columns));
        else out = returned ? out.slice(0, columns).padEnd(columns) : out + ' '.repeat(columns);
        if (move[2] === 'C') returned = false;
      }
      if (erases && returned) {
        out = '';
        returned = false;
      }
    } else flush(at + 1);
  }
  flush(at);
  return out;
}

/** Position after the escape sequence that starts at `at`; an unclosed string loses only its opener, so that no text is swallowed. */
function escapeEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 0x9b) return controlSequenceEnd(text, at + 1);
  const kind = text[at + 1];
  if (kind === '[') return controlSequenceEnd(text, at + 2);
  if (kind === ']' || kind === 'P' || kind === 'X' || kind === '^' || kind === '_') return stringEnd(text, at + 2);
  let end = at + 1;
  while (inRange(text, end, 0x20, 0x2f)) end++;
  return inRange(text, end, 0x30, 0x7e) ? end + 1 : end;
}

function controlSequenceEnd(text: string, from: number): number {
  let end = from;
  while (inRange(text, end, 0x30, 0x3f)) end++;
  while (inRange(text, end, 0x20, 0x2f)) end++;
  return inRange(text, end, 0x40, 0x7e) ? end + 1 : end;
}

function stringEnd(text: string, from: number): number {
  for (let end = from; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x07 || code === 0x9c) return end + 1;
    if (code === 0x1b) return text[end + 1] === '\\' ? end + 2 : from;
  }
  return from;
}

function inRange(text: string, at: number, low: number, high: number): boolean {
  const code = text.charCodeAt(at);
  return code >= low && code <= high;
}
