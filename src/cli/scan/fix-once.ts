import type { Texts } from '../../i18n/texts.ts';
import type { Cause, Pack, Step } from '../../model/catalog.ts';
import { planRemedies } from '../../remedy/plan.ts';
import type { ScanGroup } from '../../tui/screens/scan/model.ts';

/** What `fixOnce` says of each cause, by its slug. */
export function fixesOf(pack: Pack, words: Texts['sentence']): (cause: string) => ScanGroup['fix'] | null {
  const positions = new Map(Array.from({ length: pack.causes }, (_, position) => [pack.cause(position).id, position]));
  return (cause) => {
    const position = positions.get(cause);
    return position === undefined ? null : fixOnce(pack.cause(position), words);
  };
}

/**
 * What ends a cause for all logs at once: its first remedy, where that is a setting of the environment, such as a variable of all CI jobs. What is
 * done in each repository, or depends on what else a log says, does not.
 */
function fixOnce(cause: Cause, words: Texts['sentence']): ScanGroup['fix'] | null {
  const [rule] = cause.remedies;
  if (rule?.risk !== 'none') return null;
  if ([rule.when, rule.unless, rule.hosts, rule.notHosts].some(({ length }) => length > 0)) return null;
  if (!rule.steps.some(setsVariable) || rule.steps.some(namesFromLog)) return null;
  const [remedy] = planRemedies({ ...cause, remedies: [rule] }, {}, new Set(), () => null, words);
  return {
    title: remedy!.title,
    lines: remedy!.steps.flatMap((step) => (step.kind === 'set-env' || step.kind === 'unset-env' ? [step.posix] : [])),
  };
}

function setsVariable(step: Step): boolean {
  return 'set-env' in step || 'unset-env' in step;
}

function namesFromLog(step: Step): boolean {
  return setsVariable(step) && /\{[a-z_]/.test(JSON.stringify(Object.values(step)[0]).slice(1));
}
