/** What is known of one machine and folder, read as text. Nothing was run. */
export interface World {
  readonly environment: Readonly<Record<string, string>>;
  /** What the file of `go env -w` holds, also where it is not read. */
  readonly file: Readonly<Record<string, string>>;
  /** Null without a home folder. */
  readonly fileName: string | null;
  /** GOROOT/go.env, since Go 1.21; null where no Go was found. */
  readonly installation: Readonly<Record<string, string>> | null;
  readonly installationName: string | null;
  readonly goroot: string | null;
  /** Such as `1.26.1`. */
  readonly version: string | null;
  /** As Node names them. */
  readonly platform: string;
  readonly arch: string;
  readonly temporary: string;
  /** os.UserConfigDir and os.UserCacheDir; null without a home folder. */
  readonly configFolder: string | null;
  readonly cacheFolder: string | null;
  /** The nearest file of this name in this folder and above. */
  nearest(name: 'go.mod' | 'go.work'): string | null;
  /** A program of this name is on the PATH. */
  hasProgram(name: string): boolean;
}

const systems: Readonly<Record<string, string>> = { win32: 'windows', sunos: 'solaris' };
const processors: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386', mipsel: 'mipsle', ppc64: 'ppc64le' };

/** GOHOSTOS */
export function hostSystem({ platform }: World): string {
  return systems[platform] ?? platform;
}

/** GOHOSTARCH */
export function hostProcessor({ arch }: World): string {
  return processors[arch] ?? arch;
}

/** Joins as filepath.Join does for a folder and a relative name. */
export function joined({ platform }: World, folder: string, ...names: readonly string[]): string {
  const separator = platform === 'win32' ? '\\' : '/';
  return [folder.replace(/[\\/]+$/, '') || '', ...names].join(separator);
}

/** A folder without the slash at its end. */
export function cleaned(folder: string): string {
  return folder.replace(/(?<=.)[\\/]+$/, '');
}

export function isAbsolutePath({ platform }: World, name: string): boolean {
  return platform === 'win32' ? /^(?:[A-Za-z]:[\\/]|\\\\)/.test(name) : name.startsWith('/');
}
