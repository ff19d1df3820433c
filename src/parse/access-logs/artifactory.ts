import { entryOf, type Format } from './format.ts';
import { momentOf } from './moment.ts';

// Artifactory 7, artifactory-request.log: time (of its end) | trace id | address | user | method | URL | status | sizes of request and answer | duration | agent.
const now =
  /^(\d{4}-\d\d-\d\dT[\d:.]{8,18}Z?)\|([^|]{0,64})\|([^|]{0,64})\|([^|]{0,200})\|([A-Z]{3,10})\|([^|\s]{1,4000})\|(\d{3})\|(-?\d{1,15})\|(-?\d{1,15})\|(\d{1,9})(?:\||$)/;
// Artifactory 6, request.log: time | duration | REQUEST | address | user | method | URL | protocol | status | size.
const before =
  /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\|(\d{1,9})\|REQUEST\|[^|]{0,64}\|[^|]{0,200}\|([A-Z]{3,10})\|([^|\s]{1,4000})\|[^|]{1,12}\|(\d{3})\|/;

export const artifactory: Format = {
  name: 'artifactory',
  read(line) {
    const [whole, time, id, , , method, url, status, , , ms] = now.exec(line) ?? [];
    if (whole !== undefined) {
      const moment = momentOf(time!);
      return moment && entryOf(method!, url!, status!, { ...moment, moment: 'end', ms: Number(ms), id: id === '' ? null : id! });
    }
    const [old, year, month, day, hour, minute, second, took, way, asked, code] = before.exec(line) ?? [];
    if (old === undefined) return null;
    const moment = momentOf(`${year}-${month}-${day}T${hour}:${minute}:${second}`)!;
    return entryOf(way!, asked!, code!, { ...moment, moment: 'end', ms: Number(took) });
  },
};
