import { historyEnglish } from '../../i18n/en-history.ts';
import { ModwhyError } from '../../model/error.ts';
import type { HistoryReport } from '../../model/history-report.ts';
import { say } from '../../model/said.ts';
import { guardJson } from '../../report/guard.ts';
import { openStore } from '../../store/open.ts';
import { placeOf } from '../../store/place.ts';
import { EXIT } from '../exit.ts';
import { type Asked, askCompare, askedOf, askPrune, askShow, askTop, askTrend } from '../history/questions.ts';
import { askUnexplained } from '../history/unexplained.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import type { Options } from '../options.ts';
import { openOutput } from '../output.ts';
import { loadSettings } from '../run/settings.ts';

const actions: Readonly<Record<string, (asked: Asked) => Promise<HistoryReport>>> = {
  top: askTop,
  trend: askTrend,
  show: askShow,
  compare: askCompare,
  prune: askPrune,
  unexplained: askUnexplained,
};
const formats: readonly string[] = ['text', 'json', 'ndjson', 'markdown', 'html'];

/**
 * `modwhy history [top|trend|show|compare|prune|unexplained]`: what many scanned logs say together.
 * @throws ModwhyError E_USAGE for words and flags that are none of these | E_STORE
 */
export async function runHistory(options: Options, io: Io): Promise<number> {
  const [action = 'top', ...operands] = options.operands;
  const ask = Object.hasOwn(actions, action) ? actions[action]! : null;
  if (ask === null) {
    const near = nearest(action, Object.keys(actions));
    throw new ModwhyError(
      'E_USAGE',
      say`modwhy history: expected top, trend, show, compare, prune or unexplained, found "${action}"${near ? say`, did you mean ${near}?` : ''}`,
    );
  }
  if (!formats.includes(options.format))
    throw new ModwhyError(
      'E_USAGE',
      say`modwhy history: --format expected text, json, ndjson, markdown or html, found "${options.format}"`,
    );
  if (options.format === 'html' && action !== 'top')
    throw new ModwhyError('E_USAGE', say`modwhy history ${action}: --format html is the page of modwhy history top`);
  if (action !== 'unexplained' && options.history.drafts !== null)
    throw new ModwhyError('E_USAGE', say`--drafts is a flag of modwhy history unexplained, not of modwhy history ${action}`);
  if (action !== 'show' && operands.length > 0)
    throw new ModwhyError('E_USAGE', say`modwhy history ${action} takes no more words, found "${operands[0]!}"`);
  const place = placeOf(options.history.store, io.env);
  const store = await openStore(options.history.store, io.env, { make: false });
  try {
    const retention = action === 'prune' ? (await loadSettings(options, io)).settings.historyKeep.value : null;
    const asked = { ...(await askedOf(store, place.name, options.history, operands)), retention };
    const output = openOutput(options.output, place.kind === 'file' ? [place.file] : [], io);
    output.write(
      options.format === 'html'
        ? await (await import('../history/page.ts')).historyPage(asked, options)
        : await rendered(await ask(asked), options, io),
    );
    output.close();
  } finally {
    await store.close();
  }
  return EXIT.done;
}

async function rendered(report: HistoryReport, options: Options, io: Io): Promise<string> {
  if (options.format === 'json') return `${guardJson(JSON.stringify(report, null, 2))}\n`;
  if (options.format === 'ndjson') return (await import('../../report/history-ndjson.ts')).renderHistoryNdjson(report);
  const words = options.language === 'zh' ? (await import('../../i18n/zh-history.ts')).historyChinese : historyEnglish;
  if (options.format === 'markdown') return (await import('../../report/history-markdown.ts')).renderHistoryMarkdown(report, words);
  const width = options.output === null && io.stdoutIsTerminal ? io.columns : undefined;
  return (await import('../../report/history-text.ts')).renderHistoryText(report, {
    ascii: options.ascii,
    words,
    ...(width === undefined ? {} : { width }),
  });
}
