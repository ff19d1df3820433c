import { type Entry, entryOf, type Format, idIn } from './format.ts';
import { momentOf } from './moment.ts';

// The common and combined formats of Apache and nginx, NCSA of Jetty; Go servers write it by gorilla/handlers.
const row = /\[([^\]\s]{11,30} [+-]\d\d:?\d\d)\]\s+"([A-Z]{3,10}) (\S{1,4000})(?: HTTP\/[\d.]{1,3})?" (\d{3}|-)(.{0,4000})/;
// Nexus, logback-access: %statusCode %header{Content-Length} %bytesSent %elapsedTime "%header{User-Agent}" [%thread]; older ones lack the header.
const nexus = /^ (?:-|\d+) (?:(?:-|\d+) )?(\d+) "[^"]{0,500}" \[[^\]]{1,200}\]/;
const named = /\b(?:request_time|rt|req_time|duration|elapsed)[=:]\s?"?(\d{1,7}\.\d{1,6}|\d{1,7})(ms|s)?\b/i;
const upstream = /\b(?:upstream_status|us|ups_status|upstream)[=:]\s?"?(?:[^"\s]{0,60}[,:] ?)?(\d{3}|-)(?=["\s,]|$)/;
const namedId = /\b(?:request[_-]?id|req[_-]?id|trace[_-]?id|rid|id)[=:]\s?"?([\w.:-]{6,80})/i;

export const common: Format = {
  name: 'common',
  read(line): Entry | null {
    const [whole, date, method, url, status, rest] = row.exec(line) ?? [];
    if (whole === undefined) return null;
    const moment = momentOf(date!);
    if (moment === null) return null;
    const elapsed = nexus.exec(rest!)?.[1];
    const [, time, unit] = named.exec(rest!) ?? [];
    const behind = upstream.exec(rest!)?.[1];
    return entryOf(method!, url!, status!, {
      ...moment,
      // Nexus and whoever knows how long it took write when it is over.
      moment: elapsed !== undefined || time !== undefined ? 'end' : 'either',
      ms: elapsed !== undefined ? Number(elapsed) : time === undefined ? null : Number(time) * (unit === 'ms' ? 1 : 1000),
      upstream: behind === undefined ? null : behind === '-' ? 0 : Number(behind),
      id: namedId.exec(rest!)?.[1] ?? idIn(rest!.replaceAll(/"[^"]{0,500}"/g, (quoted) => (/\s/.test(quoted) ? '' : quoted))),
      aborted: status === '499',
    });
  },
};
