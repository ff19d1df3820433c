import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { ModwhyError } from '../model/error.ts';
import { type Said, say } from '../model/said.ts';
import { type Config, configSchema } from './schema.ts';

const largest = 1 << 18;

/**
 * Reads one config file.
 * @param name as errors show it
 * @throws ModwhyError E_CONFIG with `file:line:column`, what was expected and what was found
 */
export function readConfig(file: string, name = file): Config {
  const counter = new LineCounter();
  const wrong = (offset: number, message: Said) => {
    const { line, col } = counter.linePos(offset);
    return new ModwhyError('E_CONFIG', say`${`${name}:${line}:${col}`}: ${message}`);
  };
  const document = parseDocument(readWhole(file), { lineCounter: counter, schema: 'core', merge: false });
  const [broken] = document.errors;
  if (broken) throw wrong(broken.pos[0], say`this is no YAML: ${broken.message.split('\n')[0]!}`);
  let alias: number | null = null;
  visit(document, (_, node) => {
    if (isAlias(node)) alias ??= node.range?.[0] ?? 0;
  });
  if (alias !== null) throw wrong(alias, say`expected plain values, found an alias (*name): write the value itself`);
  const result = configSchema.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const names = issue.path as (string | number)[];
  const node = document.getIn(names, true) as { range?: [number, number, number] } | undefined;
  const key = isMap(node) ? node.items.map((pair) => pair.key).find((one) => isScalar(one) && String(one.value) === unknown) : undefined;
  const offset = (isScalar(key) ? key : node)?.range?.[0] ?? 0;
  if (unknown !== undefined) {
    const known =
      names.length === 0 ? Object.keys(configSchema.shape).join(', ') : names[0] === 'history' ? 'keep' : 'trigger, action, who';
    throw wrong(offset, say`unknown name "${unknown}"; expected ${known}`);
  }
  const what = names.join('.') || 'config';
  const expected = issue.message.startsWith('expected ') ? issue.message.slice('expected '.length) : 'names with values';
  throw wrong(offset, say`${what}: expected ${expected}, found ${isScalar(node) ? JSON.stringify(node.value) : 'something else'}`);
}

function readWhole(file: string): string {
  let descriptor: number | null = null;
  try {
    // A pipe of that name must not make us wait.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > largest)
      throw new ModwhyError(
        'E_CONFIG',
        say`${file}: expected a file of at most ${largest >> 10} KiB; correct it, or name another one in MODWHY_CONFIG`,
      );
    const bytes = Buffer.alloc(stat.size);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, stat.size, 0)).toString();
  } catch (error) {
    if (error instanceof ModwhyError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? say`there is no such file` : code === 'EACCES' ? say`permission denied` : (error as Error).message;
    throw new ModwhyError(
      'E_CONFIG',
      say`${file}: this config cannot be read: ${reason}; correct MODWHY_CONFIG, or leave it empty for none`,
      {
        cause: error,
      },
    );
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
