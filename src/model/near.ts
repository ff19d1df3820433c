/**
 * Whether one of these texts stands in a text. Asked before a pattern that has one of them in all its matches: to compile a pattern
 * costs more than a short run spends on all such searches.
 */
export function hasOne(text: string, parts: readonly string[]): boolean {
  for (let index = 0; index < parts.length; index++) if (text.includes(parts[index]!)) return true;
  return false;
}
