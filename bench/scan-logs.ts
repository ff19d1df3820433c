import { readdirSync, readFileSync } from 'node:fs';

// Steps that succeed, as tools print them; `N` becomes a number. The last ones come near to what rules look for.
const calm = [
  'Get:N bookworm/main amd64 libexample-N amd64 1.2.N [45.6 kB]',
  'Unpacking libexample-N:amd64 (1.2.N-1) ...',
  'Setting up libexample-N:amd64 (1.2.N-1) ...',
  '=== RUN   TestParse/case_N',
  '    --- PASS: TestParse/case_N (0.00s)',
  'ok      example.org/service/internal/part/N 0.045s',
  'added N packages, and audited N packages in 4s',
  'Receiving objects:  45% (N/20480), 4.20 MiB | 8.39 MiB/s',
  'src/component/N.tsx 214 ms (unchanged)',
  'Compiling crate-N v0.4.N',
  'example.org/service/cmd/tool-N',
  'go: downloading example.org/lib/N v1.N.0',
  'level=info msg="proxy.example.org answered" status=200 attempt=N',
];
const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log') && !/^(?:not-module|unknown|healthy|no-failure)/.test(name))
  .sort()
  .map((name) => readFileSync(`samples/${name}`, 'utf8'));

export interface LogMaker {
  /** A log of about this size: steps that succeed, and at its end a failure of a sample. */
  log(size: number, fails: boolean): Buffer;
  /** A number of the normal distribution. */
  normal(): number;
}

/** The same logs for the same seed. */
export function createLogMaker(seed: number): LogMaker {
  let state = seed * 2654435761;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  let clock = Date.UTC(2026, 0, 2, 3);
  let sample = seed;
  return {
    log(size, fails) {
      const tail = fails ? samples[(sample += 7) % samples.length]! : '';
      const lines: string[] = [];
      for (let length = 0; length < size - tail.length; ) {
        clock += 14;
        const text = calm[Math.floor(random() * calm.length)]!.replaceAll('N', String(Math.floor(random() * 9999)));
        const line = `${new Date(clock).toISOString().slice(0, -1)}0000Z ${text}`;
        lines.push(line);
        length += line.length + 1;
      }
      return Buffer.from(`${lines.join('\n')}\n${tail}`);
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  };
}
