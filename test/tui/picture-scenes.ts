import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Book, openBook } from '../../src/browse/book.ts';
import { loadExamples } from '../../src/catalog/examples.ts';
import { loadPack } from '../../src/catalog/load.ts';
import { type Language, textsOf } from '../../src/i18n/texts.ts';
import { linearEngine } from '../../src/match/linear.ts';
import { createSession } from '../../src/session/session.ts';
import { reportScreen } from '../../src/tui/main.ts';
import { buildModel } from '../../src/tui/screens/explain/build-model.ts';
import type { Feed } from '../../src/tui/screens/live/feed.ts';
import { liveScreen } from '../../src/tui/screens/live/screen.ts';
import { pasteScreen } from '../../src/tui/screens/paste/screen.ts';
import { rulesScreen } from '../../src/tui/screens/rules/screen.ts';
import { scanScreen } from '../../src/tui/screens/scan/screen.ts';
import type { Screen } from '../../src/tui/shell/screen.ts';
import { shownWindow } from '../../src/watch/shown.ts';
import { createSource } from '../../src/watch/source.ts';
import { reading } from './scan-sample.ts';

type AnyScreen = Screen<unknown, unknown, unknown>;

/** A screen of a real log in a language, and the keys that lead to what is looked at. */
export interface PictureScene {
  readonly screen: (language: Language) => AnyScreen;
  readonly keys?: readonly string[];
  /** Time that the screen takes to say what it knows, in milliseconds. */
  readonly takes?: number;
}

const privateModule = 'samples/auth/private-dependency-in-actions.log';
const unknown = 'samples/unknown/output-clipped-by-buildkit.log';
/** A resolver that answers nothing: whether it is the server or the network, the log does not say. */
const unresolved = `$ go mod download
go: example.com/shop@v1.0.0: Get "https://proxy.golang.org/example.com/shop/@v/v1.0.0.mod": dial tcp: lookup proxy.golang.org on 127.0.0.53:53: server misbehaving
`;

function sessionOf(language: Language, name: string, bytes: Uint8Array) {
  const session = createSession(loadPack(language), { name, version: '0', language }, linearEngine);
  session.push(bytes);
  return session;
}

function explained(language: Language, name: string, bytes: Uint8Array): AnyScreen {
  const session = sessionOf(language, name, bytes);
  return reportScreen(session, session.report(), { ascii: false, language }) as unknown as AnyScreen;
}

const ofFile =
  (file: string) =>
  (language: Language): AnyScreen =>
    explained(language, file, readFileSync(file));

/** The log has ended, so that no speed stands there: it is different in every run. */
function live(language: Language): AnyScreen {
  const source = createSource('ci/agent.log', () => sessionOf(language, 'ci/agent.log', Buffer.alloc(0)), textsOf(language).watch.remark);
  source.bytes(readFileSync(privateModule));
  const feed: Feed = {
    title: 'watch',
    names: ['ci/agent.log'],
    window: () => shownWindow(source),
    behind: () => 0,
    start(listener) {
      listener.looks(0, source.log.look());
      listener.ended(null);
      return () => {};
    },
  };
  return liveScreen(feed, { ascii: false, language }) as unknown as AnyScreen;
}

function paste(language: Language): AnyScreen {
  return pasteScreen({
    ascii: false,
    hide: (text) => text,
    async explain(text) {
      const { paste } = textsOf(language);
      const report = sessionOf(language, '-', Buffer.from(text)).report();
      const { standing, label, title, code } = buildModel(report, false, language).readings[0]!;
      const notes = [paste.secrets(2, [paste.secretKind.other(2)])];
      return {
        result: { standing, label, title, code, command: 'go mod tidy', looksLike: 'go build, github-actions', notes, file: null },
        screen: () => expect.unreachable(),
      };
    },
    open: () => Promise.reject(new Error('nobody opens a file')),
  }) as unknown as AnyScreen;
}

/** A few causes, and a signal of one of them. */
function book(language: Language): Book {
  const all = openBook(loadPack(language), loadExamples());
  const causes = all.causes.filter(({ id }) => id.startsWith('vendor.'));
  const named = new Set(causes.flatMap(({ signals }) => signals.map(({ id }) => id)));
  return { ...all, catalog: '2026.12.0', causes, signals: all.signals.filter(({ id }) => named.has(id)) };
}

const pasted = `\u001b[200~${'go: example.com/app imports\n\tgolang.org/x/net/html: missing go.sum entry\n'.replaceAll('\n', '\r')}\u001b[201~`;
const scan = { first: reading, follow: () => () => {}, stop: () => {}, explain: () => Promise.reject(new Error('not here')) };

/** Every screen, and what opens on it. */
export const pictureScenes: Readonly<Record<string, PictureScene>> = {
  explain: { screen: ofFile(privateModule) },
  fix: { screen: ofFile(privateModule), keys: ['\t', '\t', 'j', 'j'] },
  log: { screen: ofFile(privateModule), keys: ['\r'] },
  search: { screen: ofFile(privateModule), keys: ['\r', '/', 'reading', '\r'] },
  help: { screen: ofFile(privateModule), keys: ['?'] },
  unexplained: { screen: ofFile(unknown) },
  waterfall: { screen: ofFile(privateModule), keys: ['T'] },
  questions: { screen: (language) => explained(language, 'build.log', Buffer.from(unresolved)), keys: ['a', '2'] },
  live: { screen: live },
  paste: { screen: paste, keys: [pasted], takes: 250 },
  rules: { screen: (language) => rulesScreen(book(language), 'causes', null, language) as unknown as AnyScreen },
  signal: { screen: (language) => rulesScreen(book(language), 'signals', null, language) as unknown as AnyScreen, keys: ['\t'] },
  scan: { screen: () => scanScreen(scan) as unknown as AnyScreen },
};
