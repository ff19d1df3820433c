import { openQueue, type Queue } from '../../fleet/queue.ts';
import { enqueue, type WorkDone, work } from '../../fleet/work.ts';
import { type FleetTexts, fleetEnglish } from '../../i18n/en-fleet.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { createRedactor } from '../../redact/redactor.ts';
import { guardText } from '../../report/guard.ts';
import { openStore } from '../../store/open.ts';
import { placeOf } from '../../store/place.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { told } from '../told.ts';
import { version } from '../version.ts';

const SHOWN = 20;

/**
 * `modwhy worker --store postgres://...`: reads the logs that `modwhy scan --enqueue` has put on the queue, until none is left.
 * `--status` says how far they are.
 * @throws ModwhyError E_USAGE | E_STORE
 */
export async function runWorker(options: Options, io: Io): Promise<number> {
  checkFormat('worker', options);
  if (options.operands.length > 0)
    throw new ModwhyError(
      'E_USAGE',
      say`modwhy worker takes no more words, found "${options.operands[0]!}"; modwhy scan --enqueue names the logs`,
    );
  const words = await wordsOf(options);
  const { queue, url } = await queueOf(options, io);
  try {
    if (options.scan.status) return await status(queue, options, io, words);
    const stop = { aborted: false };
    const end = () => {
      stop.aborted = true;
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
    const store = await openStore(url, io.env);
    try {
      const settings = { version, jobs: options.scan.jobs, scan: `worker ${new Date().toISOString()} ${process.pid}` };
      const tell = (done: WorkDone) => options.quiet || io.err(`modwhy: ${doneText(done, words)}`);
      const done = await work(queue, store, settings, tell, stop);
      io.out(options.format === 'json' ? `${JSON.stringify(done)}\n` : `${doneText(done, words)}\n`);
    } finally {
      await store.close();
    }
  } finally {
    await queue.close();
  }
  return EXIT.done;
}

/**
 * `modwhy scan --enqueue`: logs wait for workers.
 * @returns 2 when one that was named is not there
 * @throws ModwhyError E_USAGE | E_STORE
 */
export async function runEnqueue(options: Options, io: Io): Promise<number> {
  checkFormat('scan --enqueue', options);
  if (options.scan.shard !== null)
    throw new ModwhyError('E_USAGE', say`--shard and --enqueue both share the logs out: leave one of them away`);
  const { queue } = await queueOf(options, io);
  try {
    const { put, problems } = await enqueue(queue, options.operands, () => io.stdin);
    for (const { name, reason } of problems) io.err(`modwhy: ${name}: ${typeof reason === 'string' ? reason : told(reason)}`);
    const words = await wordsOf(options);
    io.out(options.format === 'json' ? `${JSON.stringify({ put })}\n` : `${words.put(put)}\n`);
    return problems.length > 0 ? EXIT.usage : EXIT.done;
  } finally {
    await queue.close();
  }
}

async function status(queue: Queue, options: Options, io: Io, words: FleetTexts): Promise<number> {
  const state = await queue.state();
  const redactor = createRedactor();
  const aside = (await queue.aside(SHOWN)).map(({ path, reason = '' }) => ({
    path: redactor.redact(path),
    reason: redactor.redact(reason),
  }));
  if (options.format === 'json') io.out(`${JSON.stringify({ ...state, logs: aside }, null, 2)}\n`);
  else {
    const counts = [words.waiting(state.waiting), words.active(state.active), words.aside(state.aside)].join(', ');
    io.out([counts, ...aside.map(({ path, reason }) => guardText(`  ${path}: ${reason}`, options)), ''].join('\n'));
  }
  return EXIT.done;
}

function doneText({ read, failed }: WorkDone, words: FleetTexts): string {
  return [words.read(read), ...(failed > 0 ? [words.failed(failed)] : [])].join(', ');
}

async function wordsOf({ language }: Options): Promise<FleetTexts> {
  return language === 'zh' ? (await import('../../i18n/zh-fleet.ts')).fleetChinese : fleetEnglish;
}

async function queueOf(options: Options, io: Io): Promise<{ queue: Queue; url: string }> {
  const place = placeOf(options.scan.store, io.env);
  if (place.kind !== 'server')
    throw new ModwhyError('E_USAGE', say`a queue for many machines needs a server: --store postgres://user@host/database`);
  return { queue: await openQueue(place.url, place.name), url: place.url };
}

function checkFormat(name: string, { format }: Options): void {
  if (format !== 'text' && format !== 'json')
    throw new ModwhyError('E_USAGE', say`modwhy ${name}: --format expected text or json, found "${format}"`);
}
