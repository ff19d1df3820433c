import path from 'node:path';
import { type ConfigFiles, findConfig } from '../../config/find.ts';
import { type NamedConfig, type Settings, settle } from '../../config/settle.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';

/**
 * The settings of this folder for a command line. The reader of YAML is loaded only where there is a file.
 * @throws ModwhyError E_CONFIG for a file that is wrong
 */
export async function loadSettings(options: Options, io: Pick<Io, 'env'>): Promise<{ settings: Settings; files: ConfigFiles }> {
  const files = findConfig(io.env, process.cwd());
  const given = { ...options.run, here: options.here };
  return { settings: settle(given, await read(files.user), await read(files.project)), files };
}

async function read(file: string | null): Promise<NamedConfig | null> {
  if (file === null) return null;
  const { readConfig } = await import('../../config/read.ts');
  const relative = path.relative(process.cwd(), file);
  const name = relative.startsWith('..') ? file : relative;
  return { name, config: readConfig(file, name) };
}
