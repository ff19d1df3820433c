// What steps print that succeed. Some of it is near to words that matter.
const forms = [
  'Unpacking libexample-N (1.2.N) ...',
  '=== RUN   TestParse/case_N',
  '    --- PASS: TestParse/case_N (0.00s)',
  'ok  \texample.org/service/part/N\t0.045s',
  '{',
  '  "name": "part-N",',
  '  "deep": { "value": N }',
  '}',
  '',
  '\x1b[32m✓\x1b[0m part N (12 ms)',
  '\x1b[90mpart N\x1b[0m done',
  'src/part/N.ts:12:4: 3 imports looked at',
  'Compiling crate-N v0.4.N',
  'building part N:',
  '/usr/lib/part/N.so',
  'déjà vu N — fine',
  '[INFO] part N is up to date',
  'retrying part N',
  '- item N',
];

/** Lines of a busy job, the same for the same seed; each behind what `prefix` says. */
export function noise(seed: number, size: number, prefix: (index: number) => string): Buffer {
  let state = seed;
  const below = (limit: number) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % limit;
  const lines: string[] = [];
  let length = 0;
  for (let index = 0; length < size; index++) {
    const text = prefix(index) + forms[below(below(30) === 0 ? forms.length : forms.length - 2)]!.replaceAll('N', String(below(9999)));
    lines.push(text);
    length += text.length + 1;
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}
