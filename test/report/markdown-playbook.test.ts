import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { hypothesis, incident, playbook, remedy, report, run } from './sample.ts';

const shown = (remedies = [remedy()], parts = playbook) => {
  const text = renderMarkdown(report({ incidents: [incident({ hypotheses: [hypothesis({ remedies })], playbook: parts })] }));
  return text.slice(text.indexOf('step by step'), text.indexOf('\n\ndo not'));
};

test('all steps in order, the due one in bold, and below what to do', () => {
  expect(shown()).toMatchInlineSnapshot(`
    "step by step: To drive a borrowed car

    1. unseen: Ask its owner
    2. done: Open it: the door is open
    3. **now: Fill the tank: the tank is empty**
    4. later: Drive

    Fill the tank:

    \`\`\`sh
    fill tank
    \`\`\`

    Pay."
  `);
});

test('what a remedy above says already is not said twice', () => {
  expect(shown([remedy({ steps: [run(['fill', 'tank'], 'fill tank')] })])).toMatch(/4\. later: Drive$/);
});

test('words of a log stay words', () => {
  const hostile = { ...playbook.steps[2]!, title: '[x](https://evil.test) <b>', why: '`@ada`' };
  const text = shown([remedy()], { ...playbook, title: '# not a heading', steps: [hostile] });
  expect(text).toContain('step by step: \\# not a heading');
  expect(text).toContain('1. **now: \\[x\\](https:<!-- -->//evil.test) &lt;b&gt;: \\`@<!-- -->ada\\`**');
});

test('no playbook, no section', () => {
  expect(renderMarkdown(report({ incidents: [incident()] }))).not.toContain('step by step');
});
