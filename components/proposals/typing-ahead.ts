import type { TypedAt } from '@/components/editor/extensions/proposing';

/** What somebody types into a clause while the draft that begins with it is still opening; no letter of it is lost. */
export class TypingAhead {
  private hear: ((typed: TypedAt) => void) | null = null;

  constructor(private typed: TypedAt | null) {}

  /** Goes on: with what waits, or where somebody listens already with what they write. */
  add(more: TypedAt): void {
    if (this.hear !== null) this.hear(more);
    else if (this.typed === null) this.typed = more;
    else this.typed = { ...this.typed, text: this.typed.text + more.text };
  }

  /** Hands over what has been typed, and from then on each letter as it comes. Call the result to end it. */
  listen(hear: (typed: TypedAt) => void): () => void {
    const { typed } = this;
    this.typed = null;
    this.hear = hear;
    if (typed !== null) hear(typed);
    return () => {
      this.hear = null;
    };
  }
}
