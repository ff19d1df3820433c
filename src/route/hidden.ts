import type { RouteTexts } from '../i18n/en-route.ts';
import { fromEnvironmentOnly, type SettingLayers, settingNames } from './settings.ts';

/** A value that stands somewhere and does not count. */
export interface HiddenSetting {
  readonly name: string;
  readonly value: string;
  readonly source: string;
  readonly because: string;
}

/** What was written for the go command and has no effect, and why. */
export function hiddenSettings({ environment = {}, file = {} }: SettingLayers, words: RouteTexts['hidden']): HiddenSetting[] {
  const hidden: HiddenSetting[] = [];
  for (const name of settingNames()) {
    const written = file[name];
    const source = 'go env file';
    if (written) {
      if (fromEnvironmentOnly.has(name)) hidden.push({ name, value: written, source, because: words.environmentOnly });
      else if (environment.GOENV === 'off') hidden.push({ name, value: written, source, because: words.goenvOff });
      else if (environment[name]) hidden.push({ name, value: written, source, because: words.stronger });
    }
    const small = environment[name.toLowerCase()];
    if (fromEnvironmentOnly.has(name) && environment[name] && small && small !== environment[name])
      hidden.push({ name: name.toLowerCase(), value: small, source: 'environment', because: words.capitals(name) });
  }
  return hidden;
}
