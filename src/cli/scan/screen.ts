import { causeTitles } from '../../catalog/cause-titles.ts';
import { loadPack } from '../../catalog/load.ts';
import type { ScanTexts } from '../../i18n/en-scan.ts';
import { loadLanguage, textsOf } from '../../i18n/texts.ts';
import { fileInput } from '../../ingest/file.ts';
import { ModwhyError } from '../../model/error.ts';
import type { HistoryStore } from '../../model/history.ts';
import { keptText } from '../../redact/kept-text.ts';
import type { ScanEvents } from '../../scan/scan.ts';
import { createSession } from '../../session/session.ts';
import type { ScanModel } from '../../tui/screens/scan/model.ts';
import type { ScanSource } from '../../tui/screens/scan/screen.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { readInput } from '../read-input.ts';
import { screenSettings } from '../screen.ts';
import { told } from '../told.ts';
import { version } from '../version.ts';
import { fixesOf } from './fix-once.ts';
import { createLiveModel } from './live-model.ts';
import { storedGroups } from './stored-groups.ts';

const redraw = 150;

/** The scan behind the screen. */
export interface ShownScan {
  readonly words: ScanTexts;
  /** Reads everything; ends early after `stop`. */
  read(events: ScanEvents): Promise<unknown>;
  stop(): void;
  /** Ctrl+C: ends it, with the exit code of a program that was interrupted. */
  interrupt(): void;
  /** Calls when a signal ends the program. */
  onSignal(call: () => void): void;
  /** Null: nothing is kept, and so nothing is known. */
  readonly store: HistoryStore | null;
  /** Names this scan in the store. */
  readonly id: string;
  readonly shownSource: (source: string) => string;
  /** The report in a format, of what was read so far. */
  text(format: 'text' | 'markdown' | 'json'): Promise<string>;
}

/**
 * Shows a scan while it reads, until the reader leaves; what was read until then is kept.
 * @returns false when the terminal cannot show it, and nothing was read
 * @throws what ended the reading
 */
export async function showScan(scan: ShownScan, options: Options, io: Io): Promise<boolean> {
  const { language, ascii } = options;
  await loadLanguage(language);
  const [{ showOnTerminal }, { scanScreen }, { speakLanguage, words }, { reportScreen }] = await Promise.all([
    import('../../tui/on-terminal.ts'),
    import('../../tui/screens/scan/screen.ts'),
    import('../../tui/words.ts'),
    import('../../tui/main.ts'),
  ]);
  await speakLanguage(language);
  const pack = loadPack(language);
  const titles = causeTitles(pack);
  const texts = textsOf(language);
  const says = {
    titleOf: (cause: string) => titles.get(cause)?.title ?? cause,
    fixOf: fixesOf(pack, texts.sentence),
    texts,
    names: words.scan.shared,
    noFailure: scan.words.totals.noFailure,
  };
  const live = createLiveModel({
    ...says,
    target: options.operands.map(keptText).join(' '),
    told: ({ said, message }) => told(said ?? new Error(message)),
  });
  let phase: ScanModel['phase'] = 'reading';
  let changed: (model: ScanModel) => void = () => {};
  let drawn = 0;
  let later: NodeJS.Timeout | null = null;
  const tell = () => {
    const wait = phase === 'reading' ? redraw - (performance.now() - drawn) : 0;
    // Nothing may come for a long while: one log can be large.
    if (wait > 0) {
      later ??= setTimeout(() => {
        later = null;
        tell();
      }, wait + 1);
      return;
    }
    if (later) clearTimeout(later);
    later = null;
    drawn = performance.now();
    changed(live.model(phase));
  };
  let stopped = false;
  let failure: unknown = null;
  let reading: Promise<void> | null = null;
  const begin = () => {
    reading ??= scan
      .read({
        found: live.found,
        threads: live.threads,
        begins(name) {
          live.begins(name);
          tell();
        },
        known(_, found) {
          live.known(found);
          tell();
        },
        done(scanned, found) {
          live.done(scanned, found);
          tell();
        },
      })
      .catch((error: unknown) => {
        failure = error;
      })
      .then(async () => {
        if (scan.store !== null && live.knownCount() > 0 && failure === null)
          live.replace(await storedGroups(scan.store, scan.id, says, scan.shownSource));
      })
      .catch((error: unknown) => {
        failure = error;
      })
      .then(() => {
        phase = stopped ? 'stopped' : 'done';
        tell();
      });
  };
  const source: ScanSource = {
    first: live.model('reading'),
    follow(call) {
      changed = call;
      begin();
      tell();
      return () => {
        changed = () => {};
      };
    },
    stop() {
      stopped = true;
      scan.stop();
    },
    interrupt: scan.interrupt,
    onEnd: scan.onSignal,
    formats: (['text', 'markdown', 'json'] as const).map((name) => ({
      name,
      ending: { text: 'txt', markdown: 'md', json: 'json' }[name],
      text: () => scan.text(name),
    })),
    async explain({ name }) {
      const file = live.pathOf(name) ?? name;
      const linear = pack.linear ? (await import('../../match/linear.ts')).linearEngine : null;
      const session = createSession(pack, { name: name.split('!/', 1)[0]!, version, redact: options.redact, language }, linear);
      await readInput(fileInput(file), session);
      return reportScreen(session, session.report(), { ascii, language, redact: options.redact, waterfall: false }) as never;
    },
  };
  try {
    await showOnTerminal(scanScreen(source), screenSettings(options, io));
  } catch (error) {
    if (reading === null && error instanceof ModwhyError && error.code === 'E_TERMINAL') return false;
    throw error;
  } finally {
    if (phase === 'reading') scan.stop();
    await reading;
    if (later) clearTimeout(later);
  }
  if (failure !== null) throw failure;
  return true;
}
