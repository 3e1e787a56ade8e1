import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{domain,db,server,components,seeds,scripts,messages,app,bench}/**/*.test.{ts,tsx}'],
    // Vitest would leave one of them idle, half of a small machine.
    maxWorkers: availableParallelism(),
    testTimeout: 20_000,
  },
});
