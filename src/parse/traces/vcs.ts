import type { SpanSubject, TraceDecoder, TraceMark } from '../../model/trace-mark.ts';

const longest = 300;
const mostFolders = 1000;
// cmd/go/internal/modfetch/codehost: `run` prints a command before it runs, and with its seconds after it ended, however it ended.
const ran = /^(\d{1,7}\.\d{3})s # (?:cd (.{1,1000}?); )?((?:git|hg|svn|bzr|fossil) .+)$/;
const runs = /^cd (.{1,1000}?); ((?:git|hg|svn|bzr|fossil) .+)$/;
// `WorkDir` names the repository of a folder. Up to Go 1.17 `# lock FILE` has no line end, so that this may stand behind it.
const made = /(?:^|\.lock)mkdir -p (\S{1,1000}) # (?:git|hg|svn|bzr|fossil)\d* (\S{1,1000})$/;
const reused = /(?:^|\.lock)# (\S{1,1000}) for (?:git|hg|svn|bzr|fossil)\d* (\S{1,1000})$/;
const overNetwork = new Set(['ls-remote', 'fetch', 'clone', 'pull', 'checkout', 'info']);

/** The commands of version control that `go -x` shows, with the repositories of their folders. */
export function createVcsReader(): TraceDecoder {
  const repositories = new Map<string, string>();
  const subjectOf = (folder: string, command: string): SpanSubject => {
    const what = verbOf(command);
    const named = /\b(?:https?|ssh|git):\/\/\S+/.exec(command)?.[0];
    const repository = named ?? repositories.get(folder) ?? null;
    const away = overNetwork.has(what) && repository !== null;
    return { kind: 'vcs', what, host: away ? hostOf(repository) : null, module: null, version: null, text: shown(command, repository) };
  };
  const read = (text: string): TraceMark | null => {
    const end = text.includes('s # ') ? ran.exec(text) : null;
    if (end) {
      const [, seconds, folder = '', command = ''] = end;
      const ended = { ms: Math.round(Number(seconds) * 1000), status: null, outcome: 'ended', error: null } as const;
      return { trace: 'go -x', is: 'end', key: `${folder}; ${command}`, subject: subjectOf(folder, command), end: ended };
    }
    const start = text.startsWith('cd ') ? runs.exec(text) : null;
    if (start) return { trace: 'go -x', is: 'begin', key: `${start[1]}; ${start[2]}`, subject: subjectOf(start[1]!, start[2]!) };
    const folder = (text.includes('mkdir -p ') ? made.exec(text) : null) ?? (text.includes(' for ') ? reused.exec(text) : null);
    if (!folder) return null;
    if (repositories.size >= mostFolders) repositories.clear();
    repositories.set(folder[1]!, folder[2]!);
    return { trace: 'go -x', is: 'other' };
  };
  return {
    read(text) {
      const mark = read(text);
      return mark === null ? [] : [mark];
    },
  };
}

/** The subcommand: options, and the values of `-c`, stand before it. */
function verbOf(command: string): string {
  const words = command.split(' ', 12).slice(1);
  const at = words.findIndex((word, index) => !word.startsWith('-') && words[index - 1] !== '-c');
  return /^[a-z-]{1,30}$/.exec(words[at] ?? '')?.[0] ?? 'other';
}

/** The folder has a hash for a name, so the repository stands in its place. */
function shown(command: string, repository: string | null): string {
  return (repository === null || command.includes(repository) ? command : `${command} (${repository})`).slice(0, longest);
}

function hostOf(repository: string): string | null {
  const found = /^[a-z+]{2,20}:\/\/(?:[^/@]*@)?([^/]+)/.exec(repository) ?? /^(?:[^/@:]+@)?([^/:]+):/.exec(repository);
  return found ? found[1]!.slice(0, longest) : null;
}
