import { networkInterfaces } from 'node:os';
import type { DoctorTexts } from '../i18n/en-doctor.ts';
import type { DoctorStep } from '../model/doctor.ts';

const beforeAnyConnection = new Set(['doctor-no-network', 'doctor-name-failure', 'doctor-name-timeout', 'doctor-name-unknown']);

/** How doctor knows that there is no network; null when one server was reached, or it cannot be known. */
export function offlineReason(steps: readonly DoctorStep[], { offlineNoInterface, offlineNoRoute }: DoctorTexts): string | null {
  const tried = steps.filter(({ question, outcome }) => (question === 'reachable' || question === 'forward') && outcome !== 'left-out');
  if (tried.length === 0 || tried.some(({ outcome, fact }) => outcome === 'ok' || !beforeAnyConnection.has(fact ?? ''))) return null;
  const outside = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  // An address of the link alone leads nowhere.
  const usable = outside.filter(({ internal, address }) => !internal && !/^(?:fe80:|169\.254\.)/i.test(address));
  return usable.length === 0 ? offlineNoInterface : tried.some(({ fact }) => fact === 'doctor-name-unknown') ? null : offlineNoRoute;
}
