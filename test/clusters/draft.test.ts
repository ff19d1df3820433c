import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { signalFile } from '../../src/catalog/schema.ts';
import { type Cluster, clusterRows } from '../../src/clusters/clusters.ts';
import { type Draft, draftsOf } from '../../src/clusters/draft/draft.ts';
import { draftPattern, matches } from '../../src/clusters/draft/pattern.ts';
import { ruleFiles } from '../../src/clusters/draft/yaml.ts';
import { templateOfText } from '../../src/clusters/template.ts';

function clusterOf(...texts: string[]): Cluster {
  const rows = texts.map((text, index) => ({
    template: templateOfText(text),
    logs: 1,
    first: null,
    last: null,
    examples: [{ source: `/${index}`, line: index + 1, text }],
  }));
  return clusterRows(rows, 1)[0]!;
}

function draftOf(...texts: string[]): Draft {
  const [draft] = draftsOf([clusterOf(...texts)]);
  if (!draft || !('slug' in draft)) throw new Error(`no draft of ${texts.join(' | ')}`);
  return draft;
}

test('a pattern has the words of the message, and captures what differs by its kind', () => {
  const { pattern, slug } = draftOf(
    'pull of https://img.corp.test/a failed on 10.0.0.1:443 after 3s',
    'pull of https://img.corp.test/b failed on 10.0.0.2:443 after 12s',
  );
  expect(slug).toBe('pull-of-failed-on-after');
  expect(pattern).toEqual({
    frame: '^pull of (?P<url>[^\\s"]{1,300}) failed on (?P<address>\\S{1,60}) after \\S{1,60}$',
    literal: 'failed on',
    captures: { url: 'url', address: 'address' },
  });
  expect(matches(pattern.frame, 'pull of https://img.corp.test/c failed on 10.0.0.9:443 after 2m')).toBe(true);
  expect(matches(pattern.frame, 'pull of https://img.corp.test/c failed')).toBe(false);
});

test('several blanks, secrets, marks of patterns', () => {
  expect(draftOf('cannot   understand\twith <secret-1> (yet)').pattern.frame).toBe(
    '^cannot[ \\t]{1,8}understand[ \\t]{1,8}with[ \\t]{1,8}<secret-\\d{1,6}>[ \\t]{1,8}\\(yet\\)$',
  );
  expect(draftOf('what? a.b*c [x] {y} $HOME|^ here').pattern.frame).toBe('^what\\? a\\.b\\*c \\[x\\] \\{y\\} \\$HOME\\|\\^ here$');
});

test('without eight characters in common there is no draft', () => {
  expect(draftsOf([clusterOf('a 1 b 2')])).toEqual([{ cluster: clusterOf('a 1 b 2') }]);
  expect(draftPattern('<num> is <num>', ['1 is 2'])).toBeNull();
});

test('near misses are messages of other clusters that look alike and do not match', () => {
  const all = ['cannot open the image store at /a', 'cannot open the image index at /a', 'nothing alike'].map((text) => clusterOf(text));
  const [draft] = draftsOf(all.slice(0, 1), all);
  expect(draft).toMatchObject({ near: ['cannot open the image index at /a'] });
});

// What YAML, patterns and terminals take for their own.
const hostile = fc.oneof(
  fc.constantFrom(
    '- id: evil',
    '": "',
    "'",
    '{{',
    '...',
    '---',
    '!!js/function',
    '&a *a',
    '# x',
    '|',
    '>',
    '%YAML',
    '(?P<x>',
    '\\',
    '$',
    '\u0085',
    '\u2028',
    '\ufeff',
    '<any>',
    '<path>',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

test('hostile text stays a value: what is written is what is read back, and the draft finds its own examples', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 8 }), (parts) => {
      const [draft] = draftsOf([clusterOf(`cannot understand this: ${parts.join(' ')}`)]);
      if (!draft || !('slug' in draft)) return;
      const [signal, cause] = ruleFiles(draft, 1, '2026.12.0');
      const [read, ...more] = signalFile.parse(parse(signal!.text));
      expect(more).toEqual([]);
      expect(read!.examples.match.map(({ text }) => text)).toEqual(draft.texts);
      expect(read).toMatchObject({ id: `draft-${draft.slug}`, frame: draft.pattern.frame, literals: [draft.pattern.literal] });
      expect(draft.texts.every((text) => matches(read!.frame, text) && text.includes(read!.literals[0]!))).toBe(true);
      expect(Object.keys(parse(cause!.text) as object)).toHaveLength(11);
      expect(signal!.name).toMatch(/^signals\/draft-[a-z0-9-]+\.yaml$/);
    }),
  );
});
