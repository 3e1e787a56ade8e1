import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countsOfPlaywright, countsOfStep, countsOfVitest } from './test-report';

const directory = mkdtempSync(path.join(tmpdir(), 'mufakat-report-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(directory, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('counts of the test run', () => {
  it('counts a step by its exit code', () => {
    expect([countsOfStep(0), countsOfStep(2)]).toEqual([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
    ]);
  });

  it('reads vitest, a file that would not load included', () => {
    const good = report({ numPassedTests: 7, numFailedTests: 0, numFailedTestSuites: 0 });
    expect(countsOfVitest(good, 0)).toEqual({ passed: 7, failed: 0 });
    const unloadable = report({ numPassedTests: 7, numFailedTests: 0, numFailedTestSuites: 2 });
    expect(countsOfVitest(unloadable, 1)).toEqual({ passed: 7, failed: 1 });
    const bad = report({ numPassedTests: 5, numFailedTests: 2, numFailedTestSuites: 1 });
    expect(countsOfVitest(bad, 1)).toEqual({ passed: 5, failed: 2 });
  });

  it('reads Playwright; flaky is failed, and so is an error outside tests', () => {
    const mixed = report({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [] });
    expect(countsOfPlaywright(mixed, 1)).toEqual({ passed: 3, failed: 2 });
    const broken = report({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] });
    expect(countsOfPlaywright(broken, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('never passes where there is no report or the exit code says no', () => {
    expect(countsOfVitest(path.join(directory, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
    const good = report({ numPassedTests: 7, numFailedTests: 0, numFailedTestSuites: 0 });
    expect(countsOfVitest(good, 1)).toEqual({ passed: 7, failed: 1 });
  });
});
