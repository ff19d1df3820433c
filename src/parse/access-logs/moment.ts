const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const common = /^(\d{1,2})\/([A-Za-z]{3})\/(\d{4}):(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))? ([+-])(\d\d):?(\d\d)$/;
const iso = /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))? ?(Z|UTC|([+-])(\d\d):?(\d\d))?$/;

/** A moment and how exact it is, in milliseconds. */
export interface Moment {
  readonly at: number;
  readonly precision: number;
}

/** A date of an access log: `21/Nov/2026:20:49:46 +0000`, ISO 8601 (UTC where it names no zone), seconds or milliseconds since the epoch. */
export function momentOf(text: string): Moment | null {
  return ofCommon(text) ?? ofIso(text) ?? ofEpoch(text);
}

function ofCommon(text: string): Moment | null {
  const [whole, day, name, year, hour, minute, second, fraction, sign, zoneHour, zoneMinute] = common.exec(text) ?? [];
  if (whole === undefined) return null;
  const month = months.indexOf(name!.toLowerCase());
  if (month < 0) return null;
  const at = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
  return shifted(at, fraction, sign, zoneHour, zoneMinute);
}

function ofIso(text: string): Moment | null {
  const [whole, year, month, day, hour, minute, second, fraction, , sign, zoneHour, zoneMinute] = iso.exec(text) ?? [];
  if (whole === undefined) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return shifted(at, fraction, sign, zoneHour, zoneMinute);
}

/** Seconds with or without a fraction, or milliseconds, from 2001 to 2096. */
function ofEpoch(text: string): Moment | null {
  const [, whole, fraction] = /^(\d{10}|\d{13})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  if (whole.length === 13) return { at: Number(whole), precision: 1 };
  return { at: Number(whole) * 1000 + fractionOf(fraction), precision: precisionOf(fraction) };
}

function shifted(at: number, fraction?: string, sign?: string, hours?: string, minutes?: string): Moment | null {
  if (!Number.isFinite(at)) return null;
  const zone = sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return { at: at + fractionOf(fraction) - zone, precision: precisionOf(fraction) };
}

function fractionOf(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(`0.${digits}`) * 1000;
}

function precisionOf(digits: string | undefined): number {
  return digits === undefined ? 1000 : Math.max(1, 1000 / 10 ** digits.length);
}
