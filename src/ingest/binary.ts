const looked = 8192;

/** NUL bytes at the start mean that this is no text, unless a byte order mark says that it is UTF-16. */
export function looksBinary(start: Uint8Array): boolean {
  return utf16Of(start) === null && start.subarray(0, looked).includes(0);
}

/** The UTF-16 encoding that a byte order mark announces: PowerShell's `>` writes it. */
export function utf16Of(start: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
}
