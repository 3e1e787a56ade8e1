import './support/require-node';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installOfficeTools } from './support/office-tools';
import { runTool, runTypeScript } from './support/run-command';
import { duration } from './support/steps';
import { type Counts, countsOfPlaywright, countsOfStep, countsOfVitest } from './support/test-report';

interface TestStep {
  readonly name: string;
  readonly run: () => Promise<Counts>;
}

const reports = mkdtempSync(path.join(tmpdir(), 'mufakat-test-'));
const unitReport = path.join(reports, 'unit.json');
const browserReport = path.join(reports, 'browser.json');

/** `npm test`: what must hold before anything is handed on, cheapest first. */
const STEPS: readonly TestStep[] = [
  { name: 'types', run: async () => countsOfStep(await runTool('typescript/bin/tsc', ['--noEmit'])) },
  { name: 'lint', run: async () => countsOfStep(await runTool('@biomejs/biome/bin/biome', ['ci', '.'])) },
  {
    name: 'import table',
    run: async () => countsOfStep(await runTypeScript('scripts/check-imports.ts')),
  },
  {
    name: 'unit tests',
    run: async () => {
      const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
      return countsOfVitest(unitReport, await runTool('vitest/vitest.mjs', args));
    },
  },
  { name: 'production build', run: async () => countsOfStep(await runTypeScript('scripts/build.ts')) },
  {
    name: 'browser tests',
    run: async () => {
      const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport, CI: '1' };
      const code = await runTypeScript('scripts/e2e.ts', ['--reporter=list,json'], { env });
      return countsOfPlaywright(browserReport, code);
    },
  },
];

const missingTools = await installOfficeTools(console.log);
let passed = 0;
let failed = 0;
for (const step of STEPS) {
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  const counts = await step.run();
  passed += counts.passed;
  failed += counts.failed;
  const outcome = counts.failed === 0 ? 'passed' : 'FAILED';
  console.log(`── ${step.name}: ${outcome} in ${duration(performance.now() - start)}`);
  if (counts.failed > 0) break;
}
if (missingTools.length > 0) {
  console.log(
    `\nSkipped for want of ${missingTools.join(', ')}: the tests that ask other programs about our files`,
  );
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
