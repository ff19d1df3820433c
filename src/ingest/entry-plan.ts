import { compareNames } from './entry-name.ts';
import type { Entry } from './notes.ts';

export interface Listed {
  readonly name: string;
  /** Bytes when unpacked, as the archive says. */
  readonly size: number;
}

export interface Planned<Item extends Listed> {
  readonly item: Item;
  readonly entry: Entry;
}

// What GitHub's "download log archive" holds: `0_build.txt` or, from an old service, `-1_build.txt` is a whole job; `build/2_Run go test.txt` one step
// (pkg/cmd/run/view/logs.go of GitHub's command line program); `build/system.txt` says where the job ran.
const wholeJob = /^(-?\d+)_([^/]+)\.txt$/;
const oneStep = /^([^/]+)\/(?:(\d+)_([^/]*)|(system))\.txt$/;
const markLength = 3;

/** Which files of an archive are read, in which order, and what their lines share. Each text is read once. */
export function planEntries<Item extends Listed>(items: readonly Item[]): Planned<Item>[] {
  const sorted = [...items].sort((a, b) => compareNames(a.name, b.name));
  const github = sorted.length > 0 && sorted.every(({ name }) => wholeJob.test(name) || oneStep.test(name));
  if (github && sorted.some(({ name }) => !name.endsWith('/system.txt'))) return planJobs(sorted);
  return sorted.map((item) => ({ item, entry: plainEntry(item.name) }));
}

/** A file that has nothing to do with those beside it. Its lane has no `/`, which would make it a step of a job. */
export function plainEntry(name: string): Entry {
  return { name, lane: name.replaceAll('/', ':'), log: name };
}

interface Job<Item> {
  order: number;
  whole: Item | null;
  readonly system: Item[];
  readonly steps: { readonly item: Item; readonly number: number; readonly name: string }[];
}

function planJobs<Item extends Listed>(items: readonly Item[]): Planned<Item>[] {
  const jobs = new Map<string, Job<Item>>();
  for (const item of items) {
    const whole = wholeJob.exec(item.name);
    const step = oneStep.exec(item.name);
    const name = whole?.[2] ?? step![1]!;
    const job = jobs.get(name) ?? { order: Number.POSITIVE_INFINITY, whole: null, system: [], steps: [] };
    jobs.set(name, job);
    if (whole) {
      job.whole = item;
      job.order = Number(whole[1]);
    } else if (step![4]) job.system.push(item);
    else job.steps.push({ item, number: Number(step![2]), name: step![3]! });
  }
  // A stable sort: jobs without a number stay in the order of their names.
  const ordered = [...jobs].sort(([, a], [, b]) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  return ordered.flatMap(([name, job]) => planJob(name, job));
}

function planJob<Item extends Listed>(log: string, { whole, system, steps }: Job<Item>): Planned<Item>[] {
  const planned = system.map((item) => ({ item, entry: { name: item.name, lane: `${log}/system`, log } }));
  // The whole job repeats its steps. Steps may be missing, though: then the whole is longer.
  const length = steps.reduce((sum, { item }) => sum + item.size - markLength, 0);
  if (whole !== null && (steps.length === 0 || length < whole.size - markLength))
    return [...planned, { item: whole, entry: { name: whole.name, lane: log, log } }];
  const inOrder = [...steps].sort((a, b) => a.number - b.number);
  return [...planned, ...inOrder.map(({ item, name }) => ({ item, entry: { name: item.name, lane: `${log}/${name}`, log } }))];
}
