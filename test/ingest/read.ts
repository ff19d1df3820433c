import { closeSync, fstatSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { readContent } from '../../src/ingest/content.ts';
import { textOfFile } from '../../src/ingest/file.ts';
import type { Input } from '../../src/ingest/input.ts';
import { type ArchiveLimits, archiveLimits } from '../../src/ingest/limits.ts';
import type { Notes } from '../../src/ingest/notes.ts';
import { openInputs } from '../../src/ingest/open.ts';

export interface Told {
  /** Everything that came out, with `<name|lane|log>` where a file of an archive starts. */
  text: string;
  cut: string[];
  encodings: string[];
  error: string | null;
}

function listener(): { told: Told; notes: Notes } {
  const told: Told = { text: '', cut: [], encodings: [], error: null };
  return {
    told,
    notes: {
      entry: ({ name, lane, log }) => void (told.text += `<${name}|${lane}|${log}>`),
      encoding: (name) => void told.encodings.push(name),
      cut: (limit, seen, kept) => void told.cut.push(`${limit} ${seen} ${kept}`),
    },
  };
}

async function collect(source: AsyncIterable<Uint8Array>, told: Told): Promise<Told> {
  try {
    for await (const chunk of source) told.text += Buffer.from(chunk).toString();
  } catch (error) {
    told.error = `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return told;
}

/** Reads one input to its end. */
export function tell(input: Input): Promise<Told> {
  const { told, notes } = listener();
  return collect(input.open(notes), told);
}

/** Reads these bytes as a file that lies on the disk. */
export async function tellFile(bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}): Promise<Told> {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'input');
  writeFileSync(file, bytes);
  const [input] = await openInputs([file], { stdin: Readable.from([]) }, { ...archiveLimits, ...limits });
  return tell(input as Input);
}

/** Reads these bytes as a file of plain text, through one piece of memory of so many bytes. */
export async function tellThrough(bytes: Uint8Array, size: number): Promise<Told> {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-'));
  const file = path.join(folder, 'input');
  writeFileSync(file, bytes);
  const descriptor = openSync(file, 'r');
  try {
    const { told, notes } = listener();
    return await collect(textOfFile(descriptor, fstatSync(descriptor), notes, Buffer.alloc(size)), told);
  } finally {
    closeSync(descriptor);
    rmSync(folder, { recursive: true });
  }
}

/** Reads these bytes as they come through a pipe, in these chunks. */
export function tellChunks(chunks: readonly Uint8Array[], limits: Partial<ArchiveLimits> = {}): Promise<Told> {
  const { told, notes } = listener();
  const stream = (async function* () {
    yield* chunks;
  })();
  return collect(readContent({ stream, file: null }, notes, undefined, { ...archiveLimits, ...limits }), told);
}

/** Cuts bytes at these places, wherever they lie. */
export function chunksAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const edges = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((edge, at) => bytes.subarray(edges[at]!, edge));
}
