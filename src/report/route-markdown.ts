import { type RouteTexts, routeEnglish } from '../i18n/en-route.ts';
import type { RouteReport, SettledRoute } from '../model/route.ts';
import { guardData } from './guard.ts';
import { markdownCode, markdownText } from './markdown-guard.ts';
import { stopRows, sumdbText } from './route-rows.ts';

/** A route for an issue or a wiki. Ends with a line end. */
export function renderRouteMarkdown(report: RouteReport, words: RouteTexts = routeEnglish): string {
  const safe = guardData(report);
  const go = safe.go.version === null ? safe.go.source : words.go(safe.go.version, safe.go.source);
  const sections = [...routeSections(safe.now, words.now(go), words)];
  if (safe.then !== null) {
    sections.push(...routeSections(safe.then, words.with(safe.then.with.join(' ')), words));
    sections.push(
      [words.changes + words.colon.trimEnd(), '', ...bullets(safe.then.changes.length > 0 ? safe.then.changes : [words.noChange])].join(
        '\n',
      ),
    );
  }
  return `${sections.join('\n\n')}\n`;
}

function routeSections(route: SettledRoute, title: string, words: RouteTexts): string[] {
  const { row, table, colon } = words;
  const name = route.version === null ? route.module : `${route.module}@${route.version}`;
  const stops = stopRows(route, words).map(({ heading, rows }, index) => {
    const cell = rows.map(({ label, text }) => label + colon + cellText(text)).join('<br>');
    return `| ${index + 1} | ${cellText(heading)} | ${cell} |`;
  });
  return [
    `### ${words.title(markdownCode(name), markdownText(title))}`,
    ...(route.vendored ? [markdownText(words.vendored)] : []),
    ...(route.error === null ? [] : [words.nobody(markdownText(route.error))]),
    ...(stops.length === 0 ? [] : [[`| | ${table.server} | |`, '| --- | --- | --- |', ...stops].join('\n')]),
    ...(route.error === null ? [row.checksums + colon + markdownText(sumdbText(route.sumdb, words))] : []),
    [
      `| ${table.setting} | ${table.value} | ${table.from} |`,
      '| --- | --- | --- |',
      ...route.settings.map((row) => `| ${row.name} | ${cellText(row.value)} | ${cellText(row.source)} |`),
    ].join('\n'),
    ...(route.hidden.length === 0
      ? []
      : [
          [
            row.hidden + colon.trimEnd(),
            '',
            ...bullets(route.hidden.map(({ name: key, value, source, because }) => `${key}=${value} (${source}): ${because}`)),
          ].join('\n'),
        ]),
    ...(route.notes.length === 0 ? [] : [bullets(route.notes).join('\n')]),
  ];
}

function bullets(items: readonly string[]): string[] {
  return items.map((item) => `- ${markdownText(item)}`);
}

/** A line of a table ends at `|`. */
function cellText(text: string): string {
  return markdownText(text).replace(/(?<!\\)\|/g, '\\|');
}
