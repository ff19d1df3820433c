import type { HistoryOptions } from '../options.ts';

/** @param text the value of a flag */
export function historyOptions(text: (name: string) => string | undefined, yes: boolean): HistoryOptions {
  const word = (name: string) => text(name) ?? null;
  const number = (name: string) => (text(name) === undefined ? null : Number(text(name)));
  return {
    store: word('store'),
    since: word('since'),
    until: word('until'),
    cause: word('cause'),
    module: word('module'),
    host: word('host'),
    runner: word('runner'),
    job: word('job'),
    by: (text('by') ?? 'cause') as HistoryOptions['by'],
    step: word('step') as HistoryOptions['step'],
    limit: number('limit'),
    older: word('older'),
    keep: number('keep'),
    drafts: word('drafts'),
    yes,
  };
}
