import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import type { Options } from '../options.ts';

const formats: readonly string[] = ['text', 'json', 'ndjson', 'markdown', 'html'];

/** @throws ModwhyError E_USAGE for what a scan does not do */
export function checkScan({ operands, format }: Options): void {
  if (!formats.includes(format))
    throw new ModwhyError('E_USAGE', say`modwhy scan: --format expected ${formats.join(', ')}, found "${format}"`);
  if (operands.length === 0)
    throw new ModwhyError(
      'E_USAGE',
      say`modwhy scan needs logs: a folder (modwhy scan logs), files, a pattern ('logs/**/*.log'), or - for a list of names on standard input`,
    );
}
