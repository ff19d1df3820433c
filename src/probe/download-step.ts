import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseGoMod } from '../parse/go-mod.ts';
import { posixCommand } from '../remedy/quote.ts';
import { commands, firstError, inEmptyFolder, runCommand } from './commands.ts';
import { learned } from './learn.ts';
import type { Conduct, Learned, World } from './tree.ts';

/** `go mod download` and `go mod verify` for a copy of go.mod and go.sum, with a module cache that is thrown away. */
export async function downloadStep(
  world: World,
  { folder, goMod, goSum }: NonNullable<World['download']>,
  conduct: Conduct,
): Promise<void> {
  const { words } = world;
  const [download, verify] = [commands.download(), commands.verify()];
  const step = {
    id: 'download',
    phase: 'fallback',
    question: 'download',
    does: words.does.inCopy(`${posixCommand(download)} && ${posixCommand(verify)}`),
    host: null,
    onWay: true,
    long: true,
  } as const;
  await conduct(step, (limit) => {
    if (goMod === null) return Promise.resolve(learned('undecided', 'error', words.learned.noGoMod));
    const until = performance.now() + limit;
    return inEmptyFolder(async (empty) => {
      const project = path.join(empty, 'project');
      mkdirSync(project);
      writeFileSync(path.join(project, 'go.mod'), withWholePaths(goMod, folder));
      if (goSum !== null) writeFileSync(path.join(project, 'go.sum'), goSum);
      const own = { GOMODCACHE: path.join(empty, 'cache') };
      for (const argv of [download, verify]) {
        const printed = await runCommand(argv, project, Math.max(1, until - performance.now()), world.env, own, true);
        if (printed === null) return learned('undecided', 'error', words.learned.noGo);
        if (printed.code !== 0) return ofGo(world, argv, printed.code, printed.output.replaceAll(empty, '<throw-away>'));
      }
      return learned('ok', 'open', goSum?.trim() ? words.learned.downloaded : words.learned.downloadedNoSum);
    });
  });
}

// cmd/go/internal/gover, TooNewError, since Go 1.21.
const tooNew = /requires go >= \S{1,40} \(running go \S{1,40}; GOTOOLCHAIN=local\)/;
// go help toolchain
const switches = /(?:^|\+)(?:auto|path)$/;

function ofGo({ words, settings }: World, argv: readonly string[], code: number | null, output: string): Learned {
  if (code === null) return learned('undecided', 'open', words.learned.noTime);
  const last = firstError(output);
  // GOTOOLCHAIN=local was doctor's own choice.
  if (tooNew.test(output) && switches.test(settings.GOTOOLCHAIN))
    return learned('undecided', 'open', words.learned.wouldSwitch(last, settings.GOTOOLCHAIN));
  const transcript = `$ ${posixCommand(argv)}\n${output.trimEnd()}\n$ echo $?\n${code}\n`;
  return { ...learned('failed', 'error', words.learned.downloadFailed(last)), transcript };
}

/** A folder that replaces a module is named from where the true go.mod stands. */
function withWholePaths(goMod: string, folder: string): string {
  const lines = goMod.split('\n');
  for (const { to, line } of parseGoMod(goMod).replaces)
    if (to.version === null && /^\.{1,2}(?:\/|$)/.test(to.path)) {
      const text = lines[line - 1]!;
      const at = text.lastIndexOf('=>');
      lines[line - 1] = `${text.slice(0, at)}=> ${JSON.stringify(path.resolve(folder, to.path))}`;
    }
  return lines.join('\n');
}
