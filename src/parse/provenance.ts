/** What a log says about the run that wrote it. */
export interface Provenance {
  /** The first time at the beginning of a line that is certainly UTC, in milliseconds since 1970. */
  readonly at: number | null;
  /** With its repository where the log names both, since every repository has a job `build`. */
  readonly job: string | null;
  /** Where the log names it; of GitHub without its owner, where only the folder of the runner says it. */
  readonly repository: string | null;
  readonly commit: string | null;
  readonly runner: string | null;
  /** Such as `run:1234`, in the order of the table below; each once. */
  readonly ids: readonly string[];
}

interface Rule {
  /** One of them stands in every text that the pattern fits: looking for them costs little. */
  readonly words: readonly string[];
  readonly pattern: RegExp;
  readonly field: 'job' | 'repository' | 'commit' | 'runner' | `id:${string}`;
}

interface System {
  /** One of these stands at the beginning of its logs. */
  readonly marks: readonly string[];
  readonly rules: readonly Rule[];
}

const marksIn = 4096;
const mostIds = 16;
const longest = 200;

const systems: readonly System[] = [
  {
    // actions/runner, src/Runner.Worker/JobExtension.cs.
    marks: ['Current runner version: ', 'Requested labels: ', 'Runner name: ', '##[group]'],
    rules: [
      { words: ['Complete job name: '], pattern: /Complete job name: ([^\r\n]{1,200})/, field: 'job' },
      { words: ['Runner name: '], pattern: /Runner name: '([^'\r\n]{1,200})'/, field: 'runner' },
      { words: ['Machine name: '], pattern: /Machine name: '([^'\r\n]{1,200})'/, field: 'runner' },
      // actions/checkout, src/git-source-provider.ts: the first one is the repository of the job.
      { words: ['Syncing repository: '], pattern: /Syncing repository: ([^\s/]{1,100}\/[^\s/]{1,100})/, field: 'repository' },
      // actions/runner, src/Runner.Worker/TrackingManager.cs: the repository has a folder of its name in one of its name.
      {
        words: ['/work/', '/__w/', '/_work/', ':\\a\\', '\\_work\\'],
        pattern: /(?:\/_?work\/|\/__w\/|:\\a\\|\\_work\\)([\w.-]{1,100})[/\\]\1(?![\w.-])/,
        field: 'repository',
      },
      // actions/checkout, src/git-command-manager.ts (log1): the command is echoed, its output follows.
      {
        words: [' log -1 --format='],
        pattern: /\blog -1 --format='?%H'?\r?\n(?:\d{4}-\d\d-\d\dT[\d:.]{8,20}Z )?'?([0-9a-f]{40})\b/,
        field: 'commit',
      },
    ],
  },
  {
    // gitlab-runner, common/build.go and common/build_logger.go; shells/abstract.go writes the line of the checkout.
    marks: ['Running with gitlab-runner '],
    rules: [
      {
        words: [' on '],
        pattern: /Running with gitlab-runner [^\n]{1,200}\n(?:[^\n]{0,60}? )?on ([^\s,]{1,200}) [\w-]{4,20}\b/,
        field: 'runner',
      },
      { words: ['Checking out '], pattern: /Checking out ([0-9a-f]{7,40}) as /, field: 'commit' },
      // git, builtin/init-db.c. common/build.go (ProjectUniqueDir): shared folders have the runner and the place of the build before the project.
      {
        words: [' Git repository in '],
        pattern:
          / Git repository in (?:[^\r\n]{0,200}?[/\\]builds\/[\w-]{4,20}\/\d{1,4}\/|[^\r\n]{0,200}?\/builds\/)([^\r\n]{1,200}?)\/\.git\//,
        field: 'repository',
      },
      { words: ['-project-'], pattern: /runner-[\w-]{4,30}-project-(\d{1,12})-concurrent-\d/, field: 'id:project' },
    ],
  },
  {
    // Jenkins: ExecutorStepExecution of workflow-durable-task-step, AbstractBuild's messages, GitSCM of the git plugin.
    marks: ['Started by ', '[Pipeline] ', 'Building remotely on ', 'Building on the ', 'Building in workspace '],
    rules: [
      { words: ['Running on '], pattern: /^(?:\[[^\]\n]{1,40}\] )?Running on ([^\r\n]{1,150}?) in [/A-Z]/m, field: 'runner' },
      {
        words: ['Building remotely on '],
        pattern: /^Building remotely on ([^\s(]{1,150})(?: \([^)\n]{0,200}\))? in workspace /m,
        field: 'runner',
      },
      {
        words: [' in '],
        pattern:
          /^(?:Running on [^\r\n]{1,150}? in|Building [^\r\n]{1,300}?in workspace) (?:[^\r\n]{0,300}?[/\\])?workspace[/\\]([^\r\n@]{1,200})/m,
        field: 'job',
      },
      { words: ['Checking out Revision '], pattern: /Checking out Revision ([0-9a-f]{40})\b/, field: 'commit' },
    ],
  },
  {
    // Azure Pipelines: azure-pipelines-agent, src/Misc/layoutbin/en-US/strings.json (AgentName, AgentMachineName).
    marks: ['##[section]Starting: ', "Agent name: '"],
    rules: [
      // src/Agent.Plugins/GitSourceProvider.cs.
      { words: ['Syncing repository: '], pattern: /Syncing repository: ([^\r\n(]{1,200}?) \(/, field: 'repository' },
      { words: ["Agent name: '"], pattern: /Agent name: '([^'\r\n]{1,200})'/, field: 'runner' },
      { words: ["Agent machine name: '"], pattern: /Agent machine name: '([^'\r\n]{1,200})'/, field: 'runner' },
    ],
  },
];

