import type { CauseRule } from './schema.ts';

type Remedy = CauseRule['remedies'][number];
type Step = Remedy['steps'][number];

// Lists that others have entries in: who sets one must keep them.
const LISTS = ['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB', 'GOINSECURE', 'GOVCS', 'GOFLAGS', 'NO_PROXY'];
// Settings that are better looked at first.
const LOOKED_AT = [...LISTS, 'GOPROXY', 'GOAUTH'];
// What gives something up: a check, all of a cache, a setting of every project of this user.
const COSTLY = [
  /^go env -w (?:GOPRIVATE|GONOPROXY|GONOSUMDB|GOINSECURE)=|^go env -w GOSUMDB=off/,
  /^go clean -modcache/,
  /^git config --global/,
  /^set (?:GOINSECURE|GONOSUMDB|GOPRIVATE)=/,
];
const FEWEST_WORDS = 5;

/** What is wrong with a remedy that no scenario of the fault lab can prove, in words: what to fill in, what to look at first, what it costs. */
export function lintRemedy(remedy: Remedy): string[] {
  const problems: string[] = [];
  const typed = remedy.steps.map(typedWords);
  const all = remedy.steps.map(textOf).join('\n');
  if (remedy.applicability === 'placeholder' && !/<[^<>\s][^<>]{2,}>|\{[a-z_]+\}/.test(all))
    problems.push('is a placeholder, and nothing is to be filled in');
  for (const [, words = ''] of all.matchAll(/<([^<>]*)>/g))
    if (/^(?:value|values|name|x+|\.{3}|…|todo)$/i.test(words.trim())) problems.push(`<${words}> does not say what belongs there`);
  for (const step of remedy.steps)
    if ('manual' in step && step.manual.split(/\s+/).length < FEWEST_WORDS)
      problems.push(`"${step.manual}" does not say who does what, and where`);
  for (const [index, words] of typed.entries()) {
    const [, name, value] = /^(?:go env -w|set) ([A-Z_0-9]+)=(.*)$/s.exec(words) ?? [];
    if (name === undefined || value === undefined) continue;
    if (LISTS.includes(name) && !/<existing>|<other |_existing/.test(value) && !whollyOwn(value))
      problems.push(`sets ${name} without what is there already`);
    if (
      remedy.applicability === 'placeholder' &&
      LOOKED_AT.includes(name) &&
      !typed.slice(0, index).some((earlier) => looksAt(earlier, name))
    )
      problems.push(`sets ${name} without a step before that looks at it`);
  }
  if (!remedy.price && typed.some((words) => COSTLY.some((costly) => costly.test(words))))
    problems.push('gives something up and names no price');
  return problems;
}

/** `go env GOPROXY`, or `env` for variables of other programs. */
function looksAt(words: string, name: string): boolean {
  return words === 'env' || (words.startsWith('go env ') && !words.startsWith('go env -') && words.split(' ').includes(name));
}

/** A list that is meant to hold nothing else. */
function whollyOwn(value: string): boolean {
  return /^<[^<>]+>(?:\/\*)?$/.test(value);
}

function typedWords(step: Step): string {
  if ('run' in step) return step.run.join(' ');
  return 'set-env' in step ? `set ${step['set-env'].name}=${step['set-env'].value}` : '';
}

function textOf(step: Step): string {
  if ('manual' in step) return step.manual;
  if ('edit-file' in step) return Object.values(step['edit-file']).join(' ');
  return [typedWords(step), ...('run' in step ? Object.values(step.env ?? {}) : [])].join(' ');
}
