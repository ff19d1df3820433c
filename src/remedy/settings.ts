import type { Capture } from '../model/finding.ts';

/**
 * What rules may say about settings that were seen: `{goprivate_seen}` is the value, `{goprivate_existing}` the same with a comma
 * behind it when it is not empty, so that a list keeps what is there.
 */
export function settingCaptures(settings: ReadonlyMap<string, string>): Record<string, Capture> {
  const captures: Record<string, Capture> = {};
  for (const [name, value] of settings) {
    const key = name.toLowerCase();
    captures[`${key}_seen`] = { type: 'list', value };
    captures[`${key}_existing`] = { type: 'list', value: value === '' ? '' : `${value},` };
  }
  return captures;
}
