// What differs between two runs of the same job although nothing changed: each is replaced by its name. Versions of modules and programs stay.
const rules: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  [/\b\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?\b/g, '<time>'],
  [/(?<![\w.-])\d{1,9}(?:\.\d{1,9})?(?:ns|µs|us|ms|s|m|h)(?:\d{1,9}(?:\.\d{1,9})?(?:ms|s|m)){0,3}(?![\w.])|\(cached\)/g, '<time>'],
  [/\b\d{1,9}(?:\.\d{1,9})? (?:seconds?|minutes?|hours?|secs?|mins?)\b/g, '<time>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\bgo-build\d{1,20}\b/g, 'go-build<n>'],
  [/(?:\/var\/folders\/\S{2,3}\/\S{10,40}\/T|\/tmp|\/var\/tmp)\/[^\s/:'")]{1,200}/g, '/tmp/<name>'],
  [/\bTemp\\[^\\\s:'")]{1,200}/g, 'Temp\\<name>'],
  [
    /\/home\/runner\/work\/[^\s/]{1,100}\/[^\s/:]{1,100}|\/builds\/[^\s/]{1,100}\/[^\s/:]{1,100}|\/home\/[^\s/:]{1,64}|\/Users\/[^\s/:]{1,64}|\/root(?=\/)/g,
    '~',
  ],
  [/\b[A-Za-z]:\\Users\\[^\\\s]{1,64}/g, '~'],
  [/\bsha256:[0-9a-f]{12,64}\b/g, '<hash>'],
  [/\b0x[0-9a-f]{4,16}\b/g, '<address>'],
  // Not the end of a pseudo-version.
  [/(?<![\w.:/+-])(?=[0-9a-f]{0,63}\d)(?=[0-9a-f]{0,63}[a-f])[0-9a-f]{7,64}(?![\w-])/g, '<hash>'],
  [/(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|\]):\d{5}\b/g, '$1:<port>'],
  [/\b\d{1,9}(?:\.\d{1,9})? ?(?:[kKMG]i?B|B|bytes)(?:\/s)?\b/g, '<size>'],
  [/\b\d{1,3}(?:\.\d{1,9})?%/g, '<percent>'],
  [/\[ ?\d{1,6}\/\d{1,6}\]/g, '[<n>/<n>]'],
  [/\b(goroutine|pid|PID|job|Job|run|Run|build|Build|pipeline|attempt) #?\d{1,20}\b/g, '$1 <n>'],
  [/(?<![\w.-])\d{5,}(?![\w.-])/g, '<n>'],
];

// Looked for only where it stands: at any other line the search from each character on takes long.
const moduleCache = /(?:[A-Za-z]:)?[^\s"'=:(]{0,200}[\\/]pkg[\\/]mod[\\/]/g;
const hasDigit = /\d|\/|\\|\(c/;

/** A line without what differs from run to run: times, durations, temporary names, folders of a machine, hashes, ids, sizes. */
export function normalise(text: string): string {
  let line = text.trim();
  if (line.length > 2000) line = line.slice(0, 2000);
  if (!hasDigit.test(line)) return line;
  if (line.includes('pkg/mod') || line.includes('pkg\\mod')) line = line.replace(moduleCache, '<modcache>/');
  for (const [pattern, name] of rules) line = line.replace(pattern, name);
  return line;
}

/** A number that stands for a text: 53 bits of FNV-1a, so that two texts of one log share one hardly ever. */
export function textHash(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (low >>> 15);
  }
  return (high >>> 0) * 0x200000 + (low >>> 11);
}
