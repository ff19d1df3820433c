import type { DoctorTexts } from '../i18n/en-doctor.ts';
import type { FactWords } from '../i18n/fact-words.ts';
import type { DoctorStep } from '../model/doctor.ts';
import type { HostsFile } from '../model/evidence.ts';
import type { Route } from '../route/route.ts';
import type { GoSettings, SettingSource } from '../route/settings.ts';

/** All that the steps look at. */
export interface World {
  readonly module: string;
  readonly version: string | null;
  readonly settings: GoSettings;
  readonly goproxyFrom: SettingSource | string;
  readonly route: Route;
  /** Machines of netrc with a login; what it is, is never read. */
  readonly machines: readonly string[];
  /** git's insteadOf prefixes with what takes their place. */
  readonly rewrite: (url: string) => string | null;
  readonly minor: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly trust: readonly string[];
  readonly cacheFolder: string | null;
  /** The hosts file of this machine; null where none can be read. */
  readonly hosts: (HostsFile & { readonly name: string }) | null;
  /** A name server that the user named. */
  readonly secondResolver: string | null;
  /** The folder of a go.mod whose modules are to be downloaded into a throw-away cache; null: nothing is downloaded. */
  readonly download: { readonly folder: string; readonly goMod: string | null; readonly goSum: string | null } | null;
  readonly words: DoctorTexts;
  readonly facts: FactWords;
}

/** A step that is about to run, as it is shown. */
export type Planned = Pick<DoctorStep, 'id' | 'phase' | 'question' | 'onWay' | 'does' | 'host'> & {
  /** May take all the time that is left. */
  readonly long?: boolean;
};

/** What running it taught. */
export type Learned = Pick<DoctorStep, 'outcome' | 'leads' | 'host' | 'fact' | 'says'> & {
  readonly also?: DoctorStep['also'];
  /** What a program printed when it failed, as one would see it on a terminal. */
  readonly transcript?: string;
};

/** Shows a step, runs it within its budget, and keeps what it taught. Throws `Stopped` when nothing more is to run. */
export type Conduct = (step: Planned, run: (limitMs: number) => Promise<Learned>) => Promise<Learned>;

/** Somebody ended the walk. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
