// A browser that cannot start says so at once; one that runs says nothing.
const PATIENCE = 400;

/**
 * Opens a page of the documentation.
 * @returns false when no browser could be started
 */
export async function openDocs(url: string): Promise<boolean> {
  if (!/^https:\/\/[\w.-]+(:\d+)?(\/[^\s"'`\\]*)?$/.test(url)) return false;
  try {
    const { default: open } = await import('open');
    const child = await open(url);
    return await new Promise((resolve) => {
      // Inside a bundle or a container there is no xdg-open: that comes as an event, and unheard it would be a crash.
      child.on('error', () => resolve(false));
      child.on('exit', (code) => resolve(code === 0));
      setTimeout(() => resolve(true), PATIENCE).unref();
    });
  } catch {
    return false;
  }
}
