import { fromEnvironmentOnly, type SettingLayers, settingNames } from './settings.ts';

/** A value that stands somewhere and does not count. */
export interface HiddenSetting {
  readonly name: string;
  readonly value: string;
  readonly source: string;
  readonly because: string;
}

/** What was written for the go command and has no effect, and why. */
export function hiddenSettings({ environment = {}, file = {} }: SettingLayers): HiddenSetting[] {
  const hidden: HiddenSetting[] = [];
  for (const name of settingNames()) {
    const written = file[name];
    const source = 'go env file';
    if (written) {
      if (fromEnvironmentOnly.has(name)) hidden.push({ name, value: written, source, because: 'it is read from the environment only' });
      else if (environment.GOENV === 'off') hidden.push({ name, value: written, source, because: 'GOENV=off: the file is not read' });
      else if (environment[name])
        hidden.push({ name, value: written, source, because: 'the environment sets it, and is stronger: go env -w has no effect' });
    }
    const small = environment[name.toLowerCase()];
    if (fromEnvironmentOnly.has(name) && environment[name] && small && small !== environment[name])
      hidden.push({ name: name.toLowerCase(), value: small, source: 'environment', because: `${name} in capital letters is read first` });
  }
  return hidden;
}
