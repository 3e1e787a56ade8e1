import type { LeftOutKind, LeftOutList } from '../../../domain/text/left-out';
import type { HouseStyle } from '../../../domain/text/numbering';
import { LONGEST_FOOTNOTE } from '../../text/attributes';
import type { ChangeList } from './claimed-changes';
import type { NoteWords } from './flow';
import { MOST_PARAGRAPHS } from './limits';
import type { Numbering } from './numbering';
import type { Relationship } from './package';
import { RefusedFile } from './refused-file';
import type { Styles } from './styles';
import type { XmlElement } from './xml';

export interface ReadingOptions {
  /** In a declaration numbered paragraphs are operative ones; elsewhere they are lists. */
  readonly houseStyle: HouseStyle;
  /** Language of the document (`en`): words in it carry no mark. */
  readonly language: string;
}

/** Ten thousand of the longest notes. */
const MOST_NOTE_CHARACTERS = 10_000 * LONGEST_FOOTNOTE;

/** A field in hand: between its beginning and its end, across runs and paragraphs. */
interface OpenField {
  instruction: string;
  /** Where its words lead, once they have begun; null where nowhere. */
  link: string | null;
  isResult: boolean;
}

/** What the parts of one file's reading share. */
export class Reading {
  readonly fields: OpenField[] = [];
  /** How many of them are still at their instruction: no words stand meanwhile. */
  unshown = 0;
  /** Names of the moves that are open at this place of the file. */
  readonly moves: { from: string | null; to: string | null } = { from: null, to: null };
  /** Tables begun so far. */
  tables = 0;
  private recent = '';
  private noteCharacters = 0;
  private paragraphs = 0;

  constructor(
    readonly options: ReadingOptions,
    readonly styles: Styles,
    readonly numbering: Numbering,
    readonly relationships: ReadonlyMap<string, Relationship>,
    readonly changes: ChangeList,
    readonly leftOut: LeftOutList,
    /** The words of a note, or null where the file has none of this id. */
    readonly noteOf: (kind: 'footnote' | 'endnote', id: string) => NoteWords[] | null,
    /** Whether a paragraph that is said to stand on the left was set so by somebody. */
    readonly meansLeft: boolean,
  ) {}

  /** Counts the words of notes where they are pointed to: one note may be pointed to without end. */
  countNote(characters: number): void {
    this.noteCharacters += characters;
    if (this.noteCharacters > MOST_NOTE_CHARACTERS) throw new RefusedFile('IM12');
  }

  /** Counts paragraphs and rows where they begin: an empty one costs as much as one with words, here and ever after. */
  countParagraph(): void {
    this.paragraphs += 1;
    if (this.paragraphs > MOST_PARAGRAPHS) throw new RefusedFile('IM23', { most: MOST_PARAGRAPHS });
  }

  /** Remembers the words just read: what is left out is told by the words before it. */
  pass(text: string): void {
    this.recent = `${this.recent}${text}`.slice(-60);
  }

  /** Lists something that is left out here, by `words` of its own or by the words before it. */
  leave(kind: LeftOutKind, words = ''): void {
    this.leftOut.add(kind, words.trim() === '' ? this.recent : words);
  }
}

const BETWEEN: ReadonlySet<string> = new Set(['w:p', 'w:tab', 'w:ptab', 'w:br', 'w:tc']);

/** All words below an element, for telling what was left out. */
export function wordsBelow(element: XmlElement): string {
  let words = '';
  const gather = (node: XmlElement): void => {
    if (words.length > 80) return;
    if (node.name === 'w:t' || node.name === 'm:t') words += node.text;
    if (BETWEEN.has(node.name) && words !== '') words += ' ';
    for (const child of node.children) gather(child);
  };
  gather(element);
  return words;
}
