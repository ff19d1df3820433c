import type { Line } from '../model/line.ts';
import type { Place } from '../model/report.ts';

// Dialects whose lines come from inside an image build.
const imageBuilds = new Set(['buildkit', 'docker', 'kaniko', 'buildah', 'podman', 'cloud-build-docker']);
const systems: Readonly<Record<string, Place>> = {
  'github-actions': 'github-actions',
  'github-cli': 'github-actions',
  act: 'github-actions',
  'gitea-actions': 'github-actions',
  gitlab: 'gitlab-ci',
  'azure-pipelines': 'azure-pipelines',
  jenkins: 'jenkins',
};
// Their settings live elsewhere than on the machine at which one sits; what to write there is their own.
const otherSystems = new Set(
  (
    'appveyor bitbucket bitbucket-pipelines buildkite circleci cirrus cloud-build codebuild codefresh codemagic concourse drone ' +
    'heroku prow render semaphore tekton teamcity travis vercel woodpecker'
  ).split(' '),
);
const windowsPath = /(?:^|[\s"'(=])[A-Za-z]:\\[^\s\\]/;

/**
 * The place of a command that failed: an image build by its own lines, then the CI system of the log, then the shell in which it was typed,
 * then Windows by the paths in what it printed.
 * @param lines what it printed about the problem, and the line that echoes it
 * @param dialects all dialects of the log, outermost first
 */
export function placeOf(lines: readonly Line[], dialects: readonly string[]): Place {
  const here = lines.flatMap((line) => line.dialects ?? []);
  if (here.some((name) => imageBuilds.has(name))) return 'dockerfile';
  for (const name of [...here].reverse().concat([...dialects].reverse())) {
    const system = Object.hasOwn(systems, name) ? systems[name] : otherSystems.has(name) ? 'ci' : undefined;
    if (system) return system;
  }
  const typed = here.findLast((name) => name === 'powershell' || name === 'cmd');
  if (typed === 'powershell' || typed === 'cmd') return typed;
  const echoed = lines.some((line) => line.kind === 'command' && line.dialects?.includes('shell'));
  return !echoed && lines.some((line) => windowsPath.test(line.text)) ? 'powershell' : 'posix';
}
