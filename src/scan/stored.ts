import { templateOf } from '../clusters/of-report.ts';
import type { StoredIncident, StoredLog } from '../model/history.ts';
import type { Report } from '../model/report.ts';
import { jobIn, jobOfName, readProvenance } from '../parse/provenance.ts';
import { keptText } from '../redact/kept-text.ts';
import type { Problem } from './found.ts';

/** One log and where it lies. */
export interface LogPlace {
  readonly source: string;
  readonly size: number;
  readonly modified: number | null;
  readonly content: string;
}

const longestText = 400;

/**
 * What is kept of a log.
 * @param report redacted; null: the log has no failure, and nobody made a report of it
 * @param head its beginning, for what it says about itself @param hinted false: it says no more than a time
 */
export function storedLog(place: LogPlace, catalog: string, report: Report | null, head: string, hinted = true): StoredLog {
  const { at, job, repository, commit, runner, ids } = readProvenance(head, hinted);
  return {
    ...place,
    catalog,
    verdict: report?.verdict ?? 'no-failure',
    error: null,
    lines: report?.input.lines ?? 0,
    at: at ?? place.modified,
    clock: at !== null ? 'log' : place.modified !== null ? 'file' : null,
    // What is empty does not say that its job passed.
    job: head.trim() === '' ? null : job === null ? jobOfFile(place.source, repository) : keptText(job),
    commit,
    runner: runner === null ? null : keptText(runner),
    ids: ids.map(keptText),
    incidents: report?.incidents.map((incident, position) => storedIncident(incident, position, report)) ?? [],
  };
}

/** The job of a log that does not say it: by its name, and by its repository where that is known, since logs of all of them may have one name. */
function jobOfFile(source: string, repository: string | null): string | null {
  const name = jobOfName(source);
  if (repository === null) return name;
  return keptText(name === null ? repository : jobIn(repository, name));
}

/** The row of an input that could not be read. */
export function storedTrouble(place: LogPlace, catalog: string, { code, message }: Problem): StoredLog {
  const { modified } = place;
  return {
    ...place,
    // Without a time it is not known the next time: it may be readable then, though nothing in it changed.
    modified: null,
    catalog,
    verdict: 'unreadable',
    error: { code, message: keptText(message) },
    lines: 0,
    at: modified,
    clock: modified === null ? null : 'file',
    job: jobOfName(place.source),
    commit: null,
    runner: null,
    ids: [],
    incidents: [],
  };
}

function storedIncident(incident: Report['incidents'][number], position: number, report: Report): StoredIncident {
  const [first] = incident.hypotheses;
  const shown = first?.evidence.find((evidence) => evidence.for && evidence.source.answered === undefined);
  const bare = first === undefined ? report.unexplained[0] : undefined;
  const text = (shown?.text ?? bare?.text)?.slice(0, longestText) ?? null;
  return {
    position,
    fingerprint: incident.fingerprint,
    verdict: incident.verdict,
    terminal: incident.terminal,
    recovered: incident.recovered,
    cause: first?.cause ?? null,
    code: first?.code ?? null,
    label: first?.label ?? null,
    observer: first?.observer ?? null,
    transient: first?.transient ?? false,
    ...incident.subject,
    line: shown?.line ?? bare?.line ?? null,
    text,
    command: incident.command?.text ?? null,
    template: templateOf(incident, report),
  };
}
