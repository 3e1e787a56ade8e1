import { describe, expect, it } from 'vitest';
import { importSpecifiers } from './import-specifiers';

function named(source: string): string[] {
  return importSpecifiers(source).map((found) => found.specifier);
}

describe('importSpecifiers', () => {
  it.each([
    ["import { a } from './a';", './a'],
    ["import type { A } from './a';", './a'],
    ["import a, { type B } from './a'", './a'],
    ["import * as a from './a';", './a'],
    ["import './a';", './a'],
    ['import {\n  a,\n  b,\n} from "./a";', './a'],
    ["export { a } from './a';", './a'],
    ["export * from './a';", './a'],
    ["export type { A } from './a';", './a'],
    ["export type * as all from './a';", './a'],
    ["const a = await import('./a');", './a'],
    ["type A = typeof import('./a');", './a'],
  ])('finds the module in %s', (source, module) => {
    expect(named(source)).toEqual([module]);
  });

  it.each([
    "// import { a } from './a';",
    "/* import './a'; */",
    'const text = "import { a } from \'./a\'";',
    "const text = `\nimport { a } from './a';\n`;",
    "export const from = 'x';",
    "export function from() { return './a'; }",
    'const url = import.meta.url;',
    'await import(name);',
    "loader.import('./a');",
    "export type Way = 'from' | './a';",
  ])('finds none in %s', (source) => {
    expect(named(source)).toEqual([]);
  });

  it('is not led astray by quotes in regular expressions or by lone apostrophes', () => {
    expect(named("const quote = /['\"]/;\nimport './a';")).toEqual(['./a']);
    expect(named("<p>Don't</p>;\nimport('./a');")).toEqual(['./a']);
    expect(named("const half = a / b;\nconst s = 'x / y';\nimport './a';")).toEqual(['./a']);
  });

  it('names the line of the module', () => {
    expect(importSpecifiers("import './a';\n\n/* two\nlines */\nimport {\n  b,\n} from './b';")).toEqual([
      { specifier: './a', line: 1 },
      { specifier: './b', line: 7 },
    ]);
  });
});
