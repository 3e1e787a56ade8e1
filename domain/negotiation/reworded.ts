import { isTextBlock } from '../text/clauses';
import { type DocumentJson, type NodeJson, plainText } from '../text/document-json';
import { pairsBetween } from './words/edits';
import { type Token, TokenText, textOfTokens } from './words/tokens';

/** The words of a text line by line: one for each paragraph, item and cell. Footnotes take no room in them. */
export function linesOf(document: DocumentJson): string[] {
  return blocksOf(document).map(plainText);
}

/**
 * The text with these plain words, line by line; a line break in a line is one in the text. Words that stay keep their
 * marks, footnotes their places, and new words look like those they stand for. Null where the lines are not as many
 * as the text has, or one that had words has none.
 */
export function withLines(document: DocumentJson, lines: readonly string[]): DocumentJson | null {
  const blocks = blocksOf(document);
  const cleaned = lines.map((line) => line.replace(/\r\n?/g, '\n').normalize('NFC').trim());
  if (blocks.length !== cleaned.length) return null;
  if (blocks.some((block, index) => cleaned[index] === '' && plainText(block).trim() !== '')) return null;
  let next = 0;
  const plain = mapBlocks(document, (block) => ({ ...block, content: inlineOf(cleaned[next++] ?? '') }));
  const [old, fresh] = [new TokenText(document), new TokenText(plain as DocumentJson)];
  return textOfTokens(kept(old, fresh));
}

/** The new words with what the old ones had besides letters. */
function kept(old: TokenText, fresh: TokenText): Token[] {
  const result: Token[] = [];
  let [oldAt, freshAt] = [0, 0];
  const gap = (oldTo: number, freshTo: number) => {
    const gone = old.tokens.slice(oldAt, oldTo);
    const model = gone.find(({ node }) => node?.type === 'text') ?? bothSides(old, oldAt, oldTo);
    for (const token of fresh.tokens.slice(freshAt, freshTo)) result.push(marked(token, model));
    // A footnote whose words went stays where they were; nobody can take it out in plain words.
    result.push(...gone.filter(({ footnote }) => footnote !== null));
  };
  for (const [was, is] of pairsBetween(old, fresh)) {
    gap(was, is);
    const token = old.tokens[was];
    if (token !== undefined) result.push(token);
    [oldAt, freshAt] = [was + 1, is + 1];
  }
  gap(old.tokens.length, fresh.tokens.length);
  return result;
}

/** What is put in between two letters looks like both, where they look alike. */
function bothSides(old: TokenText, from: number, to: number): Token | undefined {
  const [before, after] = [old.tokens[from - 1], old.tokens[to]];
  const isAlike = JSON.stringify(before?.node?.marks) === JSON.stringify(after?.node?.marks);
  return isAlike && before?.node?.type === 'text' ? before : undefined;
}

function marked(token: Token, model: Token | undefined): Token {
  const marks = model?.node?.marks;
  return token.node?.type === 'text' && marks !== undefined
    ? { ...token, node: { ...token.node, marks } }
    : token;
}

function blocksOf(node: NodeJson): NodeJson[] {
  return node.type !== 'doc' && isTextBlock(node) ? [node] : (node.content ?? []).flatMap(blocksOf);
}

function mapBlocks(node: NodeJson, change: (block: NodeJson) => NodeJson): NodeJson {
  if (node.type !== 'doc' && isTextBlock(node)) return change(node);
  return { ...node, content: (node.content ?? []).map((child) => mapBlocks(child, change)) };
}

function inlineOf(line: string): NodeJson[] {
  return line
    .split('\n')
    .flatMap((words, index): NodeJson[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
      ...(words === '' ? [] : [{ type: 'text', text: words }]),
    ]);
}
