import type { Report } from '../model/report.ts';
import type { FailOn } from './options.ts';

/** Whether a report is what `--fail-on` asked to fail on. */
export function failsOn(what: FailOn | null, report: Report): boolean {
  if (what === 'any') return report.verdict !== 'no-failure';
  if (what === 'unexplained') return report.verdict === 'unknown';
  if (what === 'explained') return report.incidents.some(isExplained);
  return false;
}

function isExplained(incident: Report['incidents'][number]): boolean {
  return incident.terminal && incident.verdict === 'module-failure' && incident.hypotheses.some(({ label }) => label !== 'unlikely');
}
