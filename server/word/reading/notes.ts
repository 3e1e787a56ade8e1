import type { NoteWords } from './flow';
import { piecesOf } from './inline';
import type { Relationship, WordPackage } from './package';
import type { Reading } from './reading';
import { childrenOf, type XmlElement } from './xml';

type NoteOf = Reading['noteOf'];

/**
 * The words of footnotes and endnotes. A note in a text is one line of words: paragraphs are joined, and what is
 * more than words in it is listed as left out.
 */
export function notesOf(
  word: WordPackage,
  readingOf: (relationships: ReadonlyMap<string, Relationship>, noteOf: NoteOf) => Reading,
): NoteOf {
  const kinds = { footnote: partOf(word, 'footnote'), endnote: partOf(word, 'endnote') };
  // However often a note is pointed to, it is read once.
  const read = new Map<string, NoteWords[]>();
  return (kind, id) => {
    const known = read.get(`${kind} ${id}`);
    if (known !== undefined) return known;
    const { notes, relationships } = kinds[kind];
    const note = notes.get(id);
    if (note === undefined) return null;
    const reading = readingOf(relationships, () => null);
    const words = paragraphsBelow(note).flatMap((paragraph, index) => [
      ...(index === 0 ? [] : [{ text: '\n', when: [] }]),
      ...wordsOf(paragraph, reading),
    ]);
    const own = reading.styles.isOwn ? withoutFirstSpace(words) : words;
    read.set(`${kind} ${id}`, own);
    return own;
  };
}

/** Tables and other containers in a note are taken apart: their words stay, paragraph by paragraph. */
function paragraphsBelow(container: XmlElement): XmlElement[] {
  return container.children.flatMap((child) => (child.name === 'w:p' ? [child] : paragraphsBelow(child)));
}

/** Between the number of a note and its words our exports put one space. */
function withoutFirstSpace([first, ...rest]: readonly NoteWords[]): NoteWords[] {
  return first === undefined ? [] : [{ ...first, text: first.text.replace(/^ /, '') }, ...rest];
}

function partOf(word: WordPackage, kind: 'footnote' | 'endnote') {
  const part = word.related(`${kind}s`);
  const notes = new Map<string, XmlElement>();
  for (const note of part === null ? [] : childrenOf(part.root, `w:${kind}`)) {
    notes.set(note.attrs['w:id'] ?? '', note);
  }
  return { notes, relationships: word.relationshipsOf(part?.name ?? '') };
}

function wordsOf(paragraph: XmlElement, reading: Reading): NoteWords[] {
  return piecesOf(paragraph, reading).flatMap((piece): NoteWords[] => {
    if (piece.kind === 'text') {
      const { bold, italic, underline, link } = piece.marks;
      if (bold || italic || underline) reading.leave('style', piece.text);
      if (link !== null) reading.leave('link', piece.text);
      return [{ text: piece.text, when: piece.when }];
    }
    return piece.kind === 'break' ? [{ text: '\n', when: piece.when }] : [];
  });
}
