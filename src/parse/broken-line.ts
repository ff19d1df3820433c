import type { KnownWords } from './broken-words.ts';
import { speaksOfModules } from './module-words.ts';

// The rest of a colour, `36;1m` of `ESC [ 36;1m`: only where the log has its escapes.
const restOfEscape = /^\[?(?:\d{1,3}(?:;\d{1,3}){1,4}|0|1)m/;
const openEscape = /\x1b(?:\[[\d;?]{0,20}|\][^\x07\x1b]{0,200}|[PX^_][^\x1b]{0,200})?$/;

// Rows that cmd/go prints only below a head. modload/load.go, modload/modfile.go, modfetch/fetch.go, modfetch/codehost, web/api.go, mvs/errors.go.
const continuation =
  /^(?:\t(?:downloaded: {4}|go\.sum: {5}|sum\.golang\.org: |server response:|go (?:get|mod (?:download|tidy|vendor)|work (?:use|sync|vendor))(?: |$)|module declares its path as: |but was required as: |remote: |fatal: |\S{1,200}@v\d\S{0,120}: )|\t\tbut was required as: |(?:This download does NOT match|The bits may have been replaced|have intercepted the download attempt|For more information, see 'go help module-auth'))/;
const opens = ['\t', 'This download ', 'The bits ', 'have intercepted ', 'For more information, '];
// The end of an address that stood in quotes: `…/@v/list": dial tcp`. net/url, Error.
const restOfQuote = /^[^\s"]{0,300}": [a-z0-9]/;

/** Why the first line cannot be the first: `word` when a word stands in it without its beginning. */
export type Beginning = { readonly kind: 'whole' | 'row' } | { readonly kind: 'escape' | 'word'; readonly length: number };

/**
 * How the first line of a log begins.
 * @param coloured further lines have escapes
 */
export function beginningOf(text: string, coloured: boolean, known: KnownWords): Beginning {
  const colour = coloured ? restOfEscape.exec(text) : null;
  if (colour) return { kind: 'escape', length: colour[0].length };
  if (opens.some((start) => text.startsWith(start)) && continuation.test(text)) return { kind: 'row' };
  if (restOfQuote.test(text) && text.split('"').length % 2 === 0) return { kind: 'word', length: text.indexOf('"') };
  const length = known.restAtStart(text);
  return length > 0 ? { kind: 'word', length } : { kind: 'whole' };
}

// After these the go command always goes on in the same line: modfetch/fetch.go, web/api.go (HTTPError), net/http and net (OpError).
const goesOn =
  /(?:^go: (?:downloading|extracting|finding) \S{0,300}|@v\d\S{0,120}: ?|go\.(?:mod|work|sum)(?::\d{1,7}(?::\d{1,5})?)?: ?|: (?:reading|Get|verifying (?:module|go\.mod)|dial tcp|read tcp|lookup)|: reading https?:\/\/\S{0,500}[^\s:]|: (?:Get|Head|Post) "[^"\s]{0,500}|(?:dial|read) tcp (?:\[[\da-f:]{0,45}\]?|[\d.]{1,15})(?::\d{0,5})?(?:->[\d.:]{0,21})?:?|: (?:connect|read|lookup \S{1,253}):?|\b(?:unknown revision|exit status|unrecognized import path|no required module provides package))$/;
const longestMessage = 2000;
// The chain of modules goes on in the next line. cmd/go/internal/mvs/errors.go, modload/import.go.
const chainGoesOn = /^(?:(?:go: )?\S{1,200} (?:requires|imports|tested by)|go: errors parsing \S{1,400}:)$/;

const chainEnds = [' requires', ' imports', ' tested by', ':'];

/**
 * Whether the last line of a log stops before its end.
 * @param raw with its escapes
 * @param ended a line end stands behind it
 */
export function stopsInside(text: string, raw: string, ended: boolean, known: KnownWords): boolean {
  if (chainEnds.some((end) => text.endsWith(end)) && chainGoesOn.test(text) && speaksOfModules(text)) return true;
  if (ended) return false;
  if (openEscape.test(raw)) return true;
  if (text.length <= longestMessage && (goesOn.test(text) || opensQuote(text)) && speaksOfModules(text)) return true;
  return known.stopAtEnd(text);
}

/** Names and addresses that Go quotes have no blank in them. */
function opensQuote(text: string): boolean {
  return /[\s(=:]"[^"\s]{0,500}$/.test(text) && text.split('"').length % 2 === 0;
}
