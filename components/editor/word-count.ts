import type { Node } from '@tiptap/pm/model';

/**
 * Counts words as a reader would, in Thai, Lao, Khmer and Burmese too. Segmenting is done block by block (one
 * long string is a hundred times slower) and each block's count is kept until its words change.
 */
export class WordCounter {
  private counts = new Map<string, number>();
  private readonly segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

  count(document: Node): number {
    const kept = new Map<string, number>();
    let total = 0;
    document.descendants((node) => {
      if (!node.isTextblock) return true;
      const text = node.textBetween(0, node.content.size, ' ', ' ');
      const words = kept.get(text) ?? this.counts.get(text) ?? this.wordsIn(text);
      kept.set(text, words);
      total += words;
      return false;
    });
    this.counts = kept;
    return total;
  }

  private wordsIn(text: string): number {
    let words = 0;
    for (const segment of this.segmenter.segment(text)) if (segment.isWordLike === true) words += 1;
    return words;
  }
}
