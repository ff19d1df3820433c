import { parseProxyList } from '../route/goproxy.ts';
import { exitFor } from '../route/http-proxy.ts';
import type { Stop } from '../route/route.ts';
import { failed, learned, ofFailure } from './learn.ts';
import { ask } from './request.ts';
import { shownRequest } from './server-steps.ts';
import type { Conduct, Learned, World } from './tree.ts';

/**
 * Whether the checksum database is to be had: the proxies are asked first whether they pass it on, as go asks them.
 * Source: cmd/go/internal/modfetch/sumdb.go, initBase.
 */
export async function checksumStep(world: World, found: Stop, conduct: Conduct): Promise<void> {
  const { sumdb } = world.route;
  if (sumdb.error !== null) {
    const step = { id: 'checksums', phase: 'proxy', question: 'checksums', does: 'GOSUMDB', host: null, onWay: true } as const;
    await conduct(step, async () => learned('undecided', 'error', sumdb.error!));
    return;
  }
  const list = parseProxyList(world.settings.GOPROXY, world.minor);
  if (sumdb.throughProxies && found.kind === 'proxy' && 'entries' in list) {
    for (const { kind, url, next } of list.entries) {
      if (kind !== 'proxy' || url.startsWith('file:')) break;
      const { leads } = await askFor(world, `${url.replace(/\/$/, '')}/sumdb/${sumdb.name}/supported`, true, conduct);
      if (leads === 'found' || (leads === 'error' && next !== 'any-error')) return;
    }
  }
  await askFor(world, `${sumdb.url!.replace(/\/$/, '')}/latest`, false, conduct);
}

function askFor(world: World, url: string, atProxy: boolean, conduct: Conduct): Promise<Learned> {
  const target = { url, forward: exitFor(url, world.settings).proxy };
  const { host } = new URL(url);
  const step = {
    id: `checksums:${host}`,
    phase: 'proxy',
    question: 'checksums',
    does: shownRequest(world, target, false),
    host,
    onWay: true,
  } as const;
  return conduct(step, async (limit) => {
    const answer = await ask(target, world.trust, limit);
    if ('failure' in answer) {
      const { fact, detail } = answer.failure;
      // Which part of the way is closed is said by the other facts; here it is the database that go misses.
      const ofForward = fact?.startsWith('doctor-forward-') && fact !== 'doctor-forward-denied';
      return fact === null || ofForward ? ofFailure(world, answer.failure) : failed(world, 'doctor-sumdb-unreachable', host, detail);
    }
    if (atProxy && answer.status === 200) return learned('ok', 'found', world.words.learned.passesOn(host), host);
    if (atProxy && (answer.status === 404 || answer.status === 410))
      return learned('undecided', 'not-found', world.words.learned.hasNot(host, answer.status), host);
    // The head of a tree, as a signed note. golang.org/x/mod/sumdb/tlog, ParseTree.
    if (!atProxy && answer.status === 200 && answer.body.startsWith('go.sum database tree\n'))
      return learned('ok', 'found', world.words.learned.database(host), host);
    return failed(world, 'doctor-sumdb-unreachable', host, String(answer.status));
  });
}
