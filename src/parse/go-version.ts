const versionWords =
  /\bgo version go(1\.\d+(?:\.\d+|rc\d+|beta\d+)?)\b|\(running go (1\.\d+(?:\.\d+)?)|\bgolang:(1\.\d+(?:\.\d+)?)\b|\bGOVERSION=['"]go(1\.\d+(?:\.\d+)?)|\bgo-version: ['"]?(1\.\d+(?:\.\d+)?)/;

/** The Go version that a line names as the one that runs, such as `1.21.5`; null when it names none. */
export function goVersionIn(text: string): string | null {
  const found = versionWords.exec(text);
  return found?.slice(1).find((version) => version !== undefined) ?? null;
}
