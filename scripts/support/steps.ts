/** Prints numbered steps with the time each one took, e.g. "[2/4] Building … 41.3 s". */
export interface Steps {
  step<T>(what: string, work: () => Promise<T>): Promise<T>;
  /** A line below the running step. */
  note(line: string): void;
}

export function stepsOf(
  total: number,
  print: (text: string) => void = (text) => process.stdout.write(text),
): Steps {
  let count = 0;
  return {
    async step(what, work) {
      count += 1;
      print(`[${count}/${total}] ${what}\n`);
      const start = performance.now();
      const result = await work();
      print(`      ${duration(performance.now() - start)}\n`);
      return result;
    },
    note(line) {
      print(`      ${line}\n`);
    },
  };
}

/** 840 → "0.8 s", 75000 → "1 min 15 s". */
export function duration(milliseconds: number): string {
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
