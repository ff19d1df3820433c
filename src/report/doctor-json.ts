import type { DoctorReport } from '../model/doctor.ts';
import { guardJson } from './guard.ts';

/** What `modwhy doctor --format json` prints; `explain --with` reads it by its lines. */
export function renderDoctorJson(report: DoctorReport): string {
  return `${guardJson(JSON.stringify(report, null, 2))}\n`;
}
