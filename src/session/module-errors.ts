import type { Said } from '../diagnose/problem.ts';
import type { Matcher } from '../match/matcher.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Unit } from '../model/finding.ts';

const mostErrors = 500;

/** Looks the errors of `go mod download -json` and `go list -m -e -json` up that stand in files beside the log. */
export function matchedErrors(files: readonly Evidence[], matcher: Matcher): Evidence[] {
  return files.map((file) => {
    if (file.kind !== 'go modules') return file;
    const broken = file.modules.filter(({ error }) => error !== null).slice(0, mostErrors);
    const found = matcher.match(broken.map(({ error, line }) => unitOf(file, error!, line)));
    return {
      ...file,
      found: broken.flatMap(({ path }, index) => found[index]!.map((one) => ({ path, finding: { ...one, file: file.name } }))),
    };
  });
}

/** As go prints it without -json. */
function unitOf(file: Evidence, error: string, number: number): Unit {
  const text = `go: ${error}`;
  const lines = text.split('\n').map((one) => ({
    number,
    offset: file.offsetOf(number),
    text: one,
    kind: 'output' as const,
    time: null,
    clock: 'order' as const,
    lane: '',
  }));
  return { text, lines, segment: -1, aboutModules: true };
}

/** Modules and packages that the messages of a log name, in their order. */
export function namedIn(said: readonly Said[]): string[] {
  const names = said.flatMap(({ units }) =>
    units.flatMap(({ findings }) =>
      findings.flatMap(({ captures }) => [captures.module, captures.module_escaped, captures.package].flatMap((one) => one?.value ?? [])),
    ),
  );
  return [...new Set(names)];
}
