import type { Language } from '../../../i18n/texts.ts';
import { renderMarkdown } from '../../../report/markdown.ts';
import type { Look } from '../../../session/growing/growing-log.ts';
import { type LogSource, logSource } from '../../log/log-source.ts';
import { reportScreen } from '../../main.ts';
import type { Screen, Shell } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { buildModel } from '../explain/build-model.ts';
import { explainScreen } from '../explain/screen.ts';
import type { Feed } from './feed.ts';
import { atMostEvery } from './frames.ts';
import { commandOf, type Effect, liveBindings } from './keys.ts';
import { liveRows } from './rows.ts';
import { type Action, chosenFinding, initialState, reduce, type State } from './state.ts';

type LiveShell = Shell<State, Action>;

export interface LiveSettings {
  readonly ascii: boolean;
  readonly language: Language;
}

/** Between two drawings when nobody touches a key. */
const frame = 100;
/** Lines a second are those of so many milliseconds. */
const rateOver = 1000;

/** What becomes of the screen when nothing more comes: it stays, the screen of the whole answer takes its place, or it closes. */
export type AtEnd = 'stays' | 'answers' | 'closes';

/** Logs while they grow: the lines, what was found in them, what to do. */
export function liveScreen(feed: Feed, { ascii, language }: LiveSettings, end: AtEnd = 'stays'): Screen<State, Action, Effect> {
  const windows = () => feed.names.map((_, file) => feed.window(file));
  let covered = false;
  let atEnd: (() => void) | null = null;
  const explain = (
    shell: LiveShell,
    { report, session }: Pick<Look, 'report'> & { session: Parameters<typeof logSource>[0] | null },
    closed: () => void,
  ) => {
    const model = buildModel(report, ascii, language);
    const log: LogSource = session ? logSource(session, model.lines, ascii) : { count: 0, lines: () => [] };
    const subject = { log, reportText: () => renderMarkdown(report, { language }) };
    cover(shell, explainScreen(session ? model : { ...model, lines: 0 }, subject), closed);
  };
  const cover = (shell: LiveShell, screen: ReturnType<typeof explainScreen>, closed: () => void) => {
    covered = true;
    shell.open({
      ...screen,
      start: () => () => {
        covered = false;
        closed();
      },
    });
  };

  return {
    name: 'live',
    initial: initialState(feed.title, feed.names, windows(), { ascii, language }),
    bindings: liveBindings,
    reduce,
    rows: liveRows,
    start(shell) {
      const speed = createSpeed(() => windows().map(({ total }) => total));
      let calm: NodeJS.Timeout | null = null;
      const grew = () =>
        shell.dispatch({ type: 'grew', windows: windows(), rates: speed(), behind: feed.names.map((_, file) => feed.behind(file)) });
      const draw = () => {
        grew();
        // Once more when nothing comes, so that the speed does not stay.
        if (calm) clearTimeout(calm);
        calm = setTimeout(grew, rateOver + frame);
      };
      const frames = atMostEvery(frame, draw);
      const stop = feed.start({
        grew: frames.touch,
        looks: (file, looks) => shell.dispatch({ type: 'looks', file, looks }),
        failed: (file, message) => shell.dispatch({ type: 'failed', file, message }),
        ended(last) {
          draw();
          shell.dispatch({ type: 'ended' });
          if (end === 'stays' || (end === 'answers' && !last)) return;
          // Only now may questions be asked: an answer ends the session.
          const show = () => {
            if (end === 'closes' || !last) return shell.leave();
            cover(shell, reportScreen(last.session, last.report, { ascii, language }), () => shell.close());
          };
          if (!covered) return show();
          shell.notice(words.live.ended);
          atEnd = show;
        },
      });
      return () => {
        frames.close();
        if (calm) clearTimeout(calm);
        stop();
      };
    },
    interrupt(shell) {
      const told = shell.state().ended ? null : (feed.interrupt?.() ?? null);
      if (told === null) shell.dispatch({ type: 'interrupted' });
      else shell.notice(told);
      return told === null;
    },
    perform(effect, shell) {
      const finding = chosenFinding(shell.state());
      if (!finding) return shell.notice(words.live.nothing);
      if (effect === 'explain')
        return explain(shell, finding, () => {
          atEnd?.();
        });
      if (effect === 'docs') return docs(finding.reading.docs[0], shell);
      return copy(
        effect === 'copy' ? commandOf(shell.state()) : renderMarkdown(finding.report, { language }),
        effect === 'copyReport',
        shell,
      );
    },
  };
}

async function copy(text: string | null, report: boolean, { world, notice }: LiveShell): Promise<void> {
  if (text === null) return notice(words.copied.nothing);
  const program = await world.copy(text);
  const what = report ? words.copied.report : text.split('\n')[0]!;
  const hint = !report && /<[a-z][\w -]*>/i.test(text) ? words.copied.fillIn : '';
  notice(`${program ? words.copied.by(program) : words.copied.asked}${hint}: ${what}`);
}

async function docs(url: string | undefined, { world, notice }: LiveShell): Promise<void> {
  if (!url) return notice(words.docs.none);
  notice((await world.openDocs(url)) ? words.docs.opening(url) : words.docs.failed(url));
}

/** Lines a second of each log, over about the last second. */
function createSpeed(totals: () => readonly number[]): () => number[] {
  let marks: { readonly at: number; readonly totals: readonly number[] }[] = [{ at: performance.now(), totals: totals() }];
  return () => {
    const at = performance.now();
    const now = totals();
    const first = marks.findLast((mark) => at - mark.at >= rateOver) ?? marks[0]!;
    marks = [...marks.filter((mark) => mark.at >= first.at), { at, totals: now }];
    const seconds = Math.max(rateOver, at - first.at) / 1000;
    return now.map((total, index) => Math.round((total - first.totals[index]!) / seconds));
  };
}
