import type { Texts } from '../i18n/texts.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Report } from '../model/report.ts';
import type { CompareEnvironments } from './types.ts';

type GoEnv = Extract<Evidence, { kind: 'go env' }>;
type Row = NonNullable<Report['beside']>[number];

const mostRows = 4;

/** The `go env` of the log, and those of other machines or moments. */
export interface Environments {
  readonly own: GoEnv | null;
  readonly others: readonly GoEnv[];
}

/**
 * Of several `go env` one is that of the log: what the log itself printed, else the one whose Go ran, else the last one, as in `modwhy env diff GOOD BAD`.
 * @returns it, and the files without the others, which would speak for another machine
 */
export function splitEnvironments(
  files: readonly Evidence[],
  log: string,
  goVersion: string | null,
): Environments & { files: readonly Evidence[] } {
  const all = files.filter((file): file is GoEnv => file.kind === 'go env');
  if (all.length < 2) return { own: all[0] ?? null, others: [], files };
  const ran = all.filter(({ settings }) => settings.get('GOVERSION')?.value.replace(/^go/, '').split(/[\s-]/)[0] === goVersion);
  const own = all.findLast(({ name }) => name === log) ?? (ran.length === 1 ? ran[0]! : all.at(-1)!);
  // A log may print its settings more than once.
  const others = all.filter((file) => file !== own && file.name !== own.name);
  return { own, others, files: files.filter((file) => file.kind !== 'go env' || !others.includes(file)) };
}

/** What differs between the settings of the log and others: first what would explain the failure, else what can do most. */
export function environmentRows(
  own: GoEnv,
  others: readonly GoEnv[],
  causes: ReadonlySet<string>,
  compare: CompareEnvironments,
  words: Texts['diagnosis']['beside'],
): Row[] {
  const rows = others.flatMap((other) =>
    compare(other.settings, own.settings).map((one) => {
      const explains = one.causes.some((cause) => causes.has(cause));
      const value = other.settings.get(one.name)?.value ?? null;
      const at = own.settings.get(one.name);
      const [file, line] = at ? [own, at.line] : [other, other.settings.get(one.name)?.line ?? 1];
      const says = words.otherSetting(one.name, value, other.name, one.because, explains);
      return { explains, row: { input: file.name, line, text: file.textOf(line).trim().slice(0, 400), says } };
    }),
  );
  const first = rows.filter(({ explains }) => explains);
  return (first.length > 0 ? first : rows).slice(0, mostRows).map(({ row }) => row);
}
