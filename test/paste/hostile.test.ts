import { expect, test } from 'vitest';
import { restored } from './show.ts';

// What a session holds at most before it reads line by line, in shapes that make searches start again and again.
const size = 1 << 20;
const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));
const long = (piece: string): string => fill(`${piece.repeat(Math.ceil(65_000 / piece.length))}\n`);

test.for<readonly [string, string]>([
  ['spaces', long(' ')],
  ['spaces and tabs', long(`${' '.repeat(30)}\t`)],
  ['colours that nothing ends', long('[31m')],
  ['open quotes', long('"\\n\\')],
  ['backslashes', long('\\\\n')],
  ['entities', long('&amp;&amp;#')],
  ['tags', long('<pre><code>')],
  ['ticks that open code', fill('`a\n')],
  ['names', long('a@v1')],
  ['signs', long('> > ')],
  ['numbered lines', Array.from({ length: 90_000 }, (_, index) => `${index + 1}x`).join('\n')],
  ['numbers alone', Array.from({ length: 90_000 }, (_, index) => `${index + 1}`).join('\n')],
  ['rows of one message', `go: example.com/a@v1.0.0\n${fill(`${'x'.repeat(80)}\n`)}`],
  ['words of one message', `go: example.com/a@v1.0.0: ${'x'.repeat(40)}\n${fill(`${'x'.repeat(36)} ${'y'.repeat(35)}\n`)}`],
  ['indented lines', fill('      go: a\n')],
  ['times of a chat', long('[10:02] alice')],
  ['prompts', long('dev ❯ ')],
])('%s do not take long', ([, text]) => {
  const start = performance.now();
  restored(text);
  expect(performance.now() - start).toBeLessThan(5000);
});
