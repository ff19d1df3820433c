import { spoken } from '../told.ts';
import { columns, type HelpTopics, prose } from './rows.ts';

/** Help about the commands that compare and look up. */
export const comparingTopics: HelpTopics = {
  env: () => [
    spoken('modwhy env - how two go env differ, and where a setting comes from'),
    '',
    ...columns([
      ['modwhy env diff laptop.txt ci.log', 'by what each difference can cause'],
      ['go env | modwhy env diff - ci.log', 'this machine and a log with a go env in it'],
      ['modwhy env why GOPROXY', 'where it comes from, and what it hides'],
      ['modwhy env why GOPROXY --with env.txt', 'what is known of another machine'],
    ]),
    '',
    ...prose(
      'Texts, JSON and the form of Windows are read. Files are read as text, and no program is',
      'started: in a folder with a go.mod even go env may download a toolchain.',
    ),
  ],
  compare: () => [
    spoken('modwhy compare GOOD BAD - where two logs, go.mod or go.sum go apart'),
    '',
    ...columns([
      ['modwhy compare good.log bad.log', 'first difference, versions, steps, settings'],
      ['modwhy compare old.mod go.mod', 'what changed, those that break builds first'],
      ['modwhy compare old.sum go.sum --with bad.log', 'what the failure is about first'],
      ['git log -p go.mod go.sum | modwhy compare - bad.log', 'the commit before the failure'],
    ]),
    '',
    ...prose(
      'Times, durations, temporary names, folders of a machine, hashes and ids are no difference,',
      'and neither is another order of the same lines: downloads and packages run side by side.',
    ),
  ],
  blame: () => [
    spoken('modwhy blame MODULE[@VERSION] - who pulls a module into the build'),
    '',
    ...columns([
      ['go mod graph | modwhy blame golang.org/x/text -', 'chains of requirements'],
      ['modwhy blame golang.org/x/text --with graph.txt', 'the same from a file'],
      ['modwhy blame golang.org/x/text', 'from the go.mod of this folder'],
    ]),
    '',
    ...prose(
      'Read are go mod graph, go list -m -json all, go list -m all, go mod why -m and go.mod, several',
      'of them together. The highest version that anybody requires is used; this names who does.',
    ),
  ],
  repro: () => [
    spoken('modwhy repro [LOG] - the commands that show a failure again'),
    '',
    ...columns([
      ['modwhy repro build.log', 'for one POSIX shell, in caches of their own'],
      ['modwhy repro build.log --with go.mod --with go.sum', 'with the lines that matter'],
      ['modwhy repro build.log -o share', 'and a folder to share, its secrets hidden'],
    ]),
    '',
    ...prose(
      'Nothing is run, and no cache is cleared. The folder of -o must be new or empty; it gets the',
      'log, the report, the commands, what was given by --with, and a list with their SHA-256.',
    ),
  ],
};
