/** One command that failed, as a terminal would show it. */
export interface Run {
  readonly command: string;
  /** What it printed, ending with a newline. */
  readonly output: string;
  readonly exitCode: number;
}

/** A form in which people meet a log. A file of `test/skins` exports a list of them as `skins`, and the matrix test does the rest. */
export interface Skin {
  readonly name: string;
  /** The dialects that the report must name, outermost first. */
  readonly dialects: readonly string[];
  /**
   * What stands around it in a stack: a `ci` skin dresses every `tool` skin too, with `wraps` as the command of its step.
   * Without it the skin stands alone.
   */
  readonly place?: 'ci' | 'tool';
  /** `tool`: the command that runs it. Its own failure line must not become a problem of its own. */
  readonly wraps?: string;
  /** `tool`: the exit code of that command; without it, that of what runs inside. */
  readonly exits?: number;
  /** What the form does not tell. `command`: no echo; `exitCode`: only that it failed, or nothing at all. */
  readonly loses?: readonly ('command' | 'exitCode')[];
  /** All that the command printed stands on one line, of which no more than 64 KiB are kept. */
  readonly onOneLine?: boolean;
  /** Writes the log of a job in which this command failed, with all that really stands around it. */
  dress(run: Run): string;
}

/** The lines of an output, each as `line` writes it, with newlines. */
export function eachLine(output: string, line: (text: string, index: number) => string): string {
  return output
    .replace(/\n$/, '')
    .split('\n')
    .map((text, index) => `${line(text, index)}\n`)
    .join('');
}
