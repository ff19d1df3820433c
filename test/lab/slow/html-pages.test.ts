import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { loadLanguage } from '../../../src/i18n/texts.ts';
import { historyPageHtml } from '../../../src/report/html/history-page.ts';
import { reportHtml } from '../../../src/report/html/report-page.ts';
import { hostileStrings } from '../../report/hostile.ts';
import { hostilePage, largePage, smallPage, titles } from '../../report/html/history-sample.ts';
import { everywhere, rich } from '../../report/html/rich-report.ts';
import { unknownFailure } from '../../report/sample.ts';
import { findChromium } from './chromium.ts';

// Pages in a real browser: what it reads, draws and does.

const found = findChromium();
if ('missing' in found) console.warn(`HTML pages in a browser skipped: ${found.missing}`);

const audit = readFileSync(new URL('page-audit.js', import.meta.url), 'utf8');

/** Calls a function of `page-audit.js` in the page. */
function within<T>(page: Page, call: string): Promise<T> {
  return page.evaluate<T>(`${audit}\n${call}`);
}

await loadLanguage('zh');
const pages: Readonly<Record<string, string>> = {
  'many logs': historyPageHtml(largePage(60), { titles }),
  'few logs, Chinese': historyPageHtml(smallPage(), { language: 'zh' }),
  'one log': reportHtml(rich()),
  'one log, Chinese': reportHtml(rich(), { language: 'zh' }),
  'one log that shows no reason': reportHtml(unknownFailure()),
  'hostile texts': historyPageHtml(hostilePage(Object.values(hostileStrings).join(' '))),
};

describe.skipIf('missing' in found)('in Chromium', { timeout: 120_000 }, () => {
  let browser: Browser;
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-pages-'));
  beforeAll(async () => {
    if ('program' in found) browser = await chromium.launch({ executablePath: found.program, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page in a window of its own, with everything that it asked for or complained about. */
  async function open(html: string, options: BrowserContextOptions = {}): Promise<{ page: Page; noises: string[] }> {
    const file = path.join(folder, 'page.html');
    writeFileSync(file, html);
    const context = await browser.newContext({ offline: true, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const noises: string[] = [];
    page.on('request', (request) => request.url() !== pathToFileURL(file).href && noises.push(`asked for ${request.url()}`));
    page.on('console', (message) => noises.push(message.text()));
    page.on('pageerror', (error) => noises.push(error.message));
    page.on('dialog', (dialog) => noises.push(`a dialog: ${dialog.message()}`));
    await page.goto(pathToFileURL(file).href);
    return { page, noises };
  }

  for (const [name, html] of Object.entries(pages))
    test(`${name}: readable at every width, by day and night, with scripts and without`, async () => {
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [360, 768, 1440])
          for (const javaScriptEnabled of [true, false]) {
            const { page, noises } = await open(html, { colorScheme, javaScriptEnabled, viewport: { width, height: 900 } });
            const where = `${colorScheme} ${width}`;
            // With scripts off the browser still runs ours from outside.
            expect({ where, faults: await within<string[]>(page, 'auditPage()'), noises }).toEqual({ where, faults: [], noises: [] });
            const picture = await page.screenshot({ fullPage: true });
            expect(picture.length).toBeGreaterThan(5000);
            await page.context().close();
          }
    });

  test('by keys: skip to the content, sort by a column, narrow the rows', async () => {
    const { page } = await open(pages['many logs']!);
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');

    const head = page.locator('#failure-rows thead th', { hasText: 'Logs' });
    const counts = async () =>
      (await page.locator('#failure-rows tbody tr:not([hidden]) td.number:not(.wide)').allTextContents()).map(Number);
    const before = await counts();
    for (let presses = 0; presses < 60 && (await focused()) !== 'Logs'; presses++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('Logs');
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await counts()).toEqual([...before].sort((a, b) => b - a));
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await counts()).toEqual([...before].sort((a, b) => a - b));

    const filter = page.getByLabel('Filter by words').first();
    await filter.focus();
    await page.keyboard.type('Ledger sum.golang');
    const shown = await page.locator('#failure-rows tbody tr:not([hidden])').allTextContents();
    const all = await page.locator('#failure-rows tbody tr').allTextContents();
    const fits = (text: string) => text.toLowerCase().includes('ledger') && text.toLowerCase().includes('sum.golang');
    expect(shown).toEqual(all.filter(fits));
    expect(await page.getByRole('status').first().textContent()).toBe(`${shown.length} of 60 rows`);
    await page.keyboard.press('Escape');
    expect(await page.locator('#failure-rows tbody tr:not([hidden])').count()).toBe(60);
    await page.getByLabel('State').selectOption('flaky');
    expect(await page.locator('#failure-rows tbody tr:not([hidden])').count()).toBe(all.filter((text) => text.includes('flaky')).length);
  });

  test('a command is copied as it stands', async () => {
    const { page } = await open(pages['one log']!, { permissions: ['clipboard-read', 'clipboard-write'] });
    const command = page.locator('.command').first();
    await command.getByRole('button').press('Enter');
    await expect.poll(() => command.getByRole('button').textContent()).toBe('Copied');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await command.locator('pre').textContent());
  });

  test('without scripts every row and chart is there, and nothing that needs them', async () => {
    const { page } = await open(pages['many logs']!, { javaScriptEnabled: false });
    expect(await page.locator('#failure-rows tbody tr').count()).toBe(60);
    expect(await page.locator('.plot rect').count()).toBeGreaterThan(100);
    expect(await page.locator('button, input:visible, select:visible').count()).toBe(0);
  });

  test('printed as a document, without what only a screen can do', async () => {
    const { page } = await open(pages['one log']!);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible').count()).toBe(0);
  });

  test('5,000 failures open, and are sorted and narrowed, within seconds', async () => {
    const started = performance.now();
    const { page, noises } = await open(historyPageHtml(largePage(5000), { titles }));
    await page.locator('#failure-rows thead button').first().click();
    await page.getByLabel('Filter by words').first().fill('ledger');
    expect(await page.getByRole('status').first().textContent()).toMatch(/^\d+ of 5000 rows$/);
    expect(noises).toEqual([]);
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  test('the browser finds the same elements and attributes whatever a log says', async () => {
    const { page } = await open('<!doctype html><title>x</title>');
    const parts = fc.constantFrom(
      ...Object.values(hostileStrings),
      '</style>',
      '</script>',
      '</title>',
      '"',
      "'",
      ' onload=x ',
      '<!--',
      ']]>',
      '\0',
    );
    const texts = fc
      .array(fc.oneof(parts, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 6 })
      .map((all) => `x${all.join('').replaceAll('`', '')}`);
    const shapesOf = (all: readonly string[]) => within<string[]>(page, `shapesOf(${JSON.stringify(all)})`);
    const both = (text: string) => [historyPageHtml(hostilePage(text)), reportHtml(everywhere(text))];
    const [history, report] = await shapesOf(both('x'));
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 5, maxLength: 5 }), async (some) => {
        const shapes = await shapesOf(some.flatMap(both));
        expect(new Set(shapes)).toEqual(new Set([history, report]));
      }),
      { numRuns: 40 },
    );
  });
});
