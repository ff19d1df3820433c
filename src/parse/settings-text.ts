import type { Line } from '../model/line.ts';
import { goEnvAssignment } from './go-env-line.ts';

/** What `go env` printed, found in a text. */
export interface SettingsText {
  readonly settings: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  /** First and last line. */
  readonly from: number;
  readonly to: number;
  /** How many outputs of `go env` the text has; the longest one is taken, of two the later one. */
  readonly outputs: number;
  /** JSON without its end. */
  readonly cut: boolean;
}

const pair = /^\s{0,40}"([A-Z][A-Z0-9_]{0,40})":\s{0,4}("(?:[^"\\]|\\.){0,8000}"),?\s{0,4}$/;

interface Run {
  readonly settings: Map<string, { value: string; line: number }>;
  readonly from: number;
  to: number;
  json: boolean;
  closed: boolean;
}

/**
 * Finds the lines that `go env` or `go env -json` printed, alone or in a log. Lines that follow each other belong together.
 * @param lines without the decoration of CI systems
 * @returns null when there are none
 */
export function settingsInText(lines: readonly Pick<Line, 'number' | 'text' | 'kind'>[]): SettingsText | null {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const { number, text, kind } of lines) {
    if (text.trim() === '' || text.trim() === '{') continue;
    const json = text.includes('"') ? pair.exec(text) : null;
    const [name, value] = json ? [json[1]!, unquoted(json[2]!)] : (goEnvAssignment(text) ?? []);
    if (name === undefined || value === undefined || kind !== 'output') {
      if (run?.json && text.trim() === '}') run.closed = true;
      run = null;
      continue;
    }
    // The same name again: another output begins.
    if (run === null || run.settings.has(name))
      runs.push((run = { settings: new Map(), from: number, to: number, json: json !== null, closed: false }));
    run.settings.set(name, { value, line: number });
    run.to = number;
  }
  const ofGo = runs.filter(({ settings }) => [...settings.keys()].some((name) => /^GO[A-Z0-9]{2,20}$/.test(name)));
  const best = ofGo.reduce<Run | null>((longest, one) => (longest && longest.settings.size > one.settings.size ? longest : one), null);
  if (best === null) return null;
  const { settings, from, to, json, closed } = best;
  return { settings, from, to, outputs: ofGo.length, cut: json && !closed };
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
