import { act } from './act.ts';
import { azurePipelines } from './azure-pipelines.ts';
import { bitbucket } from './bitbucket.ts';
import { buildkit } from './buildkit.ts';
import { buildkite } from './buildkite.ts';
import { circleci } from './circleci.ts';
import { codebuild } from './codebuild.ts';
import type { Dialect } from './dialect.ts';
import { docker } from './docker.ts';
import { drone } from './drone.ts';
import { githubActions } from './github-actions.ts';
import { githubCli } from './github-cli.ts';
import { githubWeb } from './github-web.ts';
import { gitlab } from './gitlab.ts';
import { goJson } from './go-json.ts';
import { googleCloudBuild } from './google-cloud-build.ts';
import { gotestsum } from './gotestsum.ts';
import { jenkins } from './jenkins.ts';
import { leftOut } from './left-out.ts';
import { make } from './make.ts';
import { own } from './own.ts';
import { powershell } from './powershell.ts';
import { quote } from './quote.ts';
import { shell } from './shell.ts';
import { tail } from './tail.ts';
import { teamcity } from './teamcity.ts';
import { timestamps } from './timestamps.ts';
import { travis } from './travis.ts';

/** All dialects, outermost first: each sees what the ones before have left. */
export const dialects: readonly Dialect[] = [
  tail,
  githubCli,
  timestamps,
  buildkite,
  teamcity,
  googleCloudBuild,
  codebuild,
  drone,
  act,
  travis,
  circleci,
  bitbucket,
  azurePipelines,
  githubActions,
  githubWeb,
  gitlab,
  jenkins,
  docker,
  buildkit,
  leftOut,
  goJson,
  gotestsum,
  own,
  powershell,
  quote,
  make,
  shell,
];
