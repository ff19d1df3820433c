import type { Report } from '../model/report.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Session } from '../session/types.ts';
import { openDocs } from './browser.ts';
import { buildModel } from './build-model.ts';
import { copyWithProgram, osc52 } from './clipboard.ts';
import { glyphsOf } from './glyphs.ts';
import { openKeyboard } from './keyboard.ts';
import { logSource } from './log-source.ts';
import type { Model } from './model.ts';
import { show } from './show.tsx';
import { themeOf } from './theme.ts';

export interface ScreenOptions {
  readonly session: Session;
  readonly report: Report;
  readonly name: string;
  readonly color: boolean;
  readonly ascii: boolean;
}

/**
 * Shows one report until the reader leaves.
 * @returns the exit code
 * @throws ModwhyError E_TERMINAL when there is no terminal to read keys from; whatever went wrong while drawing
 */
export async function runScreen({ session, report, color, ascii }: ScreenOptions): Promise<number> {
  const keyboard = openKeyboard(() => process.stdin, process.stdin.isTTY ?? false, process.platform);
  const model = buildModel(report, ascii);
  try {
    await show(
      {
        model,
        log: logSource(session, model.lines, ascii),
        glyphs: glyphsOf(ascii),
        theme: themeOf(color),
        world: { copy, openDocs, reportText: () => renderMarkdown(report) },
        suspend: process.platform === 'win32' ? null : () => void process.kill(process.pid, 'SIGSTOP'),
      },
      { stdin: keyboard.stream, stdout: process.stdout },
    );
  } finally {
    keyboard.close();
  }
  process.stdout.write(`${summaryLine(model)}\n`);
  return 0;
}

/** Both ways: the terminal's may be switched off, the program's may not be there. */
async function copy(text: string): Promise<string | null> {
  process.stdout.write(osc52(text));
  return copyWithProgram(text, process.platform, process.env);
}

/** The answer once more, for the scrollback: the screen takes all it showed away with it. */
function summaryLine({ name, headline, readings }: Model): string {
  const { standing, label, title, code, fix } = readings[0]!;
  if (standing === 'no-failure' || standing === 'unknown') return `modwhy: ${name}: ${headline}`;
  const cure = fix.find(({ side }) => side === 'title')?.text;
  return `modwhy: ${name}: ${label}: ${title} (${code})${cure ? `; fix: ${cure}` : ''}`;
}
