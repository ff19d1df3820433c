import { createCharacterPairs } from '../../model/character-pairs.ts';
import type { Sighting, TranscriptFile } from '../../model/transcript.ts';
import { curl } from './curl.ts';
import { dig } from './dig.ts';
import { gitTrace } from './git-trace.ts';
import { iptables } from './iptables.ts';
import { getent, nslookup } from './name-lookup.ts';
import { nft } from './nft.ts';
import { openssl } from './openssl.ts';
import { packets } from './packets.ts';
import { netcat, ping, telnet } from './reach.ts';
import { route } from './route.ts';
import { ssh } from './ssh.ts';
import { marked, type TextLine, type Tool } from './tool.ts';
import { inEnglish } from './translated.ts';
import { wget } from './wget.ts';

/** The programs, in the order in which their lines are looked at. */
export const tools: readonly Tool[] = [
  curl,
  gitTrace,
  openssl,
  dig,
  nslookup,
  getent,
  wget,
  ssh,
  netcat,
  telnet,
  ping,
  route,
  packets,
  iptables,
  nft,
];

const longest = 4096;
const mostSightings = 5000;
const mostNotes = 20;
const mostLines = 200_000;

/**
 * Reads what programs printed that people use to look at a host; one text may hold several of them.
 * @returns null when none of them is in it, or none shows anything
 */
export function readTranscript(lines: readonly TextLine[]): TranscriptFile | null {
  const short: TextLine[] = [];
  const named = new Set<Tool>();
  for (const { number, text } of lines) {
    if (text.length > longest || short.length >= mostLines) continue;
    const line = { number, text: inEnglish(text.replace(/\r$/, '')) };
    short.push(line);
    for (const tool of tools) if (!named.has(tool) && marked(tool, line.text)) named.add(tool);
  }
  const found = tools.filter((tool) => named.has(tool)).map((tool) => ({ tool, seen: tool.read(short), noted: tool.notes?.(short) ?? [] }));
  const shown = found.filter(({ seen, noted }) => seen.length + noted.length > 0);
  const sightings: Sighting[] = shown.flatMap(({ seen }) => seen).sort((one, other) => one.line - other.line);
  if (shown.length === 0) return null;
  const notes = shown.flatMap(({ noted }) => noted).slice(0, mostNotes);
  return { kind: 'transcript', tools: shown.map(({ tool }) => tool.name), sightings: sightings.slice(0, mostSightings), notes };
}

/** Whether one of these lines may be of such a program. */
export function mayHoldTranscript(lines: readonly string[]): boolean {
  const pairs = createCharacterPairs();
  for (const text of lines) pairs.add(inEnglish(text));
  const possible = tools.flatMap(({ near, marks }) => {
    const there = near.filter(pairs.mayHold);
    return there.length > 0 ? [{ near: there, marks }] : [];
  });
  return lines.some((text) => {
    const english = inEnglish(text);
    return possible.some((tool) => marked(tool, english));
  });
}
