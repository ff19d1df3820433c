import { minorOf } from './variables.ts';
import { cleaned, hostProcessor, hostSystem, isAbsolutePath, joined, type World } from './world.ts';

type Settled = (name: string) => string | null;

// internal/buildcfg, the defaults of a Go that nobody built otherwise.
const levels: Readonly<Record<string, readonly [arch: RegExp, value: string | null]>> = {
  GO386: [/^386$/, 'sse2'],
  GOAMD64: [/^amd64$/, 'v1'],
  GOARM: [/^arm$/, null],
  GOARM64: [/^arm64$/, 'v8.0'],
  GOMIPS: [/^mips(?:le)?$/, 'hardfloat'],
  GOMIPS64: [/^mips64(?:le)?$/, 'hardfloat'],
  GOPPC64: [/^ppc64(?:le)?$/, 'power8'],
  GORISCV64: [/^riscv64$/, 'rva20u64'],
  GOWASM: [/^wasm$/, ''],
};

/** What a setting is where nobody sets it. Null: only go itself can tell. cmd/go/internal/cfg/cfg.go, envcmd/env.go. */
function byDefault(name: string, world: World, settled: Settled): string | null {
  const minor = minorOf(world.version);
  const level = levels[name];
  if (level) return level[0].test(settled('GOARCH') ?? '') ? level[1] : '';
  // Before Go 1.21 the compiler was that of the system that go runs on.
  const clang = () => /^(?:darwin|ios|freebsd|openbsd)$/.test((minor ?? 99) < 21 ? hostSystem(world) : (settled('GOOS') ?? ''));
  switch (name) {
    // Since Go 1.21 they stand in GOROOT/go.env and nowhere else.
    case 'GOPROXY':
      return world.installation !== null && (minor ?? 99) >= 21 ? '' : 'https://proxy.golang.org,direct';
    case 'GOSUMDB':
      return world.installation !== null && (minor ?? 99) >= 21 ? '' : 'sum.golang.org';
    case 'GOTOOLCHAIN':
      return world.installation !== null ? '' : 'auto';
    case 'GOAUTH':
      return 'netrc';
    case 'GOFIPS140':
      return 'off';
    case 'GOOS':
      return hostSystem(world);
    case 'GOARCH':
      return hostProcessor(world);
    case 'GOROOT':
      return world.goroot;
    case 'GOENV':
      return world.fileName ?? '';
    case 'GOPATH': {
      const home = world.environment[world.platform === 'win32' ? 'USERPROFILE' : 'HOME'];
      if (!home) return '';
      const folder = joined(world, home, 'go');
      return world.goroot !== null && cleaned(world.goroot) === folder ? '' : folder;
    }
    case 'GOMODCACHE': {
      const [first] = (settled('GOPATH') ?? '').split(world.platform === 'win32' ? ';' : ':');
      return first ? joined(world, first, 'pkg', 'mod') : '';
    }
    case 'GOCACHE':
      return world.cacheFolder === null ? 'off' : joined(world, world.cacheFolder, 'go-build');
    case 'GCCGO':
      return 'gccgo';
    case 'AR':
      return 'ar';
    case 'CC':
      return clang() ? 'clang' : 'gcc';
    case 'CXX':
      return clang() ? 'clang++' : 'g++';
    case 'PKG_CONFIG':
      return 'pkg-config';
    case 'CGO_CFLAGS':
    case 'CGO_CXXFLAGS':
    case 'CGO_FFLAGS':
    case 'CGO_LDFLAGS':
      return (minor ?? 99) >= 20 ? '-O2 -g' : '-g -O2';
    case 'CGO_ENABLED': {
      if (settled('GOOS') !== hostSystem(world) || settled('GOARCH') !== hostProcessor(world)) return '0';
      // Since Go 1.20 it depends on the C compiler.
      return (minor ?? 99) < 20 || world.environment.CC || world.hasProgram(clang() ? 'clang' : 'gcc') ? '1' : '0';
    }
    default:
      return '';
  }
}

/** What go finds out by itself. */
function found(name: string, world: World, settled: Settled): string | null {
  switch (name) {
    case 'GOMOD': {
      const mode = settled('GO111MODULE');
      if (mode === 'off') return '';
      const file = world.nearest('go.mod');
      // A go.mod in the folder for temporary files itself is not taken: modload.Init.
      const taken = file !== null && cleaned(file.slice(0, -'go.mod'.length)) !== cleaned(world.temporary) ? file : null;
      // Go before 1.16 took nothing for `auto`.
      const auto = mode === 'auto' || (mode === '' && (minorOf(world.version) ?? 99) < 16);
      return taken ?? (auto ? '' : world.platform === 'win32' ? 'NUL' : '/dev/null');
    }
    case 'GOVERSION':
      return world.version === null ? null : `go${world.version}`;
    case 'GOTOOLDIR': {
      const root = settled('GOROOT');
      return root ? joined(world, root, 'pkg', 'tool', `${hostSystem(world)}_${hostProcessor(world)}`) : null;
    }
    case 'GOEXE':
      return settled('GOOS') === 'windows' ? '.exe' : '';
    case 'GOHOSTOS':
      return hostSystem(world);
    case 'GOHOSTARCH':
      return hostProcessor(world);
    case 'GOTELEMETRYDIR':
      return world.configFolder === null ? '' : joined(world, world.configFolder, 'go', 'telemetry');
    default:
      return null;
  }
}

/** What go makes of a value before it prints it. */
function adjusted(name: string, value: string | null, world: World, settled: Settled): string | null {
  if (name === 'GOCACHE' && value !== 'off' && value !== null && !isAbsolutePath(world, value)) return 'off';
  if (name === 'GOENV' && value === 'off') return '';
  if (name === 'CGO_ENABLED' && value !== '0' && value !== '1') return byDefault(name, world, settled);
  if (name === 'GOWORK' && (value === '' || value === 'auto')) return world.nearest('go.work') ?? '';
  return value;
}

/** Go's own answers. */
export const builtIn = { byDefault, found, adjusted } as const;
