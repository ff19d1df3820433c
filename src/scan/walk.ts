import { type Dirent, lstatSync, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { findByPattern, isPattern } from '../ingest/glob.ts';
import { readFailure } from '../ingest/read-failure.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { type Found, type Trouble, troubleOf } from './found.ts';
import { readNames } from './name-list.ts';

// A file of more than a gigabyte of which the disk holds less than a thousandth is a hole, and no log that somebody wrote.
const holeFrom = 2 ** 30;
const holeShare = 1000;
// What git, Mercurial, Subversion and npm keep are no logs of builds, and sources look like failures where they print them.
const noLogs = new Set(['.git', '.hg', '.svn', 'node_modules']);
const isUrl = /^https?:\/\//i;

/**
 * Finds inputs below the operands: files, folders, patterns, URLs, and `-` for a list of names on standard input.
 * @param own paths of files that the scan itself writes, which are no logs where a folder or a pattern finds them
 * They come in one order on every machine: operands as they were named, names in folders by their bytes. What cannot be read is a row, too.
 */
export async function* walk(
  operands: readonly string[],
  stdin: () => Readable,
  own: ReadonlySet<string> = new Set(),
): AsyncGenerator<Found | Trouble> {
  // A file that two operands find is read once.
  const several = operands.length > 1 || operands[0] === '-';
  const taken = several ? new Set<string>() : null;
  for (const operand of operands)
    for await (const found of operand === '-' ? listed(stdin()) : one(operand, true)) {
      if (taken?.has(found.path) || (own.has(found.path) && !found.named)) continue;
      taken?.add(found.path);
      yield found;
    }
}

async function* listed(stdin: Readable): AsyncGenerator<Found | Trouble> {
  try {
    for await (const name of readNames(stdin)) {
      if (!isUrl.test(name)) yield* named(name, false);
      else
        yield troubleOf(
          name,
          name,
          false,
          new ModwhyError(
            'E_USAGE',
            say`a list may not name URLs, since modwhy asks only servers that you name: give it on the command line`,
          ),
        );
    }
  } catch (error) {
    yield troubleOf('-', '-', true, error instanceof ModwhyError ? error : readFailure(error as NodeJS.ErrnoException));
  }
}

async function* one(operand: string, isNamed: boolean): AsyncGenerator<Found | Trouble> {
  if (isUrl.test(operand)) {
    yield { kind: 'url', name: operand, path: operand, size: 0, modified: null, named: true };
    return;
  }
  if (!isPattern(operand) || exists(operand)) return yield* named(operand, isNamed);
  try {
    const files = await findByPattern(operand);
    if (files.length === 0) throw new ModwhyError('E_NOT_FOUND', say`no file matches this pattern; check it, and the folder you are in`);
    for (const file of files) yield* named(file, false);
  } catch (error) {
    yield troubleOf(operand, operand, true, error instanceof ModwhyError ? error : readFailure(error as NodeJS.ErrnoException));
  }
}

function* named(name: string, isNamed: boolean): Generator<Found | Trouble> {
  try {
    const stat = statSync(name);
    if (stat.isDirectory()) yield* folder(name, realpathSync(name), isNamed);
    else yield file(name, stat, isNamed);
  } catch (error) {
    yield troubleOf(name, path.resolve(name), isNamed, failureOf(name, error));
  }
}

/** @param root where the folder that was named really lies: what links to a place in it is read there */
function* folder(name: string, root: string, isNamed = false): Generator<Found | Trouble> {
  let entries: Dirent[];
  try {
    entries = readdirSync(name, { withFileTypes: true });
  } catch (error) {
    return yield troubleOf(name, path.resolve(name), isNamed, folderFailure(error as NodeJS.ErrnoException));
  }
  entries.sort((one, other) => Buffer.compare(Buffer.from(one.name), Buffer.from(other.name)));
  for (const entry of entries) {
    const below = name.endsWith(path.sep) ? `${name}${entry.name}` : `${name}${path.sep}${entry.name}`;
    try {
      if (entry.isDirectory()) {
        if (!noLogs.has(entry.name)) yield* folder(below, root);
      } else if (entry.isSymbolicLink()) yield* linked(below, root);
      else yield file(below, lstatSync(below), false);
    } catch (error) {
      yield troubleOf(below, path.resolve(below), false, failureOf(below, error));
    }
  }
}

/** What a link leads to is read where it lies; a link out of the named folder is followed to a file only, since folders may go in circles. */
function* linked(name: string, root: string): Generator<Found | Trouble> {
  const target = realpathSync(name);
  if (target === root || target.startsWith(root.endsWith(path.sep) ? root : root + path.sep) || root.startsWith(target + path.sep)) return;
  const stat = statSync(target);
  if (!stat.isDirectory()) return yield file(name, stat, false);
  throw new ModwhyError(
    'E_DIRECTORY',
    say`it is a link to a folder elsewhere (${readlinkSync(name)}), which is not entered; name that folder`,
  );
}

function file(name: string, stat: Stats, isNamed: boolean): Found {
  if (stat.isSocket()) throw Object.assign(new Error(), { code: 'ENXIO' });
  if (stat.isBlockDevice() || stat.isCharacterDevice())
    throw new ModwhyError('E_READ', say`this is a device, and logs are files; save the log, or pipe it in`);
  if (stat.isFIFO() && !isNamed)
    throw new ModwhyError('E_READ', say`this is a named pipe, which would be waited for; name it to have it read`);
  // Windows does not count blocks.
  if (
    stat.size > holeFrom &&
    stat.blocks !== undefined &&
    stat.blocks * 512 * holeShare < stat.size &&
    stat.blocks >= 0 &&
    process.platform !== 'win32'
  )
    throw new ModwhyError('E_READ', say`the file is ${stat.size} bytes long and nearly all of it is a hole; it is no log`);
  const modified = stat.isFIFO() ? null : stat.mtimeMs;
  return { kind: 'file', name, path: path.resolve(name), size: stat.size, modified, named: isNamed };
}

/** Bytes that are no UTF-8 are replaced when a name is read, so that the file is not found under it. */
function failureOf(name: string, error: unknown): ModwhyError {
  if (error instanceof ModwhyError) return error;
  const failure = error as NodeJS.ErrnoException;
  if (failure.code !== 'ENOENT' || !name.includes('\uFFFD')) return readFailure(failure);
  return new ModwhyError('E_NOT_FOUND', say`its name is not UTF-8, and cannot be opened: rename it, or pass its text on with <`);
}

function folderFailure(error: NodeJS.ErrnoException): ModwhyError {
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return new ModwhyError('E_READ', say`the folder cannot be read: permission denied; allow reading it (chmod +rx), or leave it out`);
  return readFailure(error);
}

function exists(name: string): boolean {
  try {
    statSync(name);
    return true;
  } catch {
    return false;
  }
}
