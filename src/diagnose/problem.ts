import type { Finding, Segment, Unit } from '../model/finding.ts';
import { type Kind, kindOf } from './kind.ts';
import { type Candidate, type CauseSource, rankCauses } from './ledger.ts';
import type { OpenQuestion } from './questions/choose.ts';
import { isShownText } from './shown-text.ts';
import { saidByTest } from './test-quote.ts';

/** One independent problem in one segment: units that have one cause, or causes that explain each other. */
export interface Problem {
  readonly segment: Segment;
  readonly units: Unit[];
  readonly findings: Finding[];
  /** What others saw and the message only quotes: it counts for nothing, and the report says why. */
  readonly hearsay: Finding[];
  /** What files beside the log show about it. */
  facts: readonly Finding[];
  candidates: Candidate[];
  /** What would decide it, where its candidates do not. */
  questions: readonly OpenQuestion[];
  kind: Kind;
  terminal: boolean;
  recovered: boolean;
}

/** The number of the first line that a message of a problem begins on. */
export function firstLineOf(units: Problem['units']): number {
  return units.reduce((least, unit) => Math.min(least, unit.lines[0]!.number), Number.POSITIVE_INFINITY);
}

/** The number of the last line of the messages of a problem. */
export function lastLineOf(units: Problem['units']): number {
  return units.reduce((most, unit) => Math.max(most, unit.lines.at(-1)!.number), 0);
}

/** What one segment said: its units on which something fired, and what. */
export interface Said {
  readonly segment: Segment;
  readonly units: readonly { readonly unit: Unit; readonly findings: readonly Finding[] }[];
}

/**
 * Groups the failing units of a segment into problems.
 * @param context findings from anywhere in the log that only support; they count for every problem
 * @param factsOf what files beside the log show about a problem
 * @param waits units of a trace that count where nothing else failed
 */
export function findProblems(
  said: Said,
  context: readonly Finding[],
  causes: CauseSource,
  factsOf: (problem: Problem) => readonly Finding[],
  waits: (said: Said) => Said['units'] = () => [],
): Problem[] {
  const problems: Problem[] = [];
  const take = ({ unit, findings }: Said['units'][number]) => {
    let errors = findings.filter((finding) => finding.signal.role === 'error' && finding.share > 0);
    if (errors.length === 0) return;
    let top = rankCauses(errors, causes)[0];
    if (top && !top.cause.id.startsWith('not-module.') && errors.some(saidByTest)) {
      errors = errors.filter((finding) => !saidByTest(finding));
      top = rankCauses(errors, causes)[0];
    }
    if (!top) return;
    const hearsay = findings.filter((finding) => finding.reduced === 'hearsay' && finding.signal.role === 'error');
    const home = problems.find((problem) => belongs(top, unit, problem));
    if (home) {
      home.units.push(unit);
      home.findings.push(...errors);
      home.hearsay.push(...hearsay);
      return;
    }
    problems.push({
      segment: said.segment,
      units: [unit],
      findings: [...errors],
      hearsay: [...hearsay],
      facts: [],
      candidates: [top],
      questions: [],
      kind: 'module-failure',
      terminal: false,
      recovered: false,
    });
  };
  for (const one of said.units) if (!isTrace(one.unit.text) && !isShownText(one.unit)) take(one);
  if (problems.every((problem) => isQuit(problem) || isEnd(problem))) {
    const waited = waits(said);
    if (waited.length > 0) problems.length = 0;
    for (const one of waited) take(one);
  }
  for (const problem of problems) {
    problem.facts = factsOf(problem);
    const ranked = rankCauses([...problem.findings, ...context], causes, problem.facts);
    // Units that speak against each other's causes leave the first one's.
    if (ranked.length > 0) problem.candidates = ranked;
    problem.kind = kindOf(problem.candidates[0]!.cause.id, problem.segment, problem.units);
  }
  return problems;
}

/** Somebody asked the Go runtime for a dump (`kill -QUIT`, Ctrl-\\): what it shows is no error of the program. runtime/signal_unix.go */
function isQuit({ candidates: [top], units }: Problem): boolean {
  return top!.cause.id === 'not-module.runtime-error' && units[0]!.text.startsWith('SIGQUIT: quit');
}

// They say that somebody or a limit ended the job, and not what it waited for.
const ends: ReadonlySet<string> = new Set(['infra-cancelled', 'infra-time-limit']);

function isEnd({ findings }: Problem): boolean {
  return findings.every(({ signal }) => ends.has(signal.id));
}

/** What `-x` prints of each request: a server that fails there may be followed by one that answers. cmd/go/internal/web, `# get`. */
function isTrace(text: string): boolean {
  return text.startsWith('# get ');
}

/** The same cause, or one that explains the other. What a test prints of the network is its own; what the go command prints is not the test's. */
function belongs(top: Candidate, unit: Unit, problem: Problem): boolean {
  const lead = problem.candidates[0]!;
  if (top.cause === lead.cause) return true;
  if (!explains(top, lead) && !explains(lead, top)) return false;
  const mixed = top.cause.id.startsWith('not-module.') !== lead.cause.id.startsWith('not-module.');
  return !mixed || ![unit, ...problem.units].some(({ aboutModules }) => aboutModules);
}

function explains(one: Candidate, other: Candidate): boolean {
  return one.cause.links.some(
    ({ type, target }) =>
      type === 'explains' && (target === other.cause.id || (target.endsWith('.*') && other.cause.id.startsWith(target.slice(0, -1)))),
  );
}
