import { builtIn } from './built-in.ts';
import { isKnownTo, minorOf, readsEnvFile, variables } from './variables.ts';
import type { World } from './world.ts';

type SourceOfSetting = 'environment' | 'go env file' | 'GOROOT/go.env' | 'GOPRIVATE' | 'default' | 'found';

/** Why a value that stands somewhere does not count. */
type HiddenBecause =
  | 'stronger'
  | 'file-off'
  | 'file-too-old'
  | 'environment-only'
  | 'found'
  | 'capitals'
  | 'empty'
  | 'hides-installation'
  | 'not-known';

/** A place where a setting may stand. */
interface SettingPlace {
  readonly place: 'environment' | 'go env file' | 'GOROOT/go.env' | 'default';
  /** A file, or the name of a variable in small letters. */
  readonly where: string | null;
  /** Null: it does not stand there. */
  readonly value: string | null;
  readonly counts: boolean;
  readonly because: HiddenBecause | null;
}

/** Where a setting has its value from. */
export interface SettingOrigin {
  readonly name: string;
  /** As `go env NAME` would print it; null where only go itself can tell. */
  readonly value: string | null;
  readonly from: SourceOfSetting;
  /** The strongest first. */
  readonly places: readonly SettingPlace[];
  /** This Go does not know the variable. */
  readonly unknownTo: string | null;
}

const lowerToo = new Set(['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']);

/**
 * Where the value of a setting comes from, and what it hides, by the rules of the go command: the environment, the file of `go env -w`, the go.env file of the
 * installation, what is built in. A variable that is set to nothing counts as not set; a line of the file that sets nothing hides the installation's all the same.
 * Source: cmd/go/internal/cfg, Getenv, initEnvCache and readEnvFile.
 */
export function originOf(name: string, world: World): SettingOrigin {
  const minor = minorOf(world.version);
  const kind = variables.get(name)?.from ?? 'setting';
  const unknownTo = isKnownTo(name, minor) ? null : world.version;
  const places: SettingPlace[] = [];
  let decided: { value: string | null; from: SourceOfSetting } | null = null;
  const offer = (
    place: SettingPlace['place'],
    where: string | null,
    value: string | undefined,
    because: HiddenBecause | null,
    ends = value !== '',
  ) => {
    const hidden =
      value === undefined
        ? null
        : (because ??
          (decided ? 'stronger' : unknownTo !== null ? 'not-known' : value === '' ? (ends ? 'hides-installation' : 'empty') : null));
    const counts = value !== undefined && hidden === null;
    places.push({ place, where, value: value ?? null, counts, because: hidden });
    if (counts && place !== 'default') decided = { value, from: place };
    return hidden === 'hides-installation';
  };
  const found = kind === 'found' ? 'found' : null;
  offer('environment', null, world.environment[name], found);
  const small = lowerToo.has(name) ? world.environment[name.toLowerCase()] : undefined;
  if (small !== undefined) offer('environment', name.toLowerCase(), small, decided ? 'capitals' : null);
  const notRead: HiddenBecause | null =
    found ??
    (kind === 'environment'
      ? 'environment-only'
      : world.environment.GOENV === 'off'
        ? 'file-off'
        : readsEnvFile(minor)
          ? null
          : 'file-too-old');
  const emptied = offer('go env file', world.fileName, world.file[name], notRead, true);
  const skipped = found ?? (kind === 'environment' ? 'environment-only' : emptied ? 'stronger' : null);
  offer('GOROOT/go.env', world.installationName, world.installation?.[name], skipped);
  const settled: { value: string | null; from: SourceOfSetting } = decided ?? fallback(name, world);
  const value = unknownTo !== null ? '' : builtIn.adjusted(name, settled.value, world, (other) => originOf(other, world).value);
  const byDefault = decided === null;
  if (settled.from !== 'found')
    places.push({ place: 'default', where: null, value: byDefault ? value : null, counts: byDefault, because: null });
  return { name, value, from: settled.from, places, unknownTo };
}

function fallback(name: string, world: World): { value: string | null; from: SourceOfSetting } {
  const settledOf = (other: string) => originOf(other, world).value;
  if (variables.get(name)?.from === 'found') return { value: builtIn.found(name, world, settledOf), from: 'found' };
  if (name === 'GOWORK') return { value: '', from: 'found' };
  if (name === 'GONOPROXY' || name === 'GONOSUMDB') {
    const value = settledOf('GOPRIVATE');
    return { value, from: value ? 'GOPRIVATE' : 'default' };
  }
  return { value: builtIn.byDefault(name, world, settledOf), from: 'default' };
}
