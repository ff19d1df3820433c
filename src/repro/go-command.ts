/** A go command that a log shows, as words that are safe to type again. */
export interface GoCommand {
  /** Settings that stood before it. */
  readonly assignments: readonly string[];
  /** `go`, the command and its arguments, with -x where the command knows it. */
  readonly words: readonly string[];
  /** `build`, `mod tidy` */
  readonly name: string;
  /** Modules with a version that it was given. */
  readonly queries: readonly string[];
}

// Nothing that a shell would take apart.
const word = /^[A-Za-z0-9_./:=@~+,%^<>-]{1,300}$/;
// None with credentials: hidden, they would be no longer what they were.
const assignment = /^(?:GO[A-Z0-9]{1,20}|CGO_ENABLED)=[A-Za-z0-9_./:=~+,*-]{0,300}$/;
// cmd/go: commands with the flag -x. `go mod tidy` and `go mod graph` have it since Go 1.18.
const withTrace = new Set(['build', 'test', 'vet', 'install', 'run', 'get', 'list', 'generate', 'mod download', 'mod tidy', 'mod graph']);
const known =
  /^(?:build|test|vet|install|run|get|list|generate|env|version|mod (?:download|tidy|vendor|verify|why|graph|init|edit)|work (?:sync|use|vendor))$/;

/**
 * The go command in what was typed or run by a script: the last one, since what follows a failed one does not run.
 * @param text one command a line, pipes and redirections behind it
 * @returns null when there is none, or it has words that are not safe to repeat
 */
export function goCommandIn(text: string): GoCommand | null {
  for (const line of text.split(/\n|&&|;/).toReversed()) {
    const found = read(line);
    if (found) return found;
  }
  return null;
}

function read(line: string): GoCommand | null {
  const words = line
    .replace(/\s(?:\d?>{1,2}|\||<).*$/, '')
    .trim()
    .replace(/^(?:sudo|time|env|exec)\s+/, '')
    .split(/\s+/);
  const start = words.findIndex((one) => !/^[A-Za-z_][A-Za-z0-9_]*=/.test(one));
  if (start < 0 || words[start] !== 'go') return null;
  const rest = words.slice(start + 1);
  const count = rest[0] === 'mod' || rest[0] === 'work' ? 2 : 1;
  const name = rest.slice(0, count).join(' ');
  if (!known.test(name) || !rest.every((one) => word.test(one))) return null;
  const given = rest.slice(count);
  const traced = withTrace.has(name) && !given.includes('-x') ? ['-x', ...given] : given;
  return {
    assignments: words.slice(0, start).filter((one) => assignment.test(one)),
    words: ['go', ...rest.slice(0, count), ...traced],
    name,
    queries: given.filter((one) => /^[^-]\S*@\S+$/.test(one)),
  };
}
