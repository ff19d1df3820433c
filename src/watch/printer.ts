import type { Look } from '../session/growing/growing-log.ts';

/** What a reader who sees only text is told, and when. */
export interface Answers {
  /** The failure is complete: the log says so itself, or the build is over. `mayChange`: nothing came for a while. */
  failed(file: number, look: Look, mayChange: boolean): void;
  /** The build got over what was told last. */
  wentOn(file: number, look: Look): void;
}

interface Told {
  build: number;
  sign: string;
}

/** So long nothing has to come until a failure that the log does not end is told, in milliseconds. */
export const silence = 2000;

/** Chooses the looks that are worth printing: each answer once. */
export function createPrinter(files: number, answers: Answers) {
  const told: (Told | null)[] = Array.from({ length: files }, () => null);
  const waiting: (NodeJS.Timeout | null)[] = Array.from({ length: files }, () => null);
  const tell = (file: number, look: Look, mayChange: boolean) => {
    const sign = signOf(look);
    const before = told[file];
    if (before?.build === look.build && before.sign === sign) return;
    if (look.report.verdict !== 'no-failure') answers.failed(file, look, mayChange);
    else if (before?.build === look.build) answers.wentOn(file, look);
    else return;
    told[file] = { build: look.build, sign };
  };
  const calm = (file: number) => {
    if (waiting[file]) clearTimeout(waiting[file]);
    waiting[file] = null;
  };
  return {
    looks(file: number, looks: readonly Look[]): void {
      calm(file);
      for (const [index, look] of looks.entries()) {
        if (look.final || look.failed) tell(file, look, false);
        else if (index === looks.length - 1) waiting[file] = setTimeout(() => tell(file, look, true), silence);
      }
    },
    close(): void {
      for (const file of waiting.keys()) calm(file);
    },
  };
}

/** What a reader would do differently. */
function signOf({ report }: Look): string {
  const terminal = report.incidents.filter((incident) => incident.terminal);
  return JSON.stringify([
    report.verdict,
    terminal.map(({ fingerprint, hypotheses }) => [fingerprint, hypotheses[0]?.cause, hypotheses[0]?.label]),
  ]);
}
