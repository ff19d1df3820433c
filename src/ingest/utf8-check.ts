import { isUtf8 } from 'node:buffer';
import { completeLength } from './utf8-edge.ts';

const nothing = new Uint8Array(0);

/**
 * Tells of a text that comes in pieces whether it is UTF-8 so far.
 * @returns takes the next piece; an empty one ends the text
 */
export function createUtf8Check(): (bytes: Uint8Array) => boolean {
  // A character that is not whole yet.
  let edge: Uint8Array = nothing;
  return (bytes) => {
    const text = edge.length === 0 ? bytes : Buffer.concat([edge, bytes]);
    const whole = bytes.length === 0 ? text.length : completeLength(text, 0, text.length);
    edge = whole === text.length ? nothing : Buffer.from(text.subarray(whole));
    return isUtf8(text.subarray(0, whole));
  };
}
