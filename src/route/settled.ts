import { type RouteTexts, routeEnglish } from '../i18n/en-route.ts';
import type { SettledRoute } from '../model/route.ts';
import { shownGoauth } from './goauth.ts';
import { hiddenSettings } from './hidden.ts';
import { routeNotes } from './notes.ts';
import { planRoute, type RouteAround } from './plan.ts';
import { modFlag } from './route.ts';
import { type EffectiveSettings, effectiveSettings, type SettingLayers, settingNames } from './settings.ts';
import { toolchainModule } from './sumdb.ts';

// Without a value of their own these say nothing.
const shownAlways: ReadonlySet<string> = new Set(['GOPROXY', 'GOSUMDB', 'GOPRIVATE']);

/** A route with the settings that it follows from, those that are hidden, and what a reader would get wrong. */
export function settleRoute(
  module: string,
  version: string | null,
  layers: SettingLayers,
  around: RouteAround,
  sourceOf: (source: string) => string = (source) => source,
  words: RouteTexts = routeEnglish,
): SettledRoute {
  const effective = effectiveSettings({ minor: around.minor, ...layers });
  // Commands that do not know -mod ask all the same.
  const vendored = modFlag(effective.values.GOFLAGS) === 'vendor' && module !== toolchainModule;
  const values = vendored ? { ...effective.values, GOFLAGS: '' } : effective.values;
  const route = planRoute(module, version, values, around);
  const masked = (name: string, value: string) => (name === 'GOAUTH' ? shownGoauth(value) : withoutUsers(value));
  return {
    ...route,
    vendored,
    settings: settingRows(effective).map(({ name, value, source }) => ({
      name,
      value: masked(name, value),
      source: words.source[sourceOf(source)] ?? sourceOf(source),
    })),
    hidden: hiddenSettings(layers, words.hidden).map((row) => ({
      ...row,
      value: masked(row.name, row.value),
      source: words.source[row.source] ?? row.source,
    })),
    notes: routeNotes(route, values, around, words.note).map(withoutUsers),
  };
}

function settingRows({ values, sources }: EffectiveSettings): { name: string; value: string; source: string }[] {
  return settingNames()
    .filter((name) => shownAlways.has(name) || sources[name] !== 'default')
    .map((name) => ({ name, value: values[name], source: sources[name] }));
}

/** Lists of URLs without what stands before `@` in them. */
function withoutUsers(value: string): string {
  return value.replace(/(:\/\/|^)[^\s/?#,|@]*:[^\s/?#,|]*@/g, '$1***@').replace(/(https?:\/\/)[^\s/?#,|]*@/gi, '$1***@');
}
