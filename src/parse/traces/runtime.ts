import type { TraceMark } from '../../model/trace-mark.ts';

// The runtime prints these itself, piece by piece, so that another line may stand before them in the same one. Nothing here is anchored at the end:
// releases add columns there. runtime/mgc.go, runtime/proc.go, runtime/extern.go.
const collection =
  /(?:^|[^\w.])gc \d{1,9} @(\d{1,9}\.\d{1,3})s (\d{1,3})%(?: \([^()]{1,60}\))?: ([\d.]{1,12})\+[\d.]{1,12}\+([\d.]{1,12}) ms clock, /;
const sample =
  /(?:^|[^\w])SCHED (\d{1,12})ms: gomaxprocs=(\d{1,5}) idleprocs=(\d{1,5}) .{0,120}?runqueue=(\d{1,9})(?: \[ ?([\d ]{1,4000})\])?/;
const initialised = /^init \S{1,300} @[\d.]{1,12} ms, ([\d.]{1,12}) ms clock, \d+ bytes, \d+ allocs$/;
const detail = /^ {2}(?:P\d+: status=\d|M\d+: p=(?:-?\d|nil)|G\d+: status=\d)/;
const scavenger = /^scvg(?:\d+)?: /;

/** Lines of `GODEBUG=gctrace=1`, `schedtrace=N` with or without `scheddetail=1`, and `inittrace=1`. */
export function readRuntime(text: string): TraceMark | null {
  const gc = text.includes(' ms clock, ') ? collection.exec(text) : null;
  if (gc) {
    const pauseMs = Number(gc[3]) + Number(gc[4]);
    return { trace: 'GODEBUG=gctrace', is: 'gc', atMs: Math.round(Number(gc[1]) * 1000), pauseMs, percent: Number(gc[2]) };
  }
  const init = text.startsWith('init ') ? initialised.exec(text) : null;
  if (init) return { trace: 'GODEBUG=inittrace', is: 'init', ms: Number(init[1]) };
  const sched = text.includes('SCHED ') ? sample.exec(text) : null;
  if (sched) {
    const [atMs, processors, idle, shared] = sched.slice(1, 5).map(Number) as [number, number, number, number];
    const own = (sched[5] ?? '')
      .trim()
      .split(/ +/)
      .reduce((sum, count) => sum + Number(count), 0);
    if (processors > 0) return { trace: 'GODEBUG=schedtrace', is: 'sample', atMs, processors, idle, queued: shared + own };
  }
  if (text.startsWith('  ') && detail.test(text)) return { trace: 'GODEBUG=schedtrace', is: 'other' };
  return text.startsWith('scvg') && scavenger.test(text) ? { trace: 'GODEBUG=gctrace', is: 'other' } : null;
}
