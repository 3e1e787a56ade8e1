import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const page = readFileSync('docs/advisories.md', 'utf8');
const rules = ['domain/RULES.md', 'server/sync/RULES.md']
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

interface Row {
  readonly names: readonly string[];
  readonly stops: string;
  readonly files: readonly string[];
}

/** The rows of the first table: ids (where there are none, the name itself), and the files of their tests. */
function rowsOf(markdown: string): Row[] {
  const lines = markdown.split('\n## ')[0]?.split('\n') ?? [];
  return lines
    .filter((line) => line.startsWith('| ') && !line.startsWith('| advisory '))
    .map((line) => {
      const [advisory = '', , stops = '', test = ''] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return {
        names: advisory.match(/CVE-\d{4}-\d+|GHSA(-[a-z0-9]{4}){3}|#\d+/g) ?? [advisory],
        stops,
        files: [...test.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ''),
      };
    });
}

/** A test file without its comments: what is left names an advisory in a title, or in the table that titles come from. */
function titlesIn(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\s*(\/\*\*?|\*|\/\/).*$/gm, '')
    .replace(/\s\/\/ .*$/gm, '');
}

function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(at);
    return /\.(test|spec)\.tsx?$/.test(entry.name) &&
      at !== path.join('scripts', 'support', 'advisories.test.ts')
      ? [at]
      : [];
  });
}

const rows = rowsOf(page);

describe('docs/advisories.md', () => {
  test('has a row for everything that peers were attacked with', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.flatMap(({ names }) => names).filter((name) => name === '')).toEqual([]);
  });

  test.each(rows)('$names: every test file is there and has it in a title', ({ names, files, stops }) => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect([file, existsSync(file)]).toEqual([file, true]);
      for (const name of names)
        expect([file, name, titlesIn(file).includes(name)]).toEqual([file, name, true]);
    }
    for (const [rule] of stops.matchAll(/\b[A-Z]{2}\d+\b/g))
      expect([rule, new RegExp(`\\*\\*${rule}\\b`).test(rules)]).toEqual([rule, true]);
  });

  test('has every CVE and GHSA that a title of ours names', () => {
    const folders = [
      'app',
      'bench',
      'components',
      'db',
      'domain',
      'e2e',
      'messages',
      'scripts',
      'seeds',
      'server',
    ];
    const named = folders
      .flatMap(testFiles)
      .flatMap((file) => titlesIn(file).match(/CVE-\d{4}-\d+|GHSA(-[a-z0-9]{4}){3}/g) ?? []);
    expect(named.length).toBeGreaterThan(40);
    expect([...new Set(named)].filter((name) => !page.includes(name))).toEqual([]);
  });
});
