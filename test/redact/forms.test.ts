import { expect, test } from 'vitest';
import { createRedactor } from '../../src/redact/redactor.ts';
import { allForms } from './forms/all.ts';

test('there are 300 forms, and no secret stands in two of them', () => {
  expect(allForms.length).toBeGreaterThanOrEqual(300);
  const all = allForms.flatMap(({ secrets }) => [...new Set(secrets)]);
  expect(all.filter((secret, index) => all.indexOf(secret) !== index)).toEqual([]);
});

test.for(allForms)('hides $name', ({ text, marked, secrets }) => {
  const redactor = createRedactor();
  const once = redactor.redact(text);
  for (const secret of secrets) expect(once).not.toContain(secret);
  // What stands beside the secrets is there still.
  expect(visible(marked).replaceAll('»«', '')).toMatch(asPattern(visible(once)));
  expect(redactor.redact(once)).toBe(once);
  expect(createRedactor().redact(once)).toBe(once);
});

/** Escapes stay, but not their place within a secret. */
function visible(text: string): string {
  return text.replace(/\u001b\[[\d;]*m|\u200b/g, '');
}

/** The output as a pattern for the marked text. */
function asPattern(output: string): RegExp {
  const literal = output.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${literal.replace(/<secret-\d+>/g, '«[^»]+»').replace(/<user-\d+>/g, '[^\\s»]+')}$`);
}
