/** The order of texts in both databases: by the bytes of their UTF-8. */
export function byBytes(one: string, two: string): number {
  return one === two ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(two));
}
