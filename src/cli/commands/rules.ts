import { openBook } from '../../browse/book.ts';
import { type Entry, findEntry } from '../../browse/find.ts';
import { loadExamples } from '../../catalog/examples.ts';
import { loadPack } from '../../catalog/load.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { entryText, listText } from '../../tui/screens/rules/entry-text.ts';
import { speakLanguage } from '../../tui/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import type { Options } from '../options.ts';
import { openOutput } from '../output.ts';
import { screenSettings, wantsScreen } from '../screen.ts';

/**
 * `modwhy causes [CODE|SLUG|FAMILY]` and `modwhy rules [ID]`: what modwhy knows, on a screen or as text.
 * @throws ModwhyError E_USAGE for a name that no rule has
 */
export async function runRules(options: Options, io: Io): Promise<number> {
  const kind = options.command === 'causes' ? 'causes' : 'signals';
  if (options.format !== 'text')
    throw new ModwhyError('E_USAGE', say`modwhy ${options.command} prints text only, found --format ${options.format}`);
  if (options.operands.length > 1)
    throw new ModwhyError('E_USAGE', say`modwhy ${options.command} takes one name, found ${options.operands.length}`);
  await speakLanguage(options.language);
  const book = openBook(loadPack(options.language), loadExamples());
  const [name] = options.operands;
  const entry = name === undefined ? null : findEntry(book, name);
  const family = name === undefined || entry ? [] : book.causes.filter(({ id }) => id.startsWith(`${name}.`));
  if (name !== undefined && !entry && family.length === 0) throw unknownName(name, [...book.causes, ...book.signals]);
  if (family.length === 0 && wantsScreen(options, 1, io)) {
    const { showOnTerminal } = await import('../../tui/on-terminal.ts');
    const { rulesScreen } = await import('../../tui/screens/rules/screen.ts');
    try {
      await showOnTerminal(rulesScreen(book, kind, name ?? null, options.language), screenSettings(options, io));
      return EXIT.done;
    } catch (error) {
      if (!(error instanceof ModwhyError) || error.code !== 'E_TERMINAL') throw error;
    }
  }
  const output = openOutput(options.output, [], io);
  output.write(entry ? entryText(entry, options.language) : listText(family.length > 0 ? family : book[kind], book));
  output.close();
  return EXIT.done;
}

function unknownName(name: string, entries: readonly Entry[]): ModwhyError {
  const names = entries.flatMap((entry) => (entry.kind === 'cause' ? [entry.code, entry.id] : [entry.id]));
  const near = nearest(name.toLowerCase(), names) ?? nearest(name.toUpperCase(), names);
  const hint = near ? say`, did you mean ${near}?` : say`; all of them: modwhy causes, modwhy rules`;
  return new ModwhyError('E_USAGE', say`no cause and no signal is named "${name}"${hint}`);
}