// In logs of any system. git, builtin/checkout.c: "HEAD is now at"; variables as their systems document them, where somebody prints them.
const everywhere: readonly Rule[] = [
  { words: ['HEAD is now at '], pattern: /HEAD is now at ([0-9a-f]{7,40})\b/, field: 'commit' },
  {
    words: ['GITHUB_SHA', 'CI_COMMIT_SHA', 'DRONE_COMMIT_SHA'],
    pattern: /\b(?:GITHUB_SHA|CI_COMMIT_SHA|DRONE_COMMIT_SHA)(?:=|: ?)["']?([0-9a-f]{40})\b/,
    field: 'commit',
  },
  {
    words: ['GIT_COMMIT', 'BUILDKITE_COMMIT', 'BITBUCKET_COMMIT', 'TRAVIS_COMMIT'],
    pattern: /\b(?:GIT_COMMIT|BUILDKITE_COMMIT|BITBUCKET_COMMIT|TRAVIS_COMMIT)(?:=|: ?)["']?([0-9a-f]{40})\b/,
    field: 'commit',
  },
  { words: ['CIRCLE_SHA1'], pattern: /\bCIRCLE_SHA1(?:=|: ?)["']?([0-9a-f]{40})\b/, field: 'commit' },
  {
    words: ['GITHUB_REPOSITORY', 'CI_PROJECT_PATH', 'BITBUCKET_REPO_FULL_NAME', 'DRONE_REPO', 'TRAVIS_REPO_SLUG'],
    pattern:
      /\b(?:GITHUB_REPOSITORY|CI_PROJECT_PATH|BITBUCKET_REPO_FULL_NAME|DRONE_REPO|TRAVIS_REPO_SLUG)(?:=|: ?)["']?([\w.-]{1,100}(?:\/[\w.-]{1,100}){1,8})/,
    field: 'repository',
  },
  { words: ['CI_JOB_NAME'], pattern: /\bCI_JOB_NAME(?:=|: ?)["']?([^"'\r\n]{1,200})/, field: 'job' },
  { words: ['GITHUB_RUN_ID'], pattern: /\bGITHUB_RUN_ID(?:=|: ?)["']?(\d{1,20})\b/, field: 'id:run' },
  { words: ['CI_PIPELINE_ID'], pattern: /\bCI_PIPELINE_ID(?:=|: ?)["']?(\d{1,20})\b/, field: 'id:pipeline' },
  { words: ['CI_JOB_ID'], pattern: /\bCI_JOB_ID(?:=|: ?)["']?(\d{1,20})\b/, field: 'id:job' },
  { words: ['BUILD_BUILDID'], pattern: /\bBUILD_BUILDID(?:=|: ?)["']?(\d{1,20})\b/, field: 'id:build' },
  { words: ['BUILDKITE_BUILD_ID'], pattern: /\bBUILDKITE_BUILD_ID(?:=|: ?)["']?([0-9a-f-]{36})\b/, field: 'id:build' },
  // A link to the run, as many tools print it.
  { words: ['/actions/runs/'], pattern: /\/actions\/runs\/(\d{1,20})\b/, field: 'id:run' },
  { words: ['/-/pipelines/'], pattern: /\/-\/pipelines\/(\d{1,20})\b/, field: 'id:pipeline' },
  { words: ['/-/jobs/'], pattern: /\/-\/jobs\/(\d{1,20})\b/, field: 'id:job' },
  // W3C Trace Context.
  { words: ['traceparent'], pattern: /\btraceparent["']?(?:=|: ?)["']?00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}\b/i, field: 'id:trace' },
];

/** In small letters: a text without any of them, in letters of any case, says no more than a time. */
export const provenanceHints: readonly string[] = [...systems.flatMap(({ marks }) => marks), ...everywhere.flatMap(({ words }) => words)]
  .map((text) => text.toLowerCase())
  .filter((text, at, all) => all.indexOf(text) === at);

const utc = /^[^\n]{0,24}?((?:19|20)\d\d-[01]\d-[0-3]\d)[T ]([0-2]\d:[0-5]\d:[0-6]\d)(\.\d{1,9})?(?:Z|\+00:00| UTC)/m;

/**
 * Reads the beginning of a log. What is not said there stays null: nothing is guessed.
 * @param head some ten thousand bytes, each of them a character @param hinted false: none of `provenanceHints` stands in it
 */
export function readProvenance(head: string, hinted = true): Provenance {
  const start = head.slice(0, marksIn);
  if (!hinted) return { at: timeIn(start), job: null, repository: null, commit: null, runner: null, ids: [] };
  const own = systems.find(({ marks }) => marks.some((mark) => start.includes(mark)));
  const found = new Map<string, string>();
  const ids: string[] = [];
  for (const { words, pattern, field } of own ? [...own.rules, ...everywhere] : everywhere) {
    if (found.has(field) || !words.some((word) => head.includes(word))) continue;
    const bytes = pattern.exec(head)?.[1]?.trim();
    if (!bytes) continue;
    const value = textOf(bytes);
    found.set(field, value.slice(0, longest));
    if (field.startsWith('id:') && ids.length < mostIds) ids.push(`${field.slice(3)}:${value.slice(0, longest)}`);
  }
  const field = (name: string) => found.get(name) ?? null;
  const [repository, name] = [field('repository'), field('job')];
  const job = repository === null || name === null ? name : jobIn(repository, name);
  return { at: timeIn(start), job, repository, commit: field('commit'), runner: field('runner'), ids };
}

/** A job of a repository: every repository has a job `build`. */
export function jobIn(repository: string, job: string): string {
  return `${repository}: ${job}`.slice(0, longest);
}

/** What stands in a head whose characters are the bytes of the log. */
function textOf(bytes: string): string {
  return /[\x80-\xff]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes;
}

function timeIn(start: string): number | null {
  const [, day, time, fraction = ''] = utc.exec(start) ?? [];
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T${time}${fraction.slice(0, 4)}Z`);
  return Number.isNaN(at) ? null : at;
}

const endings = /\.(?:log|txt|out|gz|tgz|zst|zip|tar|html?)$/i;

/** What all runs of a job have in common in the names of their logs: what is left without numbers, dates and hashes. */
export function jobOfName(name: string): string | null {
  let bare = name.replaceAll('\\', '/');
  while (endings.test(bare)) bare = bare.replace(endings, '');
  const parts = bare
    .split('/')
    .map((part) =>
      part
        .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '')
        .replace(/\b(?=[a-f]*\d)[0-9a-f]{7,64}\b/gi, '')
        .replace(/\d{4}[-_.]?\d\d[-_.]?\d\d(?:[T_ -]\d\d[-_.:]?\d\d(?:[-_.:]?\d\d)?(?:\.\d{1,9})?Z?)?/g, '')
        .replace(/\d+/g, '')
        .replace(/[-_.#]{2,}/g, '-')
        .replace(/^[-_.# ]+|[-_.# ]+$/g, ''),
    )
    .filter((part) => part !== '' && part !== '!');
  return parts.length === 0 ? null : parts.join('/').slice(-longest);
}
