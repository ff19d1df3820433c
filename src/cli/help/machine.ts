import { spoken } from '../told.ts';
import { columns, flagRowsOf, type HelpTopics, prose } from './rows.ts';

/** Help about what this machine has and can reach. */
export const machineTopics: HelpTopics = {
  cache: () => [
    spoken("modwhy cache [DIR] - what is damaged or left over in go's caches"),
    '',
    ...columns([
      ['modwhy cache', 'GOMODCACHE and GOCACHE of this machine'],
      ['modwhy cache /mnt/ci/go', 'a GOMODCACHE, GOCACHE or GOPATH elsewhere'],
      ['modwhy cache --deep --with go.sum', 'all contents, compared with this go.sum'],
    ]),
    '',
    ...prose(
      'Nothing is written, locked or started; go may run meanwhile. Links are not followed.',
      'Each finding names the files, the cause that explain gives for the error of go, and the',
      'narrowest commands that end it. Lock files of go lie there always: who holds one, the',
      'system tells (/proc on Linux). The go.sum of this folder is compared when there is one.',
      'Without --deep the 5,000 newest versions or 1 GiB of them are hashed, and what go.sum names.',
    ),
    '',
    ...flagRowsOf('cache'),
  ],
  route: () => [
    spoken('modwhy route MODULE[@VERSION] - which servers go asks for a module, and why'),
    '',
    ...columns([
      ['modwhy route example.com/lib@v1.2.3', 'with the settings of this machine'],
      ['modwhy route example.com/lib --with env.txt', 'with those of another one: go env > env.txt'],
      ['modwhy route example.com/lib --what-if GOPROXY=direct', 'what a setting would change'],
    ]),
    '',
    ...prose(
      'In the order in which go asks: the servers of GOPROXY, the repository, the checksum',
      'database, each with the setting that sends it there, the forward proxy on the way,',
      'the login that goes along (its place, never its value), and what makes go ask the',
      'next one. Files are read as text; no server is asked and no program is started:',
      'whether they answer is what modwhy doctor looks at.',
    ),
    '',
    ...flagRowsOf('route'),
  ],
  doctor: () => [
    spoken('modwhy doctor [MODULE[@VERSION]] - from here to the module, step by step'),
    '',
    ...columns([
      ['modwhy doctor', 'the first module of go.mod, or a public one'],
      ['modwhy doctor example.com/lib@v1.2.3', 'this module'],
      ['modwhy doctor --preflight --download', 'in CI, before a build'],
    ]),
    '',
    ...prose(
      'It goes the way that modwhy route shows: forward proxy, GOPROXY servers,',
      'checksum database, cache, repository. Each step is shown before it runs; on a',
      'terminal it asks first. Only these hosts are asked, never an address of the link',
      'or of cloud metadata. No login is sent but one that stands in the URL of GOPROXY',
      'or HTTPS_PROXY, to that host. git and go run in an empty folder, without settings',
      'that start programs. The last lines are the cause and what to do; --format json',
      'is evidence for modwhy explain --with.',
    ),
    '',
    ...flagRowsOf('doctor'),
  ],
  bypass: () => [
    spoken('modwhy bypass [list|add|end] - what weakens checks here, since when, until when'),
    '',
    ...columns([
      ['modwhy bypass', 'each one with what it switches off'],
      ['modwhy bypass add ID --owner NAME ...', 'record one that is wanted'],
      ['modwhy bypass end ID', 'how to end it; removes the record'],
      ['modwhy bypass --fail-on any', 'in CI: exit 1 when one is overdue or not recorded'],
    ]),
    '',
    ...prose(
      "Looked at are the environment, the go env file, git's configuration files, CI",
      'files and Dockerfiles of this project, and the replace lines of go.mod. Nothing',
      'is started and nothing is ended: the steps are shown. Records about this machine',
      "stand in the user's state folder, those about the project in .modwhy/bypasses.yaml;",
      'they cannot speak for the machine. With --here, modwhy explain and modwhy run',
      'name what is overdue or not recorded.',
    ),
    '',
    ...flagRowsOf('bypass'),
  ],
};
