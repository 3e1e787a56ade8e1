/** Questions put to another process, until each is answered or its time is up. */
export class Asked {
  private readonly open = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  private last = 0;

  /** `put` is handed the question's number. Rejects where no answer comes within `ms`. */
  ask<Answer>(ms: number, put: (number: number) => void): Promise<Answer> {
    this.last += 1;
    const number = this.last;
    return new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => this.give(number)?.reject(new Error('no answer in time')), ms);
      timer.unref();
      this.open.set(number, {
        resolve: (answer) => {
          clearTimeout(timer);
          resolve(answer as Answer);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      put(number);
    });
  }

  answered(number: number, answer: unknown): void {
    this.give(number)?.resolve(answer);
  }

  /** Nobody is there any more who could answer. */
  giveUp(): void {
    for (const number of [...this.open.keys()])
      this.give(number)?.reject(new Error('nobody answers any more'));
  }

  private give(number: number) {
    const waiting = this.open.get(number);
    this.open.delete(number);
    return waiting;
  }
}
