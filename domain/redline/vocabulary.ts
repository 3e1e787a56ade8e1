import type { MarkJson } from '../text/document-json';
import type { Flat } from './flat';
import type { Tokens } from './tokens';

/** Numbers for the words and mark lists of one comparison, so that the inner loops compare integers. */
export class Vocabulary {
  private readonly words = new Map<string, number>();
  private readonly markLists = new Map<string, number>();
  private readonly marks: (readonly MarkJson[])[] = [];
  private readonly known = new Map<string, Tokens>();

  /** The number of a word in its visible form; equal words have equal numbers, from 0 in order of appearance. */
  wordId(word: string): number {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    const id = this.words.size;
    this.words.set(word, id);
    return id;
  }

  /** How many words have a number. */
  get size(): number {
    return this.words.size;
  }

  /** The number of the mark list with this canonical JSON; "" is the empty list. */
  markListId(json: string): number {
    const known = this.markLists.get(json);
    if (known !== undefined) return known;
    const id = this.marks.length;
    this.markLists.set(json, id);
    this.marks.push(json === '' ? [] : JSON.parse(json));
    return id;
  }

  marksOf(id: number): readonly MarkJson[] {
    return this.marks[id] ?? [];
  }

  /** The tokens of a text, cut once for all clauses that have the same words (most clauses stand in both texts). */
  tokens(flat: Flat, cut: () => Tokens): Tokens {
    if (flat.notes.length > 0) return cut();
    const known = this.known.get(flat.text);
    if (known !== undefined) return known;
    const tokens = cut();
    this.known.set(flat.text, tokens);
    return tokens;
  }
}
