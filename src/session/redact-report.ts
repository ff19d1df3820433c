import type { Report } from '../model/report.ts';

interface Redactor {
  redact(text: string): string;
  count(): number;
}

// Our own words and numbers; everything else may hold bytes of the log.
const ours = new Set([
  'schemaVersion',
  'type',
  'tool',
  'fingerprint',
  'code',
  'cause',
  'signal',
  'label',
  'kind',
  'docs',
  'id',
  'verdict',
  'discouraged',
  'place',
  'what',
]);

/** Hides the secrets in every text of a report, in one order, so that a secret has one pseudonym throughout. */
export function redactReport(report: Report, redactor: Redactor): Report {
  const clean = walk(report, redactor) as Report;
  return { ...clean, redactions: redactor.count() };
}

function walk(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.redact(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, redactor));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ours.has(key) ? item : walk(item, redactor)]));
}

/** The same for other data that is shown: the words of the redactor's table stand in it. */
export function redactValue<T>(value: T, redactor: Redactor): T {
  return walk(value, redactor) as T;
}
