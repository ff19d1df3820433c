import type { Captures } from '../catalog/template.ts';
import type { Effect, ReportStep } from '../model/report.ts';
import type { IncidentRoute } from '../model/route.ts';
import { effectOf } from '../remedy/effect.ts';
import { nothingAround, planRoute } from '../route/plan.ts';
import { settingsOfGoEnv } from '../route/settings.ts';

/** Routes by the settings of one log. */
export interface Routes {
  routeOf(module: string | null, version: string | null): IncidentRoute | null;
  effectOf(steps: readonly ReportStep[], captures: Captures): Effect | null;
}

// Without these a route would be half a guess. What is not set is printed as an empty text, and so is seen, too.
const needed = ['GOPROXY', 'GOPRIVATE'];

/**
 * @param seen what `go env` printed, in the log or in a file beside it
 * @param goVersion such as `1.21.5`; rules of the newest Go where it is not known
 */
export function createRoutes(seen: ReadonlyMap<string, string>, goVersion: string | null): Routes {
  const minor = /^1\.(\d+)/.exec(goVersion ?? '')?.[1];
  const around = { ...nothingAround, minor: minor === undefined ? Infinity : Number(minor) };
  const printed = needed.every((name) => seen.has(name)) ? Object.fromEntries(seen) : null;
  return {
    routeOf: (module, version) =>
      module === null || printed === null ? null : planRoute(module, version, settingsOfGoEnv(printed), around),
    effectOf: (steps, captures) => effectOf(steps, captures, printed, around.minor),
  };
}
