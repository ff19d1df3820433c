import { defineConfig } from 'vitest/config';

const shared = { globalSetup: ['test/build.setup.ts'], testTimeout: 20_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/lab/slow/**'] } },
      { test: { ...shared, name: 'slow', include: ['test/lab/slow/**/*.test.ts'] } },
    ],
  },
});
