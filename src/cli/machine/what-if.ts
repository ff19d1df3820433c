import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { type SettingLayers, settingNames } from '../../route/settings.ts';
import { nearest } from '../nearest.ts';

/**
 * The settings with each `NAME=VALUE` in the environment, which is the strongest place.
 * @throws ModwhyError E_USAGE for what is no assignment, or no setting that a route depends on
 */
export function withAssignments(layers: SettingLayers, assignments: readonly string[]): SettingLayers {
  const environment = { ...layers.environment };
  const known = [...settingNames(), 'GOENV'] as const;
  for (const text of assignments) {
    const at = text.indexOf('=');
    const name = at < 0 ? text : text.slice(0, at);
    const setting = known.find((one) => one === name || (/_PROXY$/.test(one) && one.toLowerCase() === name));
    if (setting === undefined) {
      const near = nearest(name.toUpperCase(), known);
      throw new ModwhyError('E_USAGE', say`--what-if: no route depends on "${name}"${near ? say`, did you mean ${near}?` : ''}`);
    }
    if (at < 0) throw new ModwhyError('E_USAGE', say`--what-if needs NAME=VALUE, found "${text}"; an empty value unsets it`);
    delete environment[setting.toLowerCase()];
    environment[setting] = text.slice(at + 1);
  }
  return { ...layers, environment };
}
