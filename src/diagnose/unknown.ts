import { templateOfText } from '../clusters/template.ts';
import type { Incident } from '../model/report.ts';
import { unknownDomain } from './domain.ts';
import { fingerprint } from './fingerprint.ts';
import type { IncidentContext } from './incident.ts';
import type { VisibleFailure } from './visible-failure.ts';

/** A failure that can be seen and that no cause explains. It has no hypotheses: a weak guess is not promoted because nothing else is there. */
export function unknownIncident({ segment, line }: VisibleFailure, context: IncidentContext): Incident {
  const { command, exit } = segment;
  return {
    id: 'i1',
    fingerprint: fingerprint('unknown', templateOfText(line.text)),
    verdict: 'unknown',
    terminal: true,
    recovered: false,
    command: command && { ...command, exitCode: typeof exit === 'number' ? exit : null, goVersion: context.goVersion },
    subject: { module: null, version: null, host: null, path: null },
    domain: unknownDomain(context.texts.diagnosis.domain),
    route: null,
    place: context.placeOf([line], command?.line ?? null),
    blast: { modules: 0, hosts: 0, lines: 1 },
    hypotheses: [],
  };
}
