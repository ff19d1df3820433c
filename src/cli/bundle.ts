import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { comparingTexts } from '../i18n/comparing/texts.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { writeReason } from './output.ts';

interface BundledFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A folder to share. Its files are for their owner alone until somebody changes that. */
export interface Bundle {
  /** @throws ModwhyError E_WRITE */
  add(name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  files(): readonly BundledFile[];
}

/**
 * Makes the folder.
 * @throws ModwhyError E_USAGE when it has files in it, E_WRITE when it cannot be made
 */
export function createBundle(folder: string): Bundle {
  const { repro } = comparingTexts();
  try {
    if (statSync(folder).isDirectory()) {
      if (readdirSync(folder).length > 0) throw new ModwhyError('E_USAGE', repro.notEmpty(folder));
    } else throw new ModwhyError('E_USAGE', repro.notFolder(folder));
  } catch (error) {
    if (error instanceof ModwhyError) throw error;
    attempt(folder, () => mkdirSync(folder, { mode: 0o700 }));
  }
  const files: BundledFile[] = [];
  return {
    async add(name, chunks) {
      const file = path.join(folder, name);
      const hash = createHash('sha256');
      let bytes = 0;
      // Never an existing file, and never through a link.
      const descriptor = attempt(file, () => openSync(file, 'wx', 0o600));
      try {
        for await (const chunk of chunks) {
          for (let done = 0; done < chunk.length; ) done += attempt(file, () => writeSync(descriptor, chunk, done));
          hash.update(chunk);
          bytes += chunk.length;
        }
      } finally {
        closeSync(descriptor);
      }
      files.push({ name, bytes, sha256: hash.digest('hex') });
    },
    files: () => files,
  };
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ModwhyError('E_WRITE', say`cannot write ${file}: ${writeReason(error as NodeJS.ErrnoException)}`, { cause: error });
  }
}
