import path from 'node:path';
import { readHosts } from '../../evidence/hosts.ts';
import type { DoctorTexts } from '../../i18n/en-doctor.ts';
import type { FactWords } from '../../i18n/fact-words.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { parseGoMod } from '../../parse/go-mod.ts';
import { mayAskAddress } from '../../probe/address.ts';
import type { World } from '../../probe/tree.ts';
import { trustedCertificates } from '../../probe/trust.ts';
import { gitHost, rewriteUrl } from '../../route/insteadof.ts';
import { modulePathError } from '../../route/module-path.ts';
import { coveringPattern } from '../../route/prefix-patterns.ts';
import { routeOf } from '../../route/route.ts';
import { effectiveSettings, type GoSettings } from '../../route/settings.ts';
import { readGitRules, readMachines } from '../machine/credentials.ts';
import { readFolder } from '../machine/folder-files.ts';
import { type Environment, type GoOnMachine, readGo } from '../machine/go-files.ts';
import { readText } from '../machine/read-text.ts';

// Small, public, and known to every module proxy that passes public modules on.
const usualModule = 'golang.org/x/text';

interface Wishes {
  readonly operands: readonly string[];
  readonly secondResolver: string | null;
  readonly download: boolean;
}

/**
 * What doctor looks at, by the files and the environment of this machine; nothing is asked yet.
 * @throws ModwhyError E_USAGE for a module path or an address that is none
 */
export function worldHere(wishes: Wishes, env: Environment, folder: string, words: DoctorTexts, facts: FactWords): World {
  const go = readGo(env);
  const { values: settings, sources } = effectiveSettings(go.layers);
  const { goMod } = readFolder(folder, settings.GOWORK, go.goroot);
  const { module, version } = asked(wishes.operands, goMod === null ? null : readText(goMod), settings);
  const minor = Number(/^1\.(\d+)/.exec(go.version ?? '')?.[1] ?? Infinity);
  const { rules } = readGitRules(env, folder);
  if (wishes.secondResolver !== null && !mayAskAddress(withoutPort(wishes.secondResolver)))
    throw new ModwhyError('E_USAGE', say`--second-resolver needs the IP address of a name server, found "${wishes.secondResolver}"`);
  return {
    module,
    version,
    settings,
    goproxyFrom: sources.GOPROXY,
    // Doctor asks what `go mod download` would, which does not know -mod.
    route: routeOf(module, version, { ...settings, GOFLAGS: '' }, minor),
    machines: readMachines(env),
    rewrite: (url) => {
      const found = rewriteUrl(url, rules);
      return found && (gitHost(found.url) ?? found.url.split(/[/:]/)[0]!);
    },
    minor,
    env,
    trust: trustedCertificates(env),
    cacheFolder: cacheFolder(go, env),
    hosts: hostsHere(env),
    secondResolver: wishes.secondResolver,
    download: wishes.download
      ? {
          folder: goMod === null ? folder : path.dirname(goMod),
          goMod: goMod === null ? null : readText(goMod),
          goSum: goMod === null ? null : readText(path.join(path.dirname(goMod), 'go.sum'), 1 << 24),
        }
      : null,
    words,
    facts,
  };
}

/** `192.0.2.53:5353` and `[2001:db8::1]:5353`, as a resolver takes them. */
function withoutPort(server: string): string {
  return /^\[(.{2,60})\]:\d{1,5}$/.exec(server)?.[1] ?? /^([\d.]{7,15}):\d{1,5}$/.exec(server)?.[1] ?? server;
}

/** hosts(5); on Windows it lies below the system's folder. */
function hostsHere(env: Environment): World['hosts'] {
  const name =
    process.platform === 'win32' ? path.join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'drivers', 'etc', 'hosts') : '/etc/hosts';
  const file = readHosts((readText(name) ?? '').split(/\r?\n/));
  return file && { ...file, name };
}

/** The module that was named; else the first that go.mod requires and that is not private; else a public one. */
function asked(operands: readonly string[], goMod: string | null, settings: GoSettings): { module: string; version: string | null } {
  const [operand, ...more] = operands;
  if (more.length > 0) throw new ModwhyError('E_USAGE', say`doctor takes one module, or none, found ${operands.length}`);
  if (operand === undefined) {
    const required = goMod === null ? [] : parseGoMod(goMod).requires;
    const first = required.find(({ path: one, indirect }) => !indirect && coveringPattern(settings.GONOPROXY, one) === null);
    if (!first || modulePathError(first.path) !== null) return { module: usualModule, version: null };
    return { module: first.path, version: first.version };
  }
  const at = operand.lastIndexOf('@');
  const module = at < 0 ? operand : operand.slice(0, at);
  const version = at < 0 ? '' : operand.slice(at + 1);
  const error = modulePathError(module);
  if (error !== null) throw new ModwhyError('E_USAGE', say`doctor: ${error}`);
  if (version !== '' && !/^[A-Za-z0-9][\w.+-]{0,127}$/.test(version))
    throw new ModwhyError('E_USAGE', say`doctor: expected a version such as v1.2.3 behind @, found "${version}"`);
  return { module, version: version === '' || version === 'latest' ? null : version };
}

/** Source: cmd/go/internal/cfg, GOMODCACHE and GOPATH. */
function cacheFolder({ layers }: GoOnMachine, env: Environment): string | null {
  const value = (name: string) => layers.environment?.[name] || layers.file?.[name] || '';
  const home = env.HOME ?? env.USERPROFILE;
  const gopath = value('GOPATH').split(path.delimiter)[0] || (home ? path.join(home, 'go') : '');
  const folder = value('GOMODCACHE') || (gopath === '' ? '' : path.join(gopath, 'pkg', 'mod'));
  return path.isAbsolute(folder) ? folder : null;
}
