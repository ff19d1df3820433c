import { explainBindings } from './screens/explain/keys.ts';
import { liveBindings } from './screens/live/keys.ts';
import { pasteBindings } from './screens/paste/keys.ts';
import { questionBindings } from './screens/questions/keys.ts';
import { rulesBindings } from './screens/rules/keys.ts';
import { waterfallBindings } from './screens/waterfall/keys.ts';
import type { ShownBinding } from './shell/layer.ts';
import { moveBindings } from './shell/move-keys.ts';
import type { ScreenName } from './shell/screen.ts';
import { shellBindings } from './shell/shell-keys.ts';
import { words } from './words.ts';

/** The keys of every screen, for `modwhy help keys` and the docs. A new screen adds its bindings here. */
const keyTable: readonly (readonly [ScreenName, readonly ShownBinding[]])[] = [
  ['explain', explainBindings],
  ['paste', pasteBindings],
  ['questions', questionBindings],
  ['live', liveBindings],
  ['rules', rulesBindings],
  ['waterfall', waterfallBindings],
];

const moving: ReadonlySet<ShownBinding> = new Set(moveBindings);

/** All keys as pairs of columns, each screen below its heading. */
export function keySections(): { readonly heading: string; readonly keys: readonly (readonly [shown: string, help: string])[] }[] {
  const section = (heading: string, bindings: readonly ShownBinding[]) => ({
    heading,
    keys: bindings
      .flatMap(({ says }) => says?.() ?? [])
      .filter(({ help }) => help !== '')
      .map(({ shown, help }) => [shown, help] as const),
  });
  return [
    section(words.help.everywhere, [...moveBindings, ...shellBindings]),
    ...keyTable.map(([name, bindings]) =>
      section(
        words.help.screens[name],
        bindings.filter((binding) => !moving.has(binding)),
      ),
    ),
  ];
}

/** The tables of the README, which a test compares with this. */
export function keyMarkdown(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  return keySections()
    .map(({ heading, keys }) =>
      [`| ${heading} | |`, '|---|---|', ...keys.map(([shown, help]) => `| ${cell(shown)} | ${cell(help)} |`)].join('\n'),
    )
    .join('\n\n');
}
