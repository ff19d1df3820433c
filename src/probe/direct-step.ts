import { posixCommand } from '../remedy/quote.ts';
import { hostOf, withoutUser } from '../route/plan.ts';
import type { Stop } from '../route/route.ts';
import { commands, firstError, inEmptyFolder, runCommand } from './commands.ts';
import { failed, learned, looksLikePage, ofFailure, ofProxyAnswer } from './learn.ts';
import { ask } from './request.ts';
import { reachStep, shownRequest, targetOf } from './server-steps.ts';
import type { Conduct, World } from './tree.ts';

/** The way without a proxy: git, the host, and its page or its repository. */
export async function directStep(world: World, stop: Stop, ended: boolean, down: ReadonlySet<string>, conduct: Conduct): Promise<void> {
  const { origin } = world.route;
  if (origin === null || stop.url === null) return;
  const allowed = 'allowed' in origin.allowed && origin.allowed.allowed;
  if (allowed && (origin.vcs ?? 'git') === 'git' && !(await hasGit(world, ended, conduct))) return;
  if (world.route.stops[0]?.kind !== 'direct' && (await reachStep(world, stop, down, 'fallback', ended, conduct)).leads === 'error') return;
  if (origin.kind === 'discovery') return pageStep(world, stop, ended, conduct);
  await repositoryStep(world, stop.url, ended, conduct);
}

async function hasGit(world: World, ended: boolean, conduct: Conduct): Promise<boolean> {
  const argv = commands.gitVersion();
  const step = { id: 'git', phase: 'fallback', question: 'git', does: posixCommand(argv), host: null, onWay: !ended } as const;
  const { leads } = await conduct(step, (limit) =>
    inEmptyFolder(async (folder) => {
      const printed = await runCommand(argv, folder, limit, world.env);
      if (printed === null) return { ...failed(world, 'doctor-git-missing', ''), host: null };
      const line = printed.output.split('\n')[0]!.slice(0, 100);
      return printed.code === 0 ? learned('ok', 'open', line) : learned('undecided', 'error', world.words.learned.gitSays(line));
    }),
  );
  return leads !== 'error';
}

/** What `?go-get=1` answers. Source: cmd/go/internal/vcs, repoRootForImportDynamic. */
async function pageStep(world: World, stop: Stop, ended: boolean, conduct: Conduct): Promise<void> {
  const target = targetOf(stop);
  if (target === null) return;
  const url = new URL(target.url);
  const step = {
    id: `direct:${url.host}`,
    phase: 'fallback',
    question: 'direct',
    does: shownRequest(world, target, ended),
    host: url.host,
    onWay: !ended,
  } as const;
  await conduct(step, async (limit) => {
    const answer = await ask(target, world.trust, limit);
    if ('failure' in answer) return ofFailure(world, answer.failure);
    const page = importOf(answer.body, world.module);
    if (page !== null) return learned('ok', 'found', world.words.learned.page(url.host, page), url.host);
    if ([200, 404, 410].includes(answer.status) || looksLikePage(answer.headers['content-type'], ''))
      if (answer.status < 500 && ![401, 403, 407, 429].includes(answer.status))
        return learned('undecided', 'not-found', world.words.learned.noPage(url.host), url.host);
    return ofProxyAnswer(world, url, answer, false);
  });
}

/** The repository that a go-import element names for the module: `prefix vcs repository`. */
function importOf(page: string, module: string): string | null {
  for (const [element] of page.matchAll(/<meta\s[^<>]{1,1000}>/gi)) {
    if (!/\bname\s*=\s*["']?go-import["'\s>]/i.test(element)) continue;
    const content = /\bcontent\s*=\s*(?:"([^"]{1,500})"|'([^']{1,500})')/i.exec(element);
    const [prefix, vcs, repository] = (content?.[1] ?? content?.[2] ?? '').trim().split(/\s+/);
    if (repository !== undefined && (module === prefix || module.startsWith(`${prefix}/`))) return `${vcs} ${withoutUser(repository)}`;
  }
  return null;
}

/** git asks the repository that the path names, without any login. */
async function repositoryStep(world: World, url: string, ended: boolean, conduct: Conduct): Promise<void> {
  const { words, route, env } = world;
  const host = hostOf(url)!;
  const allowed = route.origin!.allowed;
  const argv = commands.gitReads(url);
  const shown = posixCommand(argv);
  const step = {
    id: `direct:${host}`,
    phase: 'fallback',
    question: 'direct',
    does: ended ? words.does.offPath(shown) : shown,
    host,
    onWay: !ended,
  } as const;
  await conduct(step, async (limit) => {
    if (!('allowed' in allowed) || !allowed.allowed)
      return learned('undecided', 'not-found', words.learned.gitForbidden('rule' in allowed ? allowed.rule : allowed.error), host);
    if (route.origin!.vcs !== 'git') return learned('left-out', 'open', words.learned.odd(host, route.origin!.vcs ?? ''), host);
    const rewritten = world.rewrite(url);
    if (rewritten !== null) return learned('undecided', 'open', words.learned.gitRewrites(rewritten), host);
    return inEmptyFolder(async (folder) => {
      const printed = await runCommand(argv, folder, limit, env);
      if (printed?.code === 0) return learned('ok', 'found', words.learned.repository(host), host);
      if (printed === null) return failed(world, 'doctor-git-missing', '');
      if (printed.code === null) return failed(world, 'doctor-answer-timeout', host, `${Math.round(limit)} ms`);
      const last = firstError(printed.output);
      return {
        ...learned('failed', 'error', words.learned.gitSays(last), host),
        transcript: `$ ${shown}\n${printed.output.trimEnd()}\n$ echo $?\n${printed.code}\n`,
      };
    });
  });
}
