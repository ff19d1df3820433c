import type { Flag } from '../flag.ts';

const history = ['history'] as const;

/** The flags of `modwhy history`. */
export const historyFlags = [
  {
    name: 'since',
    type: 'string',
    argument: 'DAY',
    pattern: /^(?:\d{4}-\d\d-\d\d|[1-9]\d{0,4}[hdw])$/,
    example: '2026-11-01 or 30d',
    of: history,
    help: 'logs from this day on (UTC), or so long before the newest: 30d, 12h',
  },
  { name: 'cause', type: 'string', argument: 'CAUSE', of: history, help: 'logs with this cause: slug or code' },
  { name: 'module', type: 'string', argument: 'PATH', of: history, help: 'logs in which this module failed' },
  { name: 'host', type: 'string', argument: 'NAME', of: history, help: 'logs in which something from this host failed' },
  { name: 'runner', type: 'string', argument: 'NAME', of: history, help: 'logs of this machine' },
  { name: 'job', type: 'string', argument: 'NAME', of: history, help: 'logs of this job' },
  {
    name: 'by',
    type: 'string',
    argument: 'WHAT',
    values: ['cause', 'host', 'module', 'runner', 'job', 'fingerprint'],
    default: 'cause',
    of: history,
    help: 'trend: a line for each cause, host, module, runner, job or fingerprint',
  },
  {
    name: 'step',
    type: 'string',
    argument: 'TIME',
    values: ['hour', 'day', 'week', 'month'],
    of: history,
    help: 'trend: hour, day, week or month (default: as fits)',
  },
  {
    name: 'limit',
    type: 'string',
    argument: 'N',
    pattern: /^[1-9]\d{0,3}$/,
    example: '20 (1 to 9999)',
    of: history,
    help: 'how many are shown',
  },
  {
    name: 'older',
    type: 'string',
    argument: 'DAY',
    pattern: /^(?:\d{4}-\d\d-\d\d|[1-9]\d{0,4}[hdw])$/,
    example: '180d or 2026-01-01',
    of: history,
    help: 'prune: logs that are older than this go',
  },
  {
    name: 'keep',
    type: 'string',
    argument: 'N',
    pattern: /^\d{1,9}$/,
    example: '100000',
    of: history,
    help: 'prune: only the newest N logs stay',
  },
  { name: 'drafts', type: 'string', argument: 'DIR', of: history, help: 'unexplained: write a draft of a rule for each there' },
] as const satisfies readonly Flag[];
