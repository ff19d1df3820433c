import type { Sighting, TranscriptNote } from '../../model/transcript.ts';
import { isAddress, sighting, type TextLine, type Tool } from './tool.ts';

const address = '[0-9a-f:.]{2,45}';
// traceroute of Linux and BSD; tracert of Windows in English, Chinese and German; `tracepath` has no line of its own about where it leads to.
const heads = [
  new RegExp(`^traceroute6? to (\\S{1,253}) ?\\((${address})\\)`),
  new RegExp(`^Tracing route to (\\S{1,253}) \\[(${address})\\]`),
  new RegExp(`^Tracing route to (${address}) over a maximum`),
  new RegExp(`^(?:通过最多 \\d{1,3} 个跃点跟踪\\s{0,4})?到 (\\S{1,253}) \\[(${address})\\] 的路由`),
  new RegExp(`^Routenverfolgung zu (\\S{1,253}) \\[(${address})\\]`),
];
const named = /(?:^|[\s$#>])(?:sudo )?(?:traceroute6?|tracert|tracepath6?|mtr)\s(?:-\S{1,20}\s(?:\d{1,5}\s)?){0,10}([\w.:-]{2,253})/;
const row = /^\s{0,4}(\d{1,3})(?:\.\|--|\??:)?\s{1,8}(\S.{0,400})$/;
const silent = /^\*(?:\s{1,12}\*){1,9}(?:\s|$)|^\?\?\?\s|^no reply\b/;
// traceroute.c: an ICMP answer that says why it goes no further.
const refused = /\s!(?:[XNHAZCS]|<\d{1,3}>)(?:\s|$)/;
const fewSilent = 2;

/** traceroute, tracert, tracepath and mtr. Many hosts and networks answer none of them, and serve everything else. */
export const route: Tool = {
  name: 'traceroute',
  near: ['traceroute', 'Tracing route to ', '的路由', 'Routenverfolgung zu ', 'tracepath', 'tracert', 'mtr'],
  marks: new RegExp([...heads.map(({ source }) => source), named.source].join('|')),
  read: (lines) =>
    readRoutes(lines).flatMap(({ host, address: at, line }): Sighting[] =>
      at === null || host === at ? [] : [sighting('resolves', line, { host, address: at })],
    ),
  notes: (lines) => readRoutes(lines).flatMap(judge),
};

interface Route {
  readonly host: string;
  readonly address: string | null;
  readonly line: TextLine;
  readonly hops: TextLine[];
}

function readRoutes(lines: readonly TextLine[]): Route[] {
  const routes: Route[] = [];
  let route: Route | null = null;
  let asked: string | null = null;
  for (const line of lines) {
    const text = line.text.trim();
    const found = heads.map((pattern) => pattern.exec(text)).find((one) => one !== null);
    const command = found ? undefined : named.exec(text)?.[1];
    if (found || command !== undefined) {
      asked = command ?? asked;
      const host = found?.[1] || asked;
      if (host === null) continue;
      // Behind the command stands the head of its output.
      if (route?.hops.length === 0) routes.pop();
      route = { host: host.toLowerCase(), address: found?.[2] || (isAddress(host) ? host : null), line, hops: [] };
      routes.push(route);
    } else if (route && row.test(line.text) && route.hops.length < 256) route.hops.push(line);
  }
  return routes.slice(0, 100);
}

function judge({ host, address: to, hops }: Route): TranscriptNote[] {
  const said = hops.map(({ text }) => row.exec(text)![2]!);
  const lastAnswer = said.findLastIndex((text) => !isSilent(text));
  const note = (what: TranscriptNote['what'], at: TextLine, detail: string | null): TranscriptNote[] => [
    { what, line: at.number, host, address: to, detail },
  ];
  if (hops.length === 0) return [];
  if (lastAnswer < 0) return hops.length >= fewSilent ? note('route-silent', hops[0]!, null) : [];
  const [text, at] = [said[lastAnswer]!, hops[lastAnswer]!];
  const hop = hopOf(text);
  if (refused.test(text)) return note('route-forbidden', at, hop);
  if ((to !== null && text.includes(to)) || text.toLowerCase().startsWith(host)) return note('route-arrives', at, hop);
  const after = hops.length - 1 - lastAnswer;
  return after >= fewSilent ? note('route-stops', at, hop) : [];
}

function isSilent(text: string): boolean {
  return silent.test(text);
}

/** The address of a row, else its first word. */
function hopOf(text: string): string {
  const found = /(?:^|[\s([])((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}:[0-9a-f:.]{2,43})(?=[\s)\]]|$)/i.exec(text)?.[1];
  return found ?? /^\S{1,100}/.exec(text)?.[0] ?? '';
}
