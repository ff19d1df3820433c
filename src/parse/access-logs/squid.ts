import { entryOf, type Format } from './format.ts';
import { momentOf } from './moment.ts';

// Squid's own format: %ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt. https://wiki.squid-cache.org/Features/LogFormat
const row = /^(\d{10}\.\d{3})\s{1,6}(\d{1,9}) (\S{1,100}) ([A-Z_]{2,60})\/(\d{3}) (\d{1,15}) ([A-Z]{3,10}) (\S{1,4000})/;

export const squid: Format = {
  name: 'squid',
  read(line) {
    const [whole, time, ms, , result, status, , method, url] = row.exec(line) ?? [];
    if (whole === undefined) return null;
    return entryOf(method!, url!, status!, {
      ...momentOf(time!)!,
      moment: 'end',
      ms: Number(ms),
      // 000: the client went away, or nothing came from the server.
      upstream: status === '503' || status === '504' ? 0 : null,
      aborted: result!.includes('ABORTED'),
    });
  },
};
