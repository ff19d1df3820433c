import type { Line } from '../model/line.ts';
import { variables } from '../settings/variables.ts';
import { normalise } from './normalise.ts';

/** What one log shows about the run beside its messages. */
export interface RunFacts {
  /** Module to its versions. */
  readonly modules: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tools: ReadonlyMap<string, string>;
  readonly settings: ReadonlyMap<string, string>;
  /** Commands and headings of steps, in their order, each once. */
  readonly steps: ReadonlyMap<string, { readonly text: string; readonly line: number }>;
}

export interface RunFactsCollector {
  take(line: Pick<Line, 'text' | 'kind' | 'number' | 'command' | 'step'>): void;
  facts(): RunFacts;
}

const most = 100_000;

// cmd/go/internal/modfetch and modget: what is fetched, found and changed.
const moduleLine =
  /^(?:go: )?(?:downloading|extracting|finding|added) (\S{1,400}) (v\S{1,200})$|^go: (?:upgraded|downgraded) (\S{1,400}) v\S{1,200} => (v\S{1,200})$|^go: found \S{1,400} in (\S{1,400}) (v\S{1,200})$/;

// What programs and CI systems print about themselves. The first group is the version.
const toolLines: readonly (readonly [name: string, word: string, pattern: RegExp])[] = [
  ['go', 'go version go', /\bgo version go(\S{1,40})/],
  ['go', 'GOVERSION', /\bGOVERSION=['"]?go([\w.]{1,40})/],
  ['git', 'git version', /\bgit version (\d[\w.]{1,40})/],
  ['docker', 'Docker version', /\bDocker version (\d[\w.]{1,40})/],
  ['gitlab-runner', 'gitlab-runner', /\bRunning with gitlab-runner (\d[\w.]{1,40})/],
  ['runner', 'Current runner version', /Current runner version: '([\w.]{1,40})'/],
  ['runner image', 'Image:', /^\s{0,4}Image: ([\w.-]{1,80})$/],
  ['image version', 'Version: 20', /^\s{0,4}Version: (20\d{6}\.\d[\w.]{0,20})$/],
  ['image', 'golang:', /\b(golang:[\w.-]{1,80})/],
  ['golangci-lint', 'golangci-lint has version', /golangci-lint has version v?(\d[\w.]{1,40})/],
  ['gcc', 'gcc', /^gcc (?:\([^)]{1,80}\) )?(\d[\w.]{1,40})/],
  ['curl', 'curl ', /^curl (\d[\w.]{1,40}) \(/],
  ['make', 'GNU Make', /^GNU Make (\d[\w.]{1,40})/],
  ['setup-go', 'Setup go version spec', /Setup go version spec (\S{1,40})/],
  ['action', 'actions/checkout@', /actions\/(checkout@\S{1,60})/],
];

// `NAME=value` of a shell and of go env, `NAME: value` of a CI system's list, `set NAME=value` of Windows.
const settingLine = /^\s{0,8}(?:export |set |ENV |\+ )?([A-Z][A-Z0-9_]{1,20})(?:=|: ?)(['"]?)(.{0,2000})\2\s{0,4}$/;

/** Collects from the lines of one log. Memory is bounded. */
export function collectRunFacts(): RunFactsCollector {
  const modules = new Map<string, Set<string>>();
  const tools = new Map<string, string>();
  const settings = new Map<string, string>();
  const steps = new Map<string, { text: string; line: number }>();
  return {
    take({ text, kind, number, command, step }) {
      if (kind === 'command' || (kind === 'heading' && step)) {
        const words = command ?? text;
        const key = normalise(words);
        if (key !== '' && !steps.has(key) && steps.size < most) steps.set(key, { text: words, line: number });
      }
      const found = text.includes(' v') ? moduleLine.exec(text) : null;
      if (found) {
        const [path, version] = [found[1] ?? found[3] ?? found[5]!, found[2] ?? found[4] ?? found[6]!];
        const versions = modules.get(path);
        if (versions) versions.add(version);
        else if (modules.size < most) modules.set(path, new Set([version]));
        return;
      }
      for (const [name, word, pattern] of toolLines) {
        const version = text.includes(word) ? pattern.exec(text)?.[1] : undefined;
        if (version !== undefined && !tools.has(name)) tools.set(name, version);
      }
      const setting = text.includes('=') || text.includes(': ') ? settingLine.exec(text) : null;
      if (setting && variables.has(setting[1]!)) settings.set(setting[1]!, setting[3]!);
    },
    facts: () => ({ modules, tools, settings, steps }),
  };
}
