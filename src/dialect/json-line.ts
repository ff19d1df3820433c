/** The object that a line is in JSON; null when it is none. Only rows that name one of these fields are parsed. */
export function jsonObject(text: string, fields: RegExp): Readonly<Record<string, unknown>> | null {
  if (text.charCodeAt(0) !== 0x7b || !fields.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    // Something else that starts with a brace, or a row that was too long to be kept whole.
    return null;
  }
}
