import type { When } from './options.ts';

/** Whether to colour: the flag, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then TERM, then whether a terminal reads it. */
export function wantsColor(when: When, env: Readonly<Record<string, string | undefined>>, terminal: boolean): boolean {
  if (when !== 'auto') return when === 'always';
  if (env.NO_COLOR) return false;
  if (isOn(env.FORCE_COLOR) || isOn(env.CLICOLOR_FORCE)) return true;
  return terminal && env.TERM !== 'dumb';
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}
