/** One import of a module: what it names and the line where it does. */
export interface ImportSpecifier {
  readonly specifier: string;
  readonly line: number;
}

interface Token {
  readonly kind: 'word' | 'text' | 'sign';
  readonly value: string;
  readonly line: number;
}

/**
 * Every module that a TypeScript source imports: static imports and re-exports, type-only ones too, dynamic
 * `import('…')` and `typeof import('…')`. The source is cut into words, strings and signs, so that an import in
 * a comment or inside a string is none. TypeScript 7 offers no parser to JavaScript, hence this small one.
 */
export function importSpecifiers(source: string): ImportSpecifier[] {
  const tokens = tokensOf(source);
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word' || isMember(tokens[index - 1])) return [];
    if (token.value === 'import') return importAt(tokens, index);
    if (token.value === 'export') return reExportAt(tokens, index);
    return [];
  });
}

function isMember(before: Token | undefined): boolean {
  return before?.value === '.';
}

function importAt(tokens: readonly Token[], index: number): ImportSpecifier[] {
  const next = tokens[index + 1];
  if (next?.kind === 'text') return [specifierOf(next)];
  if (next?.value === '(') {
    const argument = tokens[index + 2];
    return argument?.kind === 'text' ? [specifierOf(argument)] : [];
  }
  return fromClause(tokens, index + 1);
}

/** Only `export {…} from` and `export * from` name a module; a declaration that is exported does not. */
function reExportAt(tokens: readonly Token[], index: number): ImportSpecifier[] {
  const next = tokens[index + 1]?.value === 'type' ? tokens[index + 2] : tokens[index + 1];
  return next?.value === '{' || next?.value === '*' ? fromClause(tokens, index + 1) : [];
}

/** The string after the next `from`, unless the statement ends before. */
function fromClause(tokens: readonly Token[], start: number): ImportSpecifier[] {
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (token === undefined || token.value === ';' || token.value === '=') return [];
    if (token.value === 'from' && next?.kind === 'text') return [specifierOf(next)];
    if (token.value === '}' && next?.value !== 'from') return [];
  }
  return [];
}

function specifierOf(token: Token): ImportSpecifier {
  return { specifier: token.value, line: token.line };
}

/** In this order: comments, template strings, strings, regular expressions where a value may begin, words, signs. */
const PIECES =
  /(?<comment>\/\*[\s\S]*?\*\/|\/\/[^\n]*)|(?<template>`(?:\\[\s\S]|[^`\\])*`)|(?<text>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|(?<word>[\w$]+)|(?<sign>[^\s])/g;
const REGEX = /^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//;
/** A slash after one of these begins a regular expression, after anything else it divides. */
const BEFORE_A_VALUE = /^(?:[(,=:[!&|?{};+]|return)$/;

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let offset = 0;
  PIECES.lastIndex = 0;
  for (let match = PIECES.exec(source); match !== null; match = PIECES.exec(source)) {
    line += newlines(source.slice(offset, match.index));
    offset = match.index;
    const { comment, template, text, word, sign } = match.groups ?? {};
    const regex = sign === '/' ? regexAt(source, match.index, tokens.at(-1)) : null;
    if (regex !== null) {
      PIECES.lastIndex = match.index + regex.length;
    } else if (text !== undefined) {
      tokens.push({ kind: 'text', value: text.slice(1, -1), line });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', value: word, line });
    } else if (sign !== undefined) {
      tokens.push({ kind: 'sign', value: sign, line });
    } else if (comment === undefined && template !== undefined) {
      // A template string is a value like any other; what stands inside it imports nothing.
      tokens.push({ kind: 'sign', value: '`', line });
    }
  }
  return tokens;
}

function regexAt(source: string, index: number, before: Token | undefined): string | null {
  if (before !== undefined && !BEFORE_A_VALUE.test(before.value)) return null;
  return REGEX.exec(source.slice(index, index + 2000))?.[0] ?? null;
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
