import { isTextBlock } from '../../../../domain/text/clauses';
import { type DocumentJson, type NodeJson, stringAttr } from '../../../../domain/text/document-json';

/**
 * What a text reads as, block by block, for comparison with what another program read out of a file: white space
 * is one space, footnotes follow their block as "^words", empty blocks are left out.
 */
export function readingOf(document: DocumentJson): string[] {
  return [...blocksOf(document)].flatMap(({ text, notes }) =>
    tidy([text, ...notes.map((note) => `^${note}`)]),
  );
}

/** Lines as both sides of a comparison write them. */
export function tidy(lines: readonly string[]): string[] {
  return lines
    .map((line) =>
      line
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .replace(/^ ?(\^?) /, '$1')
        .trim(),
    )
    .filter((line) => line !== '' && line !== '^');
}

function* blocksOf(node: NodeJson): Generator<{ readonly text: string; readonly notes: readonly string[] }> {
  if (!isTextBlock(node) || node.type === 'doc') {
    for (const child of node.content ?? []) yield* blocksOf(child);
    return;
  }
  const notes: string[] = [];
  let text = '';
  for (const child of node.content ?? []) {
    if (child.type === 'footnote') notes.push(stringAttr(child, 'text') ?? '');
    else text += child.type === 'hardBreak' ? '\n' : (child.text ?? '');
  }
  yield { text, notes };
}
