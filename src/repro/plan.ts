import { posixCommand, quotePosix } from '../remedy/quote.ts';
import { type GoCommand, goCommandIn } from './go-command.ts';

/** What a failure is known by. */
export interface Failure {
  readonly cause: string;
  readonly module: string | null;
  readonly version: string | null;
  /** The command that failed, as the log has it. */
  readonly command: string | null;
}

/** What stood beside the log. */
export interface Beside {
  readonly replaces: readonly {
    readonly from: { readonly path: string; readonly version: string | null };
    readonly to: { readonly path: string; readonly version: string | null };
  }[];
  /** Lines of go.sum about the module. */
  readonly sumLines: readonly string[];
  /** What `go env` showed of the machine where it failed. */
  readonly settings: ReadonlyMap<string, string>;
}

type StepId = 'folder' | 'caches' | 'settings' | 'begin' | 'require' | 'replace' | 'sums' | 'copy' | 'run' | 'remove';

/** Commands for one POSIX shell, in order. */
export interface ReproPlan {
  /** `module`: an empty folder with a minimal go.mod. `folder`: a copy of the module's folder. */
  readonly kind: 'module' | 'folder';
  readonly steps: readonly { readonly id: StepId; readonly command: string }[];
  /** The command that fails is not the one of the log, which does not show it in a form that can be repeated. */
  readonly guessed: boolean;
  /** It may lie in a cache, so that the command succeeds with a new one. */
  readonly inCache: boolean;
}

// Without a folder every command that uses it must fail.
const folder = `$\{d:?}`;

// Nothing but the module, the servers and the settings of the machine takes part.
const aboutOneModule =
  /^(?:network|tls|goproxy|auth)\.|^vcs\.(?!stamping|dubious)|^zip\.|^checksum\.sumdb-(?!cache)|^resolve\.(?:module-not-found|no-matching-versions|path-mismatch|pseudo-version-invalid|nested-module-tag|major-suffix|query-invalid)$/;

// The caches of the machine, their folders, or what was kept in them may be all that is wrong.
const aboutCaches =
  /^(?:cache\.|zip\.|checksum\.go-sum-mismatch$|env\.(?:path-variable-invalid|home-missing|disk-full|permission|readonly|file-is-directory|io-error)$)/;

/**
 * The commands that show a failure again, in caches of their own. The real caches are neither read nor cleared; the settings stay, since a failure may depend on them.
 * Nothing is put into a command that a shell could take for anything but a word.
 */
export function planRepro({ cause, module, version, command }: Failure, { replaces, sumLines, settings }: Beside): ReproPlan {
  const found = command === null ? null : goCommandIn(command);
  const inCache = aboutCaches.test(cause);
  const withSums = cause === 'checksum.go-sum-mismatch' && sumLines.length > 0;
  const alone =
    module !== null && isModulePath(module) && (version === null || isVersion(version)) && (aboutOneModule.test(cause) || withSums);
  const steps: ReproPlan['steps'][number][] = [{ id: 'folder', command: 'd=$(mktemp -d)' }];
  // A module cache is made read-only, and could not be removed.
  const caches = `export GOMODCACHE="${folder}/modcache" GOCACHE="${folder}/build" GOFLAGS="$(go env GOFLAGS) -modcacherw"`;
  if (alone) {
    steps.push({ id: 'caches', command: `cd "${folder}" && ${caches} GOWORK=off` });
    steps.push(...settingStep(settings));
    steps.push(...assignments(found));
    steps.push({ id: 'begin', command: 'go mod init example.com/repro' });
    const query = `${module}@${version ?? 'latest'}`;
    const replaced = replaces.find(({ from }) => from.path === module && (from.version === null || from.version === version));
    if (replaced && replaced.to.version !== null)
      steps.push({ id: 'replace', command: posixCommand(['go', 'mod', 'edit', `-replace=${spec(replaced.from)}=${spec(replaced.to)}`]) });
    if (withSums) {
      steps.push({ id: 'require', command: posixCommand(['go', 'mod', 'edit', `-require=${query}`]) });
      steps.push({ id: 'sums', command: `printf '%s\\n' ${sumLines.map(quotePosix).join(' ')} > go.sum` });
    }
    const same =
      found && found.queries.length === 1 && found.queries[0]!.startsWith(module) && /^(?:get|install|mod download)$/.test(found.name);
    steps.push({ id: 'run', command: posixCommand(same && !withSums ? found.words : ['go', 'mod', 'download', '-x', query]) });
    steps.push({ id: 'remove', command: `cd / && rm -rf "${folder}"` });
    return { kind: 'module', steps, guessed: false, inCache };
  }
  const up = Math.min(2, Math.max(0, ...replaces.map(({ to }) => (to.version === null ? levelsUp(to.path) : 0))));
  steps.push({ id: 'copy', command: `cp -R ${['.', '..', '../..'][up]} "${folder}/work"` });
  steps.push({
    id: 'caches',
    command: `cd "${folder}/work${['', '/$(basename "$PWD")', '/$(basename "$(dirname "$PWD")")/$(basename "$PWD")'][up]}" && ${caches}`,
  });
  steps.push(...settingStep(settings));
  steps.push(...assignments(found));
  steps.push({ id: 'run', command: posixCommand(found?.words ?? ['go', 'build', '-x', './...']) });
  steps.push({ id: 'remove', command: `cd / && rm -rf "${folder}"` });
  return { kind: 'folder', steps, guessed: found === null, inCache };
}

// Who is asked, and what is checked; nothing means the default for each. Folders, and what names a program, stay those of this machine.
const carried: Readonly<Record<string, string>> = {
  GOPROXY: 'https://proxy.golang.org,direct',
  GOSUMDB: 'sum.golang.org',
  GOPRIVATE: '',
  GONOPROXY: '',
  GONOSUMDB: '',
  GOINSECURE: '',
  GOVCS: '',
};

/** The settings of the machine where it failed, as far as they are not what every go begins with. One with a login is left out: hidden, it would be another. */
function settingStep(settings: ReadonlyMap<string, string>): ReproPlan['steps'] {
  const words = Object.entries(carried).flatMap(([name, usual]) => {
    const value = settings.get(name);
    return !value || value === usual || !/^[A-Za-z0-9_./:=~+,*|?[\] -]{1,300}$/.test(value) ? [] : `${name}=${quotePosix(value)}`;
  });
  return words.length === 0 ? [] : [{ id: 'settings', command: `export ${words.join(' ')}` }];
}

function assignments(found: GoCommand | null): ReproPlan['steps'] {
  // The caches are ours, and GOFLAGS has a part of ours.
  const kept = (found?.assignments ?? []).filter((one) => !/^(?:GOMODCACHE|GOCACHE|GOPATH)=/.test(one));
  return kept.map((one) => ({
    id: 'caches',
    command: one.startsWith('GOFLAGS=') ? `export ${quotePosix(`${one} -modcacherw`)}` : `export ${quotePosix(one)}`,
  }));
}

function spec({ path, version }: { readonly path: string; readonly version: string | null }): string {
  return version === null ? path : `${path}@${version}`;
}

const isModulePath = (text: string) => /^[A-Za-z0-9][A-Za-z0-9._~/-]{0,300}$/.test(text);
const isVersion = (text: string) => /^[A-Za-z0-9][A-Za-z0-9._~+/-]{0,200}$/.test(text);

/** How far above the module's folder a replacement lies: it has to be copied, too. */
const levelsUp = (path: string) => /^(?:\.\.\/?)*/.exec(path)![0].split('..').length - 1;
