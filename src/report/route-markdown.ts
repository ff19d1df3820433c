import type { RouteReport, SettledRoute } from '../model/route.ts';
import { guardData } from './guard.ts';
import { markdownCode, markdownText } from './markdown-guard.ts';
import { stopRows, sumdbText } from './route-rows.ts';

/** A route for an issue or a wiki. Ends with a line end. */
export function renderRouteMarkdown(report: RouteReport): string {
  const safe = guardData(report);
  const go = safe.go.version === null ? safe.go.source : `go ${safe.go.version}, ${safe.go.source}`;
  const sections = [...routeSections(safe.now, `now (${go})`)];
  if (safe.then !== null) {
    sections.push(...routeSections(safe.then, `with ${safe.then.with.join(' ')}`));
    sections.push(['changes:', '', ...bullets(safe.then.changes.length > 0 ? safe.then.changes : ['nothing'])].join('\n'));
  }
  return `${sections.join('\n\n')}\n`;
}

function routeSections(route: SettledRoute, title: string): string[] {
  const name = route.version === null ? route.module : `${route.module}@${route.version}`;
  const stops = stopRows(route).map(({ heading, rows }, index) => {
    const cell = rows.map(({ label, text }) => `${label}: ${cellText(text)}`).join('<br>');
    return `| ${index + 1} | ${cellText(heading)} | ${cell} |`;
  });
  return [
    `### ${markdownCode(name)}: who is asked, ${markdownText(title)}`,
    ...(route.vendored
      ? ['`GOFLAGS=-mod=vendor`: go build, test, run, list and vet ask nobody. Commands that do not know `-mod` ask:']
      : []),
    ...(route.error === null ? [] : [`Nobody: ${markdownText(route.error)}`]),
    ...(stops.length === 0 ? [] : [['| | server | |', '| --- | --- | --- |', ...stops].join('\n')]),
    ...(route.error === null ? [`checksums: ${markdownText(sumdbText(route.sumdb))}`] : []),
    [
      '| setting | value | from |',
      '| --- | --- | --- |',
      ...route.settings.map((row) => `| ${row.name} | ${cellText(row.value)} | ${cellText(row.source)} |`),
    ].join('\n'),
    ...(route.hidden.length === 0
      ? []
      : [
          [
            'hidden:',
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
