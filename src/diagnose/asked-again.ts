import type { Problem } from './problem.ts';
import { capturesOf } from './subject.ts';

// Causes for which go names the command that gets what is missing.
const advised: ReadonlySet<string> = new Set([
  'resolve.missing-require',
  'checksum.missing-entry',
  'gomod.updates-needed',
  'env.go111module',
]);
// What can come of that command: it asked for a module, and did not get it.
const outcome = /^(?:resolve|vcs|auth|goproxy|network|tls|checksum|zip)\./;
// cmd/go/internal/get, the old `go get`: it goes on with the packages that it could not download.
const notGot = /(?:^package |[\t ]imports )\S{1,200}: (?:exit status |unrecognized import path )/m;

/**
 * Problems for which go advised to get something, where another problem shows what came of it: its message says more than the advice.
 * cmd/go/internal/modload, ImportMissingError and ImportMissingSumError: `to add it: go get …`; goModDirtyError: `to update it: go mod tidy`.
 */
export function askedAgain(problems: readonly Problem[]): ReadonlySet<Problem> {
  const wanted = problems.filter((problem) => advised.has(causeOf(problem)));
  if (wanted.length === 0) return new Set();
  const others = problems.filter((problem) => problem.terminal && outcome.test(causeOf(problem)) && !advised.has(causeOf(problem)));
  return new Set(wanted.filter((problem) => others.some((other) => answers(other, problem))));
}

/**
 * A go.mod that must be brought up to date names no module: there, what was said later answers.
 * In GOPATH mode a package is not found after its download has failed.
 */
function answers(other: Problem, wanted: Problem): boolean {
  if (causeOf(wanted) === 'gomod.updates-needed') return firstLine(other) > firstLine(wanted);
  if (causeOf(wanted) === 'env.go111module')
    return firstLine(other) < firstLine(wanted) && other.units.some(({ text }) => notGot.test(text));
  return sameModule(pathsOf(wanted), pathsOf(other));
}

function firstLine({ units }: Problem): number {
  return units[0]!.lines[0]!.number;
}

function causeOf({ candidates }: Problem): string {
  return candidates[0]!.cause.id;
}

function sameModule(wanted: readonly string[], got: readonly string[]): boolean {
  return wanted.some((path) => got.some((other) => path === other || path.startsWith(`${other}/`)));
}

/** The modules and packages that its messages name; a host alone is none. */
function pathsOf({ findings, candidates }: Problem): string[] {
  const named = [...findings.map(({ captures }) => captures), capturesOf(candidates[0]!)];
  const values = named.flatMap(({ module, package: path }) => [module?.value, path?.value]);
  return values.filter((value) => value !== undefined).filter((value) => value.includes('/'));
}
