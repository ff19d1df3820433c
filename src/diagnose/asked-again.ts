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
  const got = new Set(others.flatMap(pathsOf));
  const last = others.map(firstLine).reduce((most, line) => Math.max(most, line), 0);
  const gaveUp = others.filter(({ units }) => units.some(({ text }) => notGot.test(text)));
  const firstGaveUp = gaveUp.map(firstLine).reduce((least, line) => Math.min(least, line), Number.POSITIVE_INFINITY);
  return new Set(
    wanted.filter((problem) => {
      // A go.mod that must be brought up to date names no module: there, what was said later answers.
      if (causeOf(problem) === 'gomod.updates-needed') return last > firstLine(problem);
      // In GOPATH mode a package is not found after its download has failed.
      if (causeOf(problem) === 'env.go111module') return firstGaveUp < firstLine(problem);
      return pathsOf(problem).some((path) => upwards(path).some((above) => got.has(above)));
    }),
  );
}

function firstLine({ units }: Problem): number {
  return units[0]!.lines[0]!.number;
}

function causeOf({ candidates }: Problem): string {
  return candidates[0]!.cause.id;
}

/** A path and those above it. */
function upwards(path: string): string[] {
  return [path, ...Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index))];
}

/** The modules and packages that its messages name; a host alone is none. */
function pathsOf({ findings, candidates }: Problem): string[] {
  const named = [...findings.map(({ captures }) => captures), capturesOf(candidates[0]!)];
  const values = named.flatMap(({ module, package: path }) => [module?.value, path?.value]);
  return values.filter((value) => value !== undefined).filter((value) => value.includes('/'));
}
