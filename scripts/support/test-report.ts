import { readFileSync } from 'node:fs';

/** What one step of the test run counts. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly unknown[];
}

/** A step that only holds or does not: types, lint, build. */
export function countsOfStep(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** From vitest's JSON report. A file that could not be loaded has no tests and counts as one that failed. */
export function countsOfVitest(reportFile: string, exitCode: number): Counts {
  const report = read<VitestReport>(reportFile);
  if (report === null) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = report;
  return { passed, failed: atLeastOne(Math.max(numFailedTests, Math.min(numFailedTestSuites, 1)), exitCode) };
}

/** From Playwright's JSON report. A flaky test has failed once and counts as failed. */
export function countsOfPlaywright(reportFile: string, exitCode: number): Counts {
  const report = read<PlaywrightReport>(reportFile);
  if (report === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: atLeastOne(unexpected + flaky + report.errors.length, exitCode) };
}

/** A run that ended badly failed, whatever its report says. */
function atLeastOne(failed: number, exitCode: number): number {
  return exitCode === 0 ? failed : Math.max(failed, 1);
}

function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}
