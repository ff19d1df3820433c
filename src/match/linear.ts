import { RE2JS } from 're2js';
import type { LinearEngine } from './pattern.ts';

/** re2js: slower, but its time grows only with the length of the text. */
export const linearEngine: LinearEngine = (source) => {
  const pattern = RE2JS.compile(source, RE2JS.MULTILINE);
  const names = Object.keys(pattern.namedGroups());
  return (text) => {
    const matcher = pattern.matcher(text);
    if (!matcher.find()) return null;
    const groups: Record<string, string> = {};
    for (const name of names) {
      const value = matcher.group(name);
      if (value) groups[name] = value;
    }
    return { start: matcher.start(), end: matcher.end(), groups };
  };
};
