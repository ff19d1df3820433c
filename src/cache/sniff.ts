import { readStart } from './files.ts';

const seen = 256;

/** What the first bytes of a file are, where that says how it came to be. */
export type Head = 'empty' | 'html' | 'zeros' | 'json' | 'zip' | 'gzip' | 'text' | 'bytes';

/** Names the first bytes of a file. */
export function headOf(name: string): Head {
  const bytes = readStart(name, seen);
  return bytes === null ? 'bytes' : sniff(bytes);
}

/** A login page or an error page of a proxy is HTML or JSON; a file that was never written to the disk is zeros. */
export function sniff(bytes: Buffer): Head {
  if (bytes.length === 0) return 'empty';
  if (bytes.every((byte) => byte === 0)) return 'zeros';
  const text = bytes
    .subarray(0, seen)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^<(?:!doctype|html|head|body|\?xml|!--|title|script)/i.test(text)) return 'html';
  if (/^[{[]\s*["{[\]}]/.test(text)) return 'json';
  if (text.startsWith('PK')) return 'zip';
  if (text.startsWith('\x1f\x8b')) return 'gzip';
  return /[\0-\x08\x0e-\x1f]/.test(text) ? 'bytes' : 'text';
}
