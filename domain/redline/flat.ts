import canonicalize from 'canonicalize';
import { canonicalMarks } from '../text/canonical';
import { isTextBlock } from '../text/clauses';
import { type MarkJson, type NodeJson, stringAttr } from '../text/document-json';
import { visibleForm } from './invisible';
import { NOTE_CHARACTER, type Note } from './tokens';
import type { Vocabulary } from './vocabulary';

/**
 * The words of one clause or cell as a single string: a footnote is one U+FFFC (its words are in `notes`), a hard
 * break or the end of an inner block is "\n". `runs` cover the string and say which marks apply up to `end`.
 */
export interface Flat {
  readonly text: string;
  readonly runs: readonly MarkRun[];
  readonly notes: readonly Note[];
}

export interface MarkRun {
  readonly end: number;
  /** Number of the mark list in the vocabulary. */
  readonly marks: number;
}

export function flatten(blocks: readonly NodeJson[], vocabulary: Vocabulary): Flat {
  const writer = new Writer(vocabulary);
  for (const block of blocks) writer.block(block);
  return writer.flat();
}

/** Several flats as one, with `separator` (without marks) between them. */
export function joinFlats(flats: readonly Flat[], separator: string, vocabulary: Vocabulary): Flat {
  const plain = vocabulary.markListId('');
  let text = '';
  const runs: MarkRun[] = [];
  const notes: Note[] = [];
  flats.forEach((flat, index) => {
    if (index > 0) {
      text += separator;
      runs.push({ end: text.length, marks: plain });
    }
    const offset = text.length;
    text += flat.text;
    for (const run of flat.runs) runs.push({ end: run.end + offset, marks: run.marks });
    for (const note of flat.notes) notes.push({ at: note.at + offset, text: note.text });
  });
  return { text, runs, notes };
}

/** The words that run in the line; a footnote takes no room in them. */
export function runningWords({ text, notes }: Flat): string {
  let words = '';
  let from = 0;
  for (const note of notes) {
    words += text.slice(from, note.at);
    from = note.at + 1;
  }
  return words + text.slice(from);
}

/** What has to be equal for two flats to read the same: the visible words, footnotes included. */
export function visibleKey(flat: Flat): string {
  const words = visibleForm(flat.text);
  return flat.notes.length === 0
    ? words
    : `${words}\u0000${flat.notes.map((note) => visibleForm(note.text)).join('\u0000')}`;
}

/** Whether two flats are the same to the letter, marks and footnotes included. */
export function sameFlat(a: Flat, b: Flat): boolean {
  return (
    a.text === b.text &&
    a.runs.length === b.runs.length &&
    a.notes.length === b.notes.length &&
    a.runs.every((run, index) => run.end === b.runs[index]?.end && run.marks === b.runs[index]?.marks) &&
    a.notes.every((note, index) => note.at === b.notes[index]?.at && note.text === b.notes[index]?.text)
  );
}

class Writer {
  private text = '';
  private blocks = 0;
  private readonly runs: MarkRun[] = [];
  private readonly notes: Note[] = [];
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  block(node: NodeJson): void {
    if (!isTextBlock(node)) {
      for (const child of node.content ?? []) this.block(child);
      return;
    }
    if (this.blocks > 0) this.write('\n', undefined);
    this.blocks += 1;
    for (const child of node.content ?? []) this.inline(child);
  }

  flat(): Flat {
    return { text: this.text, runs: this.runs, notes: this.notes };
  }

  private inline(node: NodeJson): void {
    if (node.type === 'footnote') {
      this.notes.push({ at: this.text.length, text: stringAttr(node, 'text') ?? '' });
      this.write(NOTE_CHARACTER, node.marks);
    } else {
      this.write(node.type === 'hardBreak' ? '\n' : (node.text ?? ''), node.marks);
    }
  }

  private write(text: string, marks: readonly MarkJson[] | undefined): void {
    if (text === '') return;
    this.text += text;
    const id = this.marksId(marks);
    const last = this.runs.at(-1);
    if (last?.marks === id) this.runs[this.runs.length - 1] = { end: this.text.length, marks: id };
    else this.runs.push({ end: this.text.length, marks: id });
  }

  private marksId(marks: readonly MarkJson[] | undefined): number {
    if (marks === undefined || marks.length === 0) return this.vocabulary.markListId('');
    return this.vocabulary.markListId(canonicalize(canonicalMarks(marks) ?? []) ?? '');
  }
}
