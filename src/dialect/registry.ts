import { act } from './act.ts';
import { azurePipelines } from './azure-pipelines.ts';
import { bazel } from './bazel.ts';
import { bitbucket } from './bitbucket.ts';
import { buildkit } from './buildkit.ts';
import { buildkite } from './buildkite.ts';
import { circleci } from './circleci.ts';
import { codebuild } from './codebuild.ts';
import { compose } from './compose.ts';
import { cri } from './cri.ts';
import { dependabot } from './dependabot.ts';
import type { Dialect } from './dialect.ts';
import { docker } from './docker.ts';
import { dockerJson } from './docker-json.ts';
import { drone } from './drone.ts';
import { githubActions } from './github-actions.ts';
import { githubCli } from './github-cli.ts';
import { githubWeb } from './github-web.ts';
import { gitlab } from './gitlab.ts';
import { goJson } from './go-json.ts';
import { goModuleJson } from './go-module-json.ts';
import { goPackages } from './go-packages.ts';
import { googleCloudBuild } from './google-cloud-build.ts';
import { gopls } from './gopls.ts';
import { goreleaser } from './goreleaser.ts';
import { gotestsum } from './gotestsum.ts';
import { jenkins } from './jenkins.ts';
import { journald } from './journald.ts';
import { kaniko } from './kaniko.ts';
import { kubernetes } from './kubernetes.ts';
import { leftOut } from './left-out.ts';
import { make } from './make.ts';
import { nix } from './nix.ts';
import { own } from './own.ts';
import { powershell } from './powershell.ts';
import { preCommit } from './pre-commit.ts';
import { quote } from './quote.ts';
import { renovate } from './renovate.ts';
import { shell } from './shell.ts';
import { structured } from './structured.ts';
import { syslog } from './syslog.ts';
import { tail } from './tail.ts';
import { teamcity } from './teamcity.ts';
import { tekton } from './tekton.ts';
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
  // Where the log was kept: containers, pods, the system.
  dockerJson,
  journald,
  syslog,
  cri,
  kubernetes,
  tekton,
  dependabot,
  compose,
  structured,
  // What ran in it.
  docker,
  buildkit,
  leftOut,
  kaniko,
  bazel,
  nix,
  goreleaser,
  preCommit,
  gopls,
  renovate,
  goPackages,
  goJson,
  goModuleJson,
  gotestsum,
  own,
  powershell,
  quote,
  make,
  shell,
];
