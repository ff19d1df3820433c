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

/** What has nothing to hide is returned as it is: most reports have no secret at all. */
function walk(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.redact(value);
  if (value === null || typeof value !== 'object') return value;
  return Array.isArray(value) ? walkList(value, redactor) : walkObject(value as Record<string, unknown>, redactor);
}

function walkList(list: readonly unknown[], redactor: Redactor): unknown {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    const clean = walk(item, redactor);
    if (clean !== item) (copy ??= list.slice())[index] = clean;
  }
  return copy ?? list;
}

function walkObject(object: Readonly<Record<string, unknown>>, redactor: Redactor): unknown {
  let changed: [string, unknown][] | null = null;
  for (const key of Object.keys(object)) {
    if (ours.has(key)) continue;
    const item = object[key];
    const clean = walk(item, redactor);
    if (clean !== item) (changed ??= []).push([key, clean]);
  }
  // In the order of the keys, and with any of them as a key of its own: `__proto__` may be the name of a variable.
  return changed === null ? object : Object.fromEntries([...Object.entries(object), ...changed]);
}

/** The same for other data that is shown: the words of the redactor's table stand in it. */
export function redactValue<T>(value: T, redactor: Redactor): T {
  return walk(value, redactor) as T;
}
