/** What a promise gives, the error that it ends with, or `late`. */
export async function within<T>(limitMs: number, promise: Promise<T>): Promise<T | Error | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(done, Math.max(1, limitMs), 'late');
  });
  try {
    return await Promise.race([promise, late]);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
  }
}
