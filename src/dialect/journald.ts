import type { Dialect } from './dialect.ts';
import { jsonObject } from './json-line.ts';
import { markTime } from './mark.ts';
import { readSystemd, type Unit } from './systemd.ts';

const fields = /"__REALTIME_TIMESTAMP" ?:/;

/** `journalctl -o json`. systemd, docs/JOURNAL_EXPORT_FORMATS.md: numbers are strings, and a message that is no text is a list of bytes. */
export const journald: Dialect = {
  name: 'journald',
  signs: ['"__REALTIME_TIMESTAMP"'],
  rewrites: ['"__REALTIME_TIMESTAMP"'],
  create() {
    const unit: Unit = { lane: null, mixed: false };
    return {
      read(line) {
        const entry = jsonObject(line.text, fields);
        const message = entry?.MESSAGE;
        if (!entry || (typeof message !== 'string' && !isBytes(message))) return false;
        line.text = typeof message === 'string' ? message : Buffer.from(message).toString();
        const time = Number(entry.__REALTIME_TIMESTAMP) / 1000;
        if (Number.isFinite(time)) markTime(line, Math.floor(time), 'utc');
        const process = typeof entry._PID === 'string' ? entry._PID : '';
        return readSystemd(line, String(entry.SYSLOG_IDENTIFIER ?? entry._COMM ?? ''), process, unit);
      },
    };
  },
};

function isBytes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}
