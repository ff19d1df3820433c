import type { Captures } from '../catalog/template.ts';
import type { Effect, ReportStep } from '../model/report.ts';
import type { IncidentRoute } from '../model/route.ts';
import { nothingAround, planRoute } from '../route/plan.ts';
import { type SettingName, settingNames, settingsOfGoEnv } from '../route/settings.ts';

// What is there already, in the words of each language (rules/zh/words.yaml).
const existing = /<(?:existing|现有值)>/g;

type Settings = Readonly<Record<string, string>>;

const beside: ReadonlySet<SettingName> = new Set([
  'GOFLAGS',
  'GOTOOLCHAIN',
  'GOWORK',
  'GOAUTH',
  'GOINSECURE',
  'GOVCS',
  'HTTP_PROXY',
  'NO_PROXY',
]);

/**
 * What the steps of a remedy change about who is asked for the module of the problem, by Go's rules.
 * @param seen what `go env` printed; null when nothing was, and Go's defaults stand in
 * @returns null when they change no setting that a route depends on, when a value has a hole, or when the log contradicts the defaults
 */
export function effectOf(steps: readonly ReportStep[], captures: Captures, seen: Settings | null, minor: number): Effect | null {
  const module = captures.module?.value;
  if (module === undefined) return null;
  const version = captures.version?.value ?? null;
  const before = settingsOfGoEnv(seen ?? {});
  const changes = changesOf(steps);
  const assigned: Record<string, string> = {};
  for (const [name, value] of changes) {
    const filled = value.replace(existing, before[name]).replace(/^[,|\s]+|[,|\s]+$/g, '');
    if (/<[^<>]*>/.test(filled)) return null;
    assigned[name] = filled;
  }
  if (changes.length === 0 || (seen === null && contradicts(captures))) return null;
  const around = { ...nothingAround, minor };
  const route = (settings: Settings) => summaryOf(planRoute(module, version, settingsOfGoEnv(settings), around));
  const effect = { module, before: route(seen ?? {}), after: route(overlaid(seen ?? {}, assigned)) };
  const same = JSON.stringify(effect.before) === JSON.stringify(effect.after);
  // Who is asked is not what these are for.
  if (same && changes.every(([name]) => beside.has(name))) return null;
  return { settings: seen === null ? 'defaults' : 'seen', ...effect };
}

/** What steps set and unset, in order; an empty value is the default again. */
function changesOf(steps: readonly ReportStep[]): [name: SettingName, value: string][] {
  const names = new Set<string>(settingNames());
  const changes = steps.flatMap((step): [string, string][] => {
    if (step.kind === 'set-env') return [[step.name, step.value]];
    if (step.kind === 'unset-env') return [[step.name, '']];
    if (step.kind !== 'run') return [];
    const [program, command, flag, ...words] = step.argv;
    if (program !== 'go' || command !== 'env') return Object.entries(step.env);
    if (flag === '-u') return words.map((name) => [name, '']);
    return flag === '-w' ? words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]) : [];
  });
  return changes.filter((change): change is [SettingName, string] => names.has(change[0]));
}

/** GONOPROXY and GONOSUMDB follow GOPRIVATE where they have no value of their own. */
function overlaid(seen: Settings, assigned: Settings): Settings {
  const merged: Record<string, string> = { ...seen, ...assigned };
  if ('GOPRIVATE' in assigned)
    for (const name of ['GONOPROXY', 'GONOSUMDB']) if (!(name in assigned) && seen[name] === (seen.GOPRIVATE ?? '')) delete merged[name];
  return merged;
}

/** The log shows a GOPROXY server that is none of the defaults. */
function contradicts({ url }: Captures): boolean {
  const proxy = /^https?:\/\/([^/]+)\/.*\/@(?:v\/|latest)/.exec(url?.value ?? '')?.[1];
  return proxy !== undefined && proxy !== 'proxy.golang.org';
}

function summaryOf({ error, stops, sumdb }: IncidentRoute): Effect['before'] {
  return {
    error,
    servers: stops.map(({ kind, host, via, onError }) => ({ kind, host, through: via?.proxy ?? null, onError })),
    sumdb: sumdb.asked ? sumdb.host : null,
  };
}
