import type { Book, BookCause, BookSignal } from '../../src/browse/book.ts';
import { remedy, run } from '../report/sample.ts';

const cause = (number: number, more: Partial<BookCause> = {}): BookCause => ({
  kind: 'cause',
  id: `fruit.kind-${number}`,
  code: `GM02${String(number).padStart(2, '0')}`,
  title: `The apple number ${number} is not ripe`,
  why: 'Apples ripen in the sun. This one hung in the shade.',
  variants: [],
  severity: number % 2 === 0 ? 'error' : 'warning',
  transient: true,
  prior: 'common',
  signals: [
    { id: 'apple-green', weight: 'strong', fact: false },
    { id: 'sun-shines', weight: 'contra', fact: true },
  ],
  links: [],
  remedies: [remedy({ title: 'Wait', steps: [run(['sleep', '7d'], 'sleep 7d')], verify: [] })],
  probes: [],
  discouraged: [{ what: 'shake the tree', because: 'the others fall too' }],
  docs: ['https://go.dev/apples'],
  ...more,
});

const signal: BookSignal = {
  kind: 'signal',
  id: 'apple-green',
  role: 'error',
  observer: 'local',
  generic: true,
  literals: ['is green'],
  pattern: 'apple (?<n>\\d+) is green',
  captures: { n: 'int' },
  causes: [{ id: 'fruit.kind-1', code: 'GM0201', title: 'The apple number 1 is not ripe', weight: 'strong' }],
  examples: { match: [{ text: 'apple 1 is green', go: '1.26' }], near: [{ text: 'pear 1 is green', because: 'a pear' }] },
};

/** A few rules about apples. */
export const book: Book = { catalog: '2026.12.0', causes: Array.from({ length: 40 }, (_, index) => cause(index + 1)), signals: [signal] };
