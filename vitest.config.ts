import { defineConfig } from 'vitest/config';

const shared = { globalSetup: ['test/build.setup.ts'], testTimeout: 20_000 };

// Only `npm run test:all` has time for hundreds of real modules, hundreds of kills, and a real browser.
const long = ['cache-while-go-runs', 'healthy-cache', 'html-pages', 'killed-scans', 'store-kills'].map((name) => `test/lab/slow/${name}.test.ts`);

export default defineConfig({
  test: {
    // Many tests wait for processes that they start: one worker less than there are processors would leave half of a small machine idle.
    maxWorkers: '100%',
    projects: [
      { test: { ...shared, name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/lab/slow/**'] } },
      { test: { ...shared, name: 'slow', include: ['test/lab/slow/**/*.test.ts'], exclude: long } },
      { test: { ...shared, name: 'long', include: long } },
    ],
  },
});
