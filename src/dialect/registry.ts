import { azurePipelines } from './azure-pipelines.ts';
import { buildkit } from './buildkit.ts';
import type { Dialect } from './dialect.ts';
import { docker } from './docker.ts';
import { githubActions } from './github-actions.ts';
import { githubCli } from './github-cli.ts';
import { gitlab } from './gitlab.ts';
import { goJson } from './go-json.ts';
import { gotestsum } from './gotestsum.ts';
import { jenkins } from './jenkins.ts';
import { leftOut } from './left-out.ts';
import { make } from './make.ts';
import { own } from './own.ts';
import { powershell } from './powershell.ts';
import { quote } from './quote.ts';
import { shell } from './shell.ts';
import { tail } from './tail.ts';
import { timestamps } from './timestamps.ts';

/** All dialects, outermost first: each sees what the ones before have left. */
export const dialects: readonly Dialect[] = [
  tail,
  githubCli,
  timestamps,
  azurePipelines,
  githubActions,
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
