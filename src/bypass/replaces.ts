import type { BypassTexts } from '../i18n/en-bypass.ts';
import type { Weakening } from '../model/bypass.ts';
import { parseGoMod } from '../parse/go-mod.ts';
import { runStep } from '../remedy/step.ts';
import type { ProjectFile } from './ci-file.ts';

/** The replace lines of go.mod. Source: https://go.dev/ref/mod#go-mod-file-replace */
export function weakReplaces({ name, text, since }: ProjectFile, words: BypassTexts): Weakening[] {
  return parseGoMod(text).replaces.map(({ from, to, line }) => {
    const replaced = from.version === null ? from.path : `${from.path}@${from.version}`;
    const target = to.version === null ? to.path : `${to.path} ${to.version}`;
    return {
      id: `replace:${replaced}`,
      kind: 'replace',
      scope: 'project',
      place: name,
      line,
      what: `replace ${replaced} => ${target}`,
      because: to.version === null ? words.because['replace-folder'] : words.because['replace-module'],
      since,
      end: [
        runStep(['go', 'mod', 'edit', `-dropreplace=${replaced}`], {}, { cwd: '.', changes: ['go.mod'] }),
        runStep(['go', 'mod', 'tidy'], {}, { cwd: '.', changes: ['go.mod', 'go.sum'] }),
      ],
    };
  });
}
