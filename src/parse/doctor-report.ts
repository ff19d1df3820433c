import type { DoctorFile } from '../model/evidence.ts';

const mostSteps = 200;

/** What `modwhy doctor --format json` printed; null for anything else. Each step is known by the line of what it says. */
export function parseDoctorReport(data: unknown, lines: readonly string[]): DoctorFile | null {
  if (!isRecord(data) || data.type !== 'doctor' || !Array.isArray(data.steps)) return null;
  const places = lines.flatMap((line, index) => (/^\s{1,20}"says": "/.test(line) ? [index + 1] : []));
  const steps = data.steps.slice(0, mostSteps).flatMap((step: unknown, index) => {
    if (!isRecord(step) || typeof step.fact !== 'string' || step.outcome !== 'failed') return [];
    const host = typeof step.host === 'string' && step.host.length < 300 ? step.host : null;
    return [{ fact: step.fact, host, line: places[index] ?? 1 }];
  });
  return { kind: 'doctor', steps };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
