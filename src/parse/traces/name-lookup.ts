import type { TraceMark } from '../../model/trace-mark.ts';

const trace = 'GODEBUG=netdns';
const sign = 'go package net: ';
// net/conf.go, net/conf_netcgo.go; the words changed with Go 1.24. A program writes the line and its end in two steps, so that two lines may stand in one.
const lookup =
  /(?:host|addr)LookupOrder\(([^()\s]{1,300})\) = ([a-z]{1,12}(?:,[a-z]{1,12})?(?=$|go package|\s)|[a-z]{1,12}(?:,(?:dns|files))?)/;

/** Lines of `GODEBUG=netdns=1|2`: which resolver answers, and where each name is looked for. */
export function readNameLookup(text: string): readonly TraceMark[] {
  if (!text.includes(sign)) return [];
  const marks: TraceMark[] = [];
  for (const piece of text.split(sign, 20).slice(1)) marks.push(readPiece(piece));
  return marks;
}

function readPiece(piece: string): TraceMark {
  const found = lookup.exec(piece);
  if (found) return { trace, is: 'lookup', name: found[1]!, order: found[2]! };
  if (/\bcgo\b.{0,40} not supported|without support for the cgo/.test(piece)) return { trace, is: 'resolver', who: 'go' };
  if (/(?:use of|using) (?:the )?cgo (?:DNS )?resolver/.test(piece)) return { trace, is: 'resolver', who: 'cgo' };
  if (/(?:use of|using) (?:the )?Go(?:'s)? (?:DNS )?resolver/.test(piece)) return { trace, is: 'resolver', who: 'go' };
  if (piece.startsWith('dynamic selection')) return { trace, is: 'resolver', who: 'dynamic' };
  return { trace, is: 'other' };
}
