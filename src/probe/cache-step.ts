import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { failed, learned } from './learn.ts';
import type { Conduct, Learned, World } from './tree.ts';

// Less than this no module of some size fits.
const leastFree = 1 << 20;

/** Whether the module cache can be written, and has room. Nothing is written to find out. */
export async function cacheStep(world: World, conduct: Conduct): Promise<void> {
  const folder = world.cacheFolder;
  if (folder === null) return;
  const step = { id: 'cache', phase: 'proxy', question: 'cache', does: world.words.does.cache(folder), host: null, onWay: true } as const;
  await conduct(step, async () => look(world, folder));
}

function look(world: World, folder: string): Learned {
  const { learned: words } = world.words;
  let nearest = folder;
  while (!existsSync(nearest) && path.dirname(nearest) !== nearest) nearest = path.dirname(nearest);
  const bad = (fact: Parameters<typeof failed>[1], detail: string) => ({ ...failed(world, fact, '', detail), host: null });
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    const { bavail, bsize, files, ffree } = statfsSync(nearest);
    const free = bavail * bsize;
    // File systems that make their inodes as they need them say 0 of 0.
    if (free < leastFree || (files > 0 && ffree === 0)) return bad('doctor-disk-full', nearest);
    const shown = free >= 1 << 30 ? `${Math.floor(free / 2 ** 30)} GiB` : `${Math.floor(free / 2 ** 20)} MiB`;
    return learned('ok', 'open', nearest === folder ? words.cacheFine(shown) : words.cacheNew(shown));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EROFS') return bad('doctor-cache-read-only', nearest);
    if (code === 'EACCES') return bad('doctor-cache-not-writable', nearest);
    return learned('undecided', 'open', `${nearest}: ${code}`);
  }
}
