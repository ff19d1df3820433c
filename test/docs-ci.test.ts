import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parse } from '../src/cli/parse.ts';

const page = readFileSync('docs/ci.md', 'utf8');
const blocks = [...page.matchAll(/```(yaml|text)\n([\s\S]*?)```/g)].map(([, kind, text]) => ({ kind, text: text! }));
const yaml = blocks.filter(({ kind }) => kind === 'yaml').map(({ text }) => parseYaml(text) as Record<string, unknown>);

/** Every call of modwhy in a text, as its words. */
function callsIn(text: string): string[][] {
  return [...text.matchAll(/\bmodwhy ((?:(?!&&|\|\||[;>`'\n]).)+)/g)].map(([, words]) => words!.trim().split(/\s+/));
}

const around = { env: {}, stdinHasInput: false, fileExists: () => false };

describe('S42: templates for CI', () => {
  test('there is one for each of GitHub, GitLab and cron', () => {
    expect(blocks.map(({ kind }) => kind)).toEqual(['yaml', 'yaml', 'text']);
  });

  test('every command of modwhy in them exists, with its flags', () => {
    const calls = callsIn(page.slice(page.indexOf('| what')));
    expect(calls.length).toBeGreaterThan(12);
    for (const words of calls) expect([words.join(' '), parse(words, around).command]).toEqual([words.join(' '), words[0]]);
  });

  test('the token of GitHub may only read, and no job keeps it', () => {
    const [github] = yaml as [
      { permissions: unknown; jobs: Record<string, { steps: { uses?: string; with?: Record<string, unknown> }[] }> },
    ];
    expect(github.permissions).toEqual({ contents: 'read' });
    const checkouts = Object.values(github.jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')));
    expect(checkouts.map((step) => step.with)).toEqual([{ 'persist-credentials': false }, { 'persist-credentials': false }]);
    expect(page).not.toMatch(/secrets\.|\$\{?[A-Z_]*TOKEN/);
  });

  test('a job of GitHub has steps that run, and one of GitLab a script', () => {
    const [github, gitlab] = yaml as [
      { jobs: Record<string, { steps: { run?: string }[] }> },
      Record<string, { stage?: string; script?: unknown }>,
    ];
    for (const { steps } of Object.values(github.jobs)) expect(steps.some(({ run }) => run?.startsWith('modwhy '))).toBe(true);
    const {
      default: _,
      stages,
      ...jobs
    } = gitlab as unknown as { default: unknown; stages: string[] } & Record<string, { stage: string; script: string[] }>;
    for (const { stage, script } of Object.values(jobs)) {
      expect(stages).toContain(stage);
      expect(script.every((line) => typeof line === 'string')).toBe(true);
    }
  });
});
