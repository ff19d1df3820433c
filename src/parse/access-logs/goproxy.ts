import { entryOf, type Format } from './format.ts';
import { momentOf } from './moment.ts';

// goproxyio/goproxy: log.Printf("%.3fs %d %s\n", seconds, status, URL) when it is done.
const row = /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?) (\d{1,6}\.\d{3})s ([1-5]\d\d) (\/\S{1,4000})/;

export const goproxy: Format = {
  name: 'goproxy',
  read(line) {
    const [whole, time, seconds, status, url] = row.exec(line) ?? [];
    if (whole === undefined) return null;
    return entryOf('GET', url!, status!, { ...momentOf(time!)!, moment: 'end', ms: Number(seconds) * 1000 });
  },
};
