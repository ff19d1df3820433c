const date = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Whether a text is a day that a calendar has, such as 2027-01-31. */
export function isDate(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number);
  return date.test(text) && new Date(Date.UTC(year!, month! - 1, day!)).getUTCDate() === day;
}
