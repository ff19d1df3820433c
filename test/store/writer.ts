// A process that keeps batches until it is killed: node writer.ts STORE FIRST COUNT BATCH. It prints the number of each batch that is kept.
import { openStore } from '../../src/store/open.ts';
import { numberedLog } from './numbered.ts';

const [store, first, count, batch] = process.argv.slice(2) as [string, string, string, string];
const opened = await openStore(store, {});
for (let at = Number(first); at < Number(first) + Number(count); at += Number(batch)) {
  const last = Math.min(at + Number(batch), Number(first) + Number(count));
  await opened.add(
    Array.from({ length: last - at }, (_, index) => numberedLog(at + index)),
    'scan',
  );
  console.log(last);
}
await opened.close();
