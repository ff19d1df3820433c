import type { Texts } from '../i18n/texts.ts';
import type { Report } from '../model/report.ts';
import type { Sides } from '../model/sides.ts';
import { prose, type Style } from './page.ts';

const sameClock = 1000;

/** What the logs of proxies that stand beside the log say together with it. */
export function sidesRows(report: Report, style: Style): string[] {
  return sideTexts(report, style.texts).flatMap((text) => prose(style.texts.sides.row, text, style));
}

/** The same, one sentence for each file. */
export function sideTexts({ sides = [] }: Report, texts: Texts): string[] {
  return sides.map((side) => sideText(side, texts));
}

function sideText({ file, host, requests, joined, clock, first }: Sides, texts: Texts): string {
  const { sides: words, join } = texts;
  const parts = [words.joined(file, joined, requests, host), ...(clock === null ? [] : [clockText(clock, words)])];
  if (clock === null && joined < requests) parts.push(words.noClock);
  if (first) {
    const { row, because } = first;
    parts.push(words.first(because, row.line, row.key));
    if (row.fileLine !== null) {
      const seconds = row.proxyMs === null ? null : (row.proxyMs / 1000).toFixed(3);
      parts.push(words.there(file, row.fileLine, row.proxyStatus, seconds, row.requestId));
    }
  }
  return parts.join(join.semicolon);
}

function clockText({ aheadMs, uncertaintyMs }: NonNullable<Sides['clock']>, words: Texts['sides']): string {
  const uncertainty = span(uncertaintyMs);
  if (Math.abs(aheadMs) <= Math.max(sameClock, uncertaintyMs)) return words.sameClock(uncertainty);
  return words.clock(span(Math.abs(aheadMs)), uncertainty, aheadMs > 0);
}

/** `2 h 0 min 3.25 s` */
function span(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = Number(((ms % 60_000) / 1000).toFixed(ms < 60_000 ? 3 : 1));
  return [hours > 0 ? `${hours} h` : '', hours > 0 || minutes > 0 ? `${minutes} min` : '', `${seconds} s`].filter(Boolean).join(' ');
}
