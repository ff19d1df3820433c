import { loadPack } from '../../catalog/load.ts';
import type { Setting } from '../../config/settle.ts';
import { type Texts, textsOf } from '../../i18n/texts.ts';
import { durationText } from '../../model/duration.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { defaultRows, permissionOf } from '../../proc/retry-policy.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { loadSettings } from '../run/settings.ts';
import { spoken } from '../told.ts';

/**
 * `modwhy config`: each setting that a config file may hold, where its value comes from, and what may be retried.
 * @throws ModwhyError E_USAGE for operands | E_CONFIG for a file that is wrong
 */
export async function runConfig(options: Options, io: Io): Promise<number> {
  if (options.operands.length > 0)
    throw new ModwhyError(
      'E_USAGE',
      say`modwhy config takes no operands, found "${options.operands[0]!}"; it shows what holds in this folder`,
    );
  if (options.format !== 'text' && options.format !== 'json')
    throw new ModwhyError('E_USAGE', say`modwhy config: --format expected text or json, found "${options.format}"`);
  const { settings, files } = await loadSettings(options, io);
  const pack = loadPack();
  const causes = Array.from({ length: pack.causes }, (_, position) => pack.cause(position));
  const defaults = defaultRows(causes);
  const permission = permissionOf(defaults, settings.own, settings.project);
  const usual = permissionOf(defaults, [], []);
  const policy = causes
    .map(({ id }) => ({ cause: id, permission: permission(id), default: usual(id) }))
    .filter((row) => row.permission !== 'never' || row.default !== 'never');
  const rows = {
    'retry-if-transient': settings.retries,
    'retry-budget': { ...settings.budget, value: durationText(settings.budget.value) },
    here: settings.here,
    'history.keep': settings.historyKeep,
  };
  if (options.format === 'json') {
    io.out(`${JSON.stringify({ files, settings: rows, policy }, null, 2)}\n`);
    return EXIT.done;
  }
  const words = textsOf(options.language).config;
  const width = Math.max(...policy.map(({ cause }) => cause.length));
  io.out(
    [
      `${words.user.padEnd(words.project.length)}  ${files.user ?? words.none}`,
      `${words.project}  ${files.project ?? words.none}`,
      '',
      ...Object.entries(rows).map(([name, setting]) => settingRow(name, setting, words)),
      '',
      words.policy,
      ...policy.map((row) => {
        const changed = row.permission === row.default ? '' : `   ${words.changed(words.permission[row.default])}`;
        return `  ${row.cause.padEnd(width)}  ${words.permission[row.permission]}${changed}`;
      }),
      `  ${words.others}`,
      '',
    ].join('\n'),
  );
  return EXIT.done;
}

function settingRow(name: string, { value, from, without }: Setting<unknown>, words: Texts['config']): string {
  const row = `${name.padEnd(18)}  ${String(value ?? words.everything).padEnd(6)}  ${spoken(from)}`;
  return without === null ? row : `${row}; ${words.without(spoken(without))}`;
}
