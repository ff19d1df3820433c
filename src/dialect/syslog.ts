import type { Line } from '../model/line.ts';
import type { Dialect, DialectState } from './dialect.ts';
import { markTime } from './mark.ts';
import { beforeDigit } from './near-digit.ts';
import { readSystemd, type Unit } from './systemd.ts';
import { readStamp } from './timestamps.ts';

const priority = /^<\d{1,3}>(1 )?/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
// RFC 3164, and `journalctl`, which may add a fraction.
const bsd = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d)(?:\.\d{1,6})? /;
const source = /^(?:\S{1,255} )?([\w./@()-]{1,128})(?:\[(\d{1,10})\])?: ?/;
// Behind an ISO time only a tag with a process id is told from prose: rsyslog's newer files, `journalctl -o short-iso`.
const isoSource = /^[\w.-]{1,255} ([\w./@()-]{1,128})\[(\d{1,10})\]: ?/;
// RFC 5424, behind the time: host, program, process, message id; then structured data.
const header = /^\S{1,255} (\S{1,48}) (\S{1,128}) \S{1,32} /;
const year = 366 * 86_400_000;

/** syslog in files, on the wire and as `journalctl` shows it: a lane for each process. */
export const syslog: Dialect = {
  name: 'syslog',
  signs: [
    { near: beforeDigit('<'), pattern: /<\d{1,3}>/ },
    { near: [']: '], pattern: /\[\d{1,10}\]: / },
    { near: months.map((month) => `${month} `), pattern: /[A-Z][a-z]{2} [ \d]\d \d\d:/ },
  ],
  create(): DialectState {
    const unit: Unit = { lane: null, mixed: false };
    let start: number | null = null;
    const readBsd = (line: Line): boolean => {
      const match = bsd.exec(line.text);
      const month = match ? months.indexOf(match[1]!) : -1;
      if (!match || month < 0) return false;
      const from = source.exec(line.text.slice(match[0].length));
      if (!from) return false;
      // No year is said, so only the distance from the first line means anything. 2000 has a 29th of February.
      const time = Date.UTC(2000, month, Number(match[2]), Number(match[3]), Number(match[4]), Number(match[5]));
      start ??= time;
      line.text = line.text.slice(match[0].length + from[0].length);
      markTime(line, (time - start + year) % year, 'relative');
      return readSystemd(line, from[1]!, from[2] ?? '', unit);
    };
    return {
      read(line) {
        const first = line.text.charCodeAt(0);
        if (first >= 0x41 && first <= 0x5a && line.text.charCodeAt(3) === 0x20) return readBsd(line);
        if (first === 0x3c) {
          const match = priority.exec(line.text);
          if (!match) return false;
          const { text, time, clock } = line;
          line.text = text.slice(match[0].length);
          if (match[1] ? readHeader(line, unit) : readBsd(line)) return true;
          Object.assign(line, { text, time, clock });
          return false;
        }
        if (line.time === null || !line.text.includes(']: ')) return false;
        const from = isoSource.exec(line.text);
        if (!from) return false;
        line.text = line.text.slice(from[0].length);
        return readSystemd(line, from[1]!, from[2]!, unit);
      },
    };
  },
};

function readHeader(line: Line, unit: Unit): boolean {
  if (!readStamp(line)) return false;
  const match = header.exec(line.text);
  if (!match) return false;
  const rest = line.text.slice(match[0].length);
  const data = rest.startsWith('-') ? 1 : structuredData(rest);
  if (data === 0) return false;
  line.text = rest.slice(data).replace(/^ ?\ufeff?/, '');
  return readSystemd(line, match[1]!, match[2] === '-' ? '' : match[2]!, unit);
}

/** Length of `[id name="value"]`, several in a row; a quoted `]` is escaped. */
function structuredData(text: string): number {
  let end = 0;
  while (text[end] === '[') {
    let at = end + 1;
    while (at < text.length && text[at] !== ']') at += text[at] === '\\' ? 2 : 1;
    if (at >= text.length) return 0;
    end = at + 1;
  }
  return end;
}
