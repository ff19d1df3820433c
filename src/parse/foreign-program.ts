/** A program that a command ran, which reads no Go modules: what it prints when it fails is its own. */
export interface ForeignProgram {
  /** `run`: built by `go run`. `own`: called by a path, as what the build made is. `format`: gofmt and its like. `other`: a well-known program. */
  readonly kind: 'run' | 'own' | 'format' | 'other';
  readonly name: string;
}

// None of these starts the go command by itself. What builds images, runs scripts or takes tasks from a file may do so, and is not here.
const others = new Set(
  (
    'kubectl oc helm kustomize kubeconform kubeval kind k3d minikube eksctl argocd flux istioctl terraform tofu terragrunt tflint tfsec checkov packer vault ansible ansible-playbook ' +
    'aws gcloud gsutil az gh glab hub s3cmd doctl flyctl heroku ssh scp sftp rsync curl wget nc ncat ping dig nslookup git svn hg gpg cosign openssl keytool ' +
    'unzip zip tar gzip xz bzip2 zstd jq yq sha256sum sha512sum sha1sum shasum md5sum cp mv rm ln mkdir rmdir chmod chown dd cat grep egrep fgrep sed awk diff cmp find ' +
    'psql pg_isready pg_ctl pg_dump createdb mysql mysqladmin mongosh redis-cli sqlite3 migrate goose atlas liquibase flyway crane skopeo oras regctl trivy grype syft snyk ' +
    'hadolint shellcheck shfmt yamllint actionlint markdownlint markdownlint-cli2 prettier eslint tsc clang-format codespell typos gitleaks commitlint flake8 pylint ruff mypy ' +
    'black rubocop spectral redocly codecov codecovcli coveralls sonar-scanner protoc buf sqlc valgrind gdb gcc g++ clang clang++ cc c++ ld cmake apt-get apt apk dnf yum brew choco pacman ' +
    'pip pip3 pipx poetry conda rustc rustup cargo javac perl gem bundle composer systemctl service grpcurl nats-server caddy envsubst xmllint'
  ).split(' '),
);
const formatters = new Set('gofmt goimports gofumpt golines gci'.split(' '));
// Of these, what the first argument asks for decides.
const asked: ReadonlyMap<string, RegExp> = new Map([
  ['docker', /^(?:push|pull|login|logout|tag|inspect|version|info|save|load|rm|rmi|network|volume|manifest|images|ps|start|stop)$/],
  ['podman', /^(?:push|pull|login|logout|tag|inspect|version|info|save|load|rm|rmi|manifest)$/],
  ['npm', /^(?:ci|i|install|publish|audit|outdated|ls|view|login|config)$/],
  ['yarn', /^(?:install|publish|audit|npm)$/],
  ['pnpm', /^(?:i|install|publish|audit)$/],
]);
// Steps of GitHub that check out, keep, upload and sign in. https://github.com/actions and those of the makers of other tools.
const action =
  /^(?:actions\/(?:checkout|upload-\w|download-\w|cache|github-script|setup-(?:node|python|java|dotnet)|labeler|stale|deploy-|configure-pages|attest|create-|first-)|codecov\/|coverallsapp\/|softprops\/|ncipollo\/|docker\/(?:login|setup|metadata)|aws-actions\/|azure\/|google-github-actions\/|peaceiris\/|slackapi\/|sonarsource\/|aquasecurity\/|github\/codeql-action\/upload|peter-evans\/|tj-actions\/|dorny\/|hashicorp\/|bufbuild\/|reviewdog\/action-(?!golangci)|webfactory\/)/i;
// `test -z "$(gofmt -l .)"`: the shell only looks whether it named a file.
const lists = /\$\((gofmt|goimports|gofumpt|gci) -\w{0,4}l\b/;
const silent = new Set(
  'cd pushd popd export unset set echo printf test [ [[ true : exit sleep source . trap wait read local return if then else elif fi for do done while until case esac { } ( ) tee head tail sort uniq wc tr cut'.split(
    ' ',
  ),
);
const before =
  /^(?:(?:[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|[^\s"']*)|time|timeout(?: -\S{1,40}){0,4} \d[\d.]{0,8}[smhd]?|sudo|env|exec|command|nice|nohup|!|then|do|else|if|while) +)+/;
const path = /^(?:\.{0,2}|~|[\w.-]{1,60})(?:\/[\w.-]{1,100}){1,12}$/;
const script = /\.(?:sh|bash|zsh|py|rb|pl|js|mjs|ts|php|lua|ps1|cmd|bat|go|run)$/;
// Scripts and tools that bear no ending; they may start the go command.
const maybeScript =
  /^(?:go[\d.]*|modwhy|gradlew|mvnw|configure|build|make|test|tests|ci|run|install|setup|bootstrap|task|mage|just|bazel\w*|dev|lint|check|verify|release|deploy|generate|update\w*|golangci-lint|goreleaser|ko|ginkgo|gotestsum|staticcheck|govulncheck|mockgen|wire|stringer|ba?sh|zsh|python\d?|node)(?:[-_.]|$)/;

/**
 * The program by whose failure a command fails, when that is one that never runs the go command. Of a script the last command counts: go would have said why it failed.
 * @param command as the log shows it: what a shell runs, or the name of a step's action
 */
export function foreignProgram(command: string): ForeignProgram | null {
  if (action.test(command)) return { kind: 'other', name: command.split(/[@\s]/, 1)[0]! };
  let last: ForeignProgram | null = null;
  let ranOne = false;
  for (const part of command.slice(0, 4000).split(/\n|&&|\|\||[;|]/)) {
    const words = part.trim().replace(before, '').split(/\s+/, 40);
    const name = words[0]!;
    if (name === '' || name.startsWith('#') || name.startsWith('-') || silent.has(name)) continue;
    last = programOf(name, words);
    ranOne = true;
  }
  const listed = ranOne ? null : lists.exec(command)?.[1];
  return listed === undefined || listed === null ? last : { kind: 'format', name: listed };
}

function programOf(name: string, words: readonly string[]): ForeignProgram | null {
  if (name === 'go') return words[1] === 'run' ? { kind: 'run', name: 'go run' } : null;
  if (others.has(name)) return { kind: 'other', name };
  if (formatters.has(name)) return { kind: 'format', name };
  const first = words.find((word, index) => index > 0 && !word.startsWith('-'));
  const fitting = asked.get(name);
  if (fitting) return first !== undefined && fitting.test(first) ? { kind: 'other', name: `${name} ${first}` } : null;
  if (!path.test(name) || script.test(name) || maybeScript.test(name.slice(name.lastIndexOf('/') + 1))) return null;
  return { kind: 'own', name };
}
