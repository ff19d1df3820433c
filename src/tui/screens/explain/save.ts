import type { Shell } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import type { SaveFormat, Subject } from './subject.ts';

type SavingShell = Pick<Shell<never, never>, 'ask' | 'notice' | 'world'>;
type Saved = Pick<Subject, 'formats' | 'file'>;

/** Asks for a format and a file, and once more before a file is overwritten. */
export function saveReport(subject: Saved, shell: SavingShell): void {
  const formats = subject.formats ?? [];
  const [first] = formats;
  if (!first) return;
  const names = formats.map(({ name }) => name).join(', ');
  shell.ask({
    label: words.save.format(names),
    text: first.name,
    submit(text) {
      const format = formats.find(({ name }) => name === text.trim());
      if (format) askFile(format, subject, shell);
      else shell.notice(words.save.badFormat(text, names));
    },
  });
}

function askFile(format: SaveFormat, subject: Saved, shell: SavingShell): void {
  shell.ask({
    label: words.save.file,
    text: `modwhy-report.${format.ending}`,
    submit: (file) => (file.trim() === '' ? undefined : write(file.trim(), format, false, subject, shell)),
  });
}

async function write(file: string, format: SaveFormat, overwrite: boolean, subject: Saved, shell: SavingShell): Promise<void> {
  const result = shell.world.save(file, await format.text(), overwrite, subject.file ?? null);
  if (result === 'saved') return shell.notice(words.save.saved(file));
  if (result === 'is-log') return shell.notice(words.save.isLog(file));
  if (result !== 'exists') return shell.notice(words.save.failed(result.failed));
  shell.ask({
    label: words.save.exists(file),
    submit: (answer) =>
      answer.trim().toLowerCase() === 'yes' ? write(file, format, true, subject, shell) : shell.notice(words.save.kept(file)),
  });
}
