import { causeTitles } from '../../catalog/cause-titles.ts';
import { loadPack } from '../../catalog/load.ts';
import type { ScanTexts } from '../../i18n/en-scan.ts';
import { loadLanguage, textsOf } from '../../i18n/texts.ts';
import { fileInput } from '../../ingest/file.ts';
import { ModwhyError } from '../../model/error.ts';
import type { ScanEvents } from '../../scan/scan.ts';
import { keptText } from '../../scan/stored.ts';
import { createSession } from '../../session/session.ts';
import type { ScanModel } from '../../tui/screens/scan/model.ts';
import type { ScanSource } from '../../tui/screens/scan/screen.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { readInput } from '../read-input.ts';
import { screenSettings } from '../screen.ts';
import { told } from '../told.ts';
import { version } from '../version.ts';
import { createLiveModel } from './live-model.ts';

const redraw = 150;

/** The scan behind the screen. */
export interface ShownScan {
  readonly words: ScanTexts;
  readonly workers: number;
  /** Reads everything; ends early after `stop`. */
  read(events: ScanEvents): Promise<unknown>;
  stop(): void;
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
  const [{ showOnTerminal }, { scanScreen }, { speakLanguage }, { reportScreen }] = await Promise.all([
    import('../../tui/on-terminal.ts'),
    import('../../tui/screens/scan/screen.ts'),
    import('../../tui/words.ts'),
    import('../../tui/main.ts'),
  ]);
  await speakLanguage(language);
  const pack = loadPack(language);
  const titles = causeTitles(pack);
  const live = createLiveModel({
    target: options.operands.map(keptText).join(' '),
    workers: scan.workers,
    titleOf: (cause) => titles.get(cause)?.title ?? cause,
    texts: textsOf(language),
    noFailure: scan.words.totals.noFailure,
    told: ({ said, message }) => told(said ?? new Error(message)),
  });
  let phase: ScanModel['phase'] = 'reading';
  let changed: (model: ScanModel) => void = () => {};
  let drawn = 0;
  const tell = () => {
    if (phase === 'reading' && performance.now() - drawn < redraw) return;
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
  }
  if (failure !== null) throw failure;
  return true;
}
