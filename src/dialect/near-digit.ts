/** A text before each digit, for `near` of a sign. */
export function beforeDigit(text: string): string[] {
  return Array.from({ length: 10 }, (_, digit) => `${text}${digit}`);
}
