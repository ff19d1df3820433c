import { comparingTexts } from '../../i18n/comparing/texts.ts';
import type { EnvWhyReport } from '../../model/env-why.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { settingsInText } from '../../parse/settings-text.ts';
import { envWhySheet } from '../../report/env-why-sheet.ts';
import { variables } from '../../settings/variables.ts';
import { originOf, type SettingOrigin } from '../../settings/why.ts';
import { readClean } from '../clean-lines.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { readWorld } from '../machine/world.ts';
import { nearest } from '../nearest.ts';
import type { Options } from '../options.ts';
import { printReport } from '../tool-output.ts';
import { version } from '../version.ts';

type Found = Omit<EnvWhyReport, 'schemaVersion' | 'type' | 'tool' | 'redactions'>;

/**
 * `modwhy env why NAME`: where a setting has its value from, and what is hidden by it. Files are read, no program is started.
 * @throws ModwhyError E_USAGE for what is no variable of go; E_EVIDENCE when `--with` does not show it
 */
export async function runEnvWhy(options: Options, io: Io): Promise<number> {
  const name = nameOf(options.operands);
  const found = options.with.length > 0 ? await fromFiles(name, options, io) : fromMachine(name, io);
  const report: EnvWhyReport = { schemaVersion: 1, type: 'env-why', tool: { name: 'modwhy', version }, ...found, redactions: 0 };
  await printReport(report, envWhySheet, { options, io, inputs: options.with });
  return EXIT.done;
}

function nameOf([operand, ...more]: readonly string[]): string {
  if (operand === undefined || more.length > 0)
    throw new ModwhyError(
      'E_USAGE',
      say`env why takes one variable, such as modwhy env why GOPROXY; found ${operand === undefined ? 0 : more.length + 1}`,
    );
  const name = operand.toUpperCase();
  if (variables.has(name)) return name;
  const near = nearest(name, [...variables.keys()]);
  throw new ModwhyError('E_USAGE', say`env why: go has no variable "${operand}"${near ? say`, did you mean ${near}?` : ''}`);
}

function fromMachine(name: string, io: Io): Found {
  const { why } = comparingTexts().env;
  const world = readWorld(io.env, process.cwd());
  const origin = originOf(name, world);
  const { value, from, places, unknownTo } = origin;
  const toolchain = originOf('GOTOOLCHAIN', world).value ?? '';
  const switches =
    name !== 'GOTOOLCHAIN' && unknownTo === null && toolchain !== '' && toolchain !== 'local' && /^GO(?:VERSION|ROOT|TOOLDIR)$/.test(name);
  return {
    go: { version: world.version, source: world.goroot === null ? why.noGo : why.at(world.goroot) },
    name,
    value,
    from,
    because: why.from[from],
    places: places
      .filter(({ place, value: written }) => written !== null || isRead(name, place))
      .map((place) => ({ ...place, because: place.because === null ? null : why.because[place.because] })),
    change: changes(origin),
    notes: [
      ...(unknownTo === null ? [] : [why.unknownTo(name, unknownTo, variables.get(name)!.since!)]),
      ...(switches ? [why.switches(toolchain)] : []),
      ...(name === 'GOMOD' || (name === 'GOWORK' && from === 'found') ? [why.modfile] : []),
    ],
  };
}

/** Whether go looks for it there. */
function isRead(name: string, place: SettingOrigin['places'][number]['place']): boolean {
  const kind = variables.get(name)!.from;
  return kind === 'setting' || (kind === 'environment' && place === 'environment');
}

/** The commands that change it, for the places where it can be changed. */
function changes({ name, from, unknownTo }: SettingOrigin): EnvWhyReport['change'] {
  const { change_ } = comparingTexts().env.why;
  const kind = variables.get(name)!.from;
  if (kind === 'found' || unknownTo !== null) return [];
  if (from === 'environment') return [change_.environment(name), change_.set(name)];
  // go env -w refuses GOWORK.
  if (kind === 'environment' || name === 'GOWORK') return [change_.set(name)];
  if (from === 'go env file') return [change_.file(name), change_.write(name)];
  return [change_.write(name), change_.set(name)];
}

async function fromFiles(name: string, options: Options, io: Io): Promise<Found> {
  const { why, diff } = comparingTexts().env;
  const texts = await readClean(options.with, io);
  for (const { name: file, lines } of texts) {
    const found = settingsInText(lines);
    if (found === null) throw new ModwhyError('E_EVIDENCE', `--with ${file}: ${diff.notEnv}`);
    const row = found.settings.get(name);
    if (!row) continue;
    const go = found.settings.get('GOVERSION')?.value.replace(/^go/, '') ?? null;
    const normal = standard(name, found.settings);
    return {
      go: { version: go, source: file },
      name,
      value: row.value,
      from: 'evidence',
      because: why.from.evidence,
      places: [],
      change: [],
      notes: [
        ...(normal === null ? [] : [normal === row.value ? why.defaultThere : why.notDefaultThere(name, normal)]),
        ...(variables.get(name)!.from === 'found' ? [why.from.found] : [why.lookThere(name)]),
      ],
    };
  }
  throw new ModwhyError('E_EVIDENCE', `--with ${why.notShown(name, options.with.join(', '))}`);
}

/** What it is on most machines; null where that depends on the machine. */
function standard(name: string, settings: ReadonlyMap<string, { readonly value: string }>): string | null {
  const fixed: Readonly<Record<string, string>> = {
    GOPROXY: 'https://proxy.golang.org,direct',
    GOSUMDB: 'sum.golang.org',
    GOTOOLCHAIN: 'auto',
    GOAUTH: 'netrc',
    GONOPROXY: settings.get('GOPRIVATE')?.value ?? '',
    GONOSUMDB: settings.get('GOPRIVATE')?.value ?? '',
  };
  if (name in fixed) return fixed[name]!;
  return /^GO(?:111MODULE|BIN|EXPERIMENT|FLAGS|INSECURE|PRIVATE|TMPDIR|VCS|CACHEPROG|DEBUG)$/.test(name) ? '' : null;
}
