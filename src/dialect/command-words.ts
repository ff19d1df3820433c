const assignments =
  /^(?:(?:[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|[^\s"']*)|time|sudo(?: -E)?|env|exec|(?:[\w.~$/-]{0,200}\/)?modwhy run(?: -[^;|&]{0,200}?)? --) +)*/;
const goCommand =
  /^(?:[\w.~$/-]*\/)?go(?:1\.\d+(?:\.\d+)?)? (build|test|get|mod|install|run|vet|list|generate|env|work|tool|version|clean|fmt)(?= |$)/;
const ends = /^ *(?:$|[-./~$"'|;&>#]|\d>|<)/;
const modCommand = /^ (?:download|tidy|vendor|verify|init|graph|edit|why)(?= |$|;)/;
const workCommand = /^ (?:sync|use|init|edit|vendor)(?= |$|;)/;
const argument = /^ \S*[/@*]|^ \S+\.go\b|^ (?:all|std|cmd|tool)$/;
const word = /^[\w.+-]+$/;
const path = /^(?:\.{0,2}|~|\$\w+|\$\{\w+\}|bin|scripts?|tools?|hack|ci|build)\/\S+$/;
const prose =
  / (?:can|cannot|flags?|requires?|is|was|are|must|fails?|failed|does|should|needs|has|no longer|when|and|in|on)(?: |$)|[。，：！]/;
const sourceFile = /\.(?:go|mod|sum|ya?ml|json|md|txt)(?: \(new\))?$/;

const known = new Set(
  (
    'go git make docker podman buildah kaniko cd echo export set unset source test mkdir rm cp mv ls cat tee grep sed awk find xargs curl wget tar unzip ' +
    'npm npx yarn pnpm node python python3 pip pip3 pipenv poetry mvn gradle bazel cargo rustup gcc g++ clang cmake ninja apt apt-get apk yum dnf brew pacman ' +
    'chmod chown sudo su env eval exec time sleep kill sh bash zsh pwd printf touch which command true false exit ' +
    'golangci-lint gofmt goimports staticcheck govulncheck ginkgo gotestsum goreleaser mockgen protoc buf ko task just mage helm kubectl kind terraform ansible ssh scp ' +
    'pre-commit gmake bazelisk tkn gopls rsync ln head tail sort uniq wc diff patch whoami id uname hostname trap modwhy nix nix-build direnv asdf mise gvm dlv air gomobile wails tinygo ' +
    'openssl systemctl shellcheck yamllint actionlint hadolint psql redis-cli kustomize crane skopeo cosign gpg jq yq aws gcloud az gh tofu trivy valgrind gdb svn sha256sum'
  ).split(' '),
);

/** A line that is nothing but a call of the go command, as make and scripts echo it. Prose and error messages that start with the same words are not. */
export function isGoCommand(text: string): boolean {
  if (!text.includes('go ') && !text.includes('go1.')) return false;
  const set = assignments.exec(text)![0].length;
  const rest = set > 0 ? text.slice(set) : text;
  const match = goCommand.exec(rest);
  // `$WORK` is the go command's own echo with -x: still output of the command above.
  if (!match || rest.includes(': ') || rest.endsWith(':') || rest.includes('$WORK') || prose.test(rest)) return false;
  const tail = rest.slice(match[0].length);
  if (set > 0) return true;
  if (match[1] === 'mod' || match[1] === 'work') {
    const sub = (match[1] === 'mod' ? modCommand : workCommand).exec(tail);
    if (!sub) return false;
    const after = tail.slice(sub[0].length);
    return ends.test(after) || argument.test(after);
  }
  if (match[1] === 'env') return tail === '' || /^ (?:-|[A-Z])/.test(tail);
  if (match[1] === 'tool') return /^ [\w.-]+(?: |$)/.test(tail);
  return ends.test(tail) || argument.test(tail);
}

/** Text after a prompt or `+` that a person or a script could have run. */
export function isCommandLike(text: string): boolean {
  const set = assignments.exec(text)![0].length;
  const rest = text.slice(set);
  const space = rest.search(/[\s;|&)]/);
  const first = space < 0 ? rest : rest.slice(0, space);
  if (first === '') return set > 0;
  if (known.has(first)) return true;
  if (/^[A-Za-z_]\w*\+?=/.test(first)) return true;
  if (first.startsWith('[') || first.startsWith('(')) return first === '[' || first === '[[';
  const after = space < 0 ? '' : rest.slice(space).trimStart();
  if (path.test(first)) return !/^v\d/.test(after) && !sourceFile.test(rest);
  return word.test(first) && /^[a-z]/.test(first) && (after === '' ? first.length > 1 && !first.includes('.') : /^[-./$"'|]/.test(after));
}
