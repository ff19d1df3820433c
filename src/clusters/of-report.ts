import type { Incident, Report } from '../model/report.ts';
import { mostTelling } from './consequence.ts';
import { templateOfText } from './template.ts';

/**
 * The template of a failure without a cause, for `StoredIncident.template`; null for an incident that has one, or that shows no line.
 * @param incident of this report, which is redacted
 */
export function templateOf(incident: Incident, report: Report): string | null {
  if (incident.verdict !== 'unknown') return null;
  const line = mostTelling(report.unexplained) ?? report.unexplained.at(-1);
  const template = line ? templateOfText(line.text) : '';
  return template === '' ? null : template;
}
