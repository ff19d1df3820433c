import type { Evidence } from '../model/evidence.ts';
import type { Finding, Unit } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import type { About, Seen } from './facts/fact.ts';
import { goEnvFacts } from './facts/go-env.ts';
import { goModFacts } from './facts/go-mod.ts';
import { goSumFacts } from './facts/go-sum.ts';

/** What the files beside the log show about one problem, as findings that only support: the first file that shows a fact counts. */
export function factsAbout(about: About, files: readonly Evidence[]): Finding[] {
  const findings = new Map<string, Finding>();
  for (const file of files) {
    for (const seen of factsOf(file, about)) if (!findings.has(seen.id)) findings.set(seen.id, toFinding(seen, file));
  }
  return [...findings.values()];
}

function factsOf(file: Evidence, about: About): Seen[] {
  if (file.kind === 'go env') return goEnvFacts(file, about);
  return file.kind === 'go.mod' ? goModFacts(file, about) : goSumFacts(file, about);
}

function toFinding({ id, line: number, says, captures = {} }: Seen, file: Evidence): Finding {
  const text = file.textOf(number).trim();
  const line: Line = { number, offset: file.offsetOf(number), text, kind: 'output', time: null, clock: 'order', lane: '' };
  const unit: Unit = { text, lines: [line], segment: -1, aboutModules: true };
  const signal = {
    id,
    literals: [],
    pattern: '',
    native: true,
    captures: {},
    observer: 'local',
    generic: false,
    role: 'context',
    speaks: [],
  } as const;
  return { signal, unit, start: 0, end: text.length, line, captures, observer: 'local', share: 1, reduced: null, file: file.name, says };
}
