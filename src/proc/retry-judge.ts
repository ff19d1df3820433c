import type { PermissionOf } from '../model/policy.ts';
import type { Hypothesis, Report } from '../model/report.ts';
import { readGoCall } from './go-command.ts';

const verbs: ReadonlySet<string> = new Set(['build', 'test', 'mod', 'get', 'list', 'install']);

/** Whether a failed command may be tried again, and by which cause; else why not. */
export type RetryJudgement =
  | { readonly retry: true; readonly cause: Hypothesis }
  | { readonly retry: false; readonly why: 'command' | 'cause' | 'unsure' | 'person' };

/** @param any other commands than the go ones that may be repeated, too */
export function judgeRetry(report: Report, argv: readonly string[], any: boolean, may: PermissionOf): RetryJudgement {
  if (!any && !verbs.has(readGoCall(argv)?.verb ?? '')) return { retry: false, why: 'command' };
  const terminal = report.incidents.filter((incident) => incident.terminal);
  const leading = terminal.map(({ hypotheses }) => hypotheses[0]);
  const cause = leading[0];
  if (cause === undefined || terminal.some(({ verdict }) => verdict !== 'module-failure')) return { retry: false, why: 'cause' };
  const sure = ({ label }: Hypothesis) => label === 'likely' || label === 'very-likely';
  if (!leading.every((one) => one !== undefined && sure(one))) return { retry: false, why: 'unsure' };
  const allowed = leading.map((one) => may(one!.cause));
  if (allowed.every((permission) => permission === 'automatic')) return { retry: true, cause };
  return { retry: false, why: allowed.includes('never') ? 'cause' : 'person' };
}
