import type { Loss } from './loss';

/** Losses are kept by the second: a script that sends thousands a second makes one entry of them. */
const STEP_MS = 1000;

/** What one person deleted of others' words in one document within the last while. */
export class Recent {
  gone = 0;
  shrunk = 0;
  /** Characters of others there were when this while began; null until somebody counted them. */
  letters: number | null = null;
  private readonly steps: { readonly atMs: number; gone: number; shrunk: number }[] = [];

  get isEmpty(): boolean {
    return this.steps.length === 0;
  }

  add(atMs: number, loss: Pick<Loss, 'gone' | 'shrunk'>): void {
    let last = this.steps.at(-1);
    if (last === undefined || Math.abs(atMs - last.atMs) >= STEP_MS) {
      last = { atMs, gone: 0, shrunk: 0 };
      this.steps.push(last);
    }
    last.gone += loss.gone;
    last.shrunk += loss.shrunk;
    this.gone += loss.gone;
    this.shrunk += loss.shrunk;
  }

  /** Of what was added last. */
  takeBack(loss: Pick<Loss, 'gone' | 'shrunk'>): void {
    const last = this.steps.at(-1);
    if (last === undefined) return;
    last.gone -= loss.gone;
    last.shrunk -= loss.shrunk;
    this.gone -= loss.gone;
    this.shrunk -= loss.shrunk;
  }

  /** A text is counted anew once something of the while is past. */
  forgetBefore(atMs: number): void {
    const past = this.steps.findIndex((step) => step.atMs >= atMs);
    const count = past === -1 ? this.steps.length : past;
    for (const { gone, shrunk } of this.steps.splice(0, count)) {
      this.gone -= gone;
      this.shrunk -= shrunk;
    }
    if (count > 0 || this.isEmpty) this.letters = null;
  }
}
