/**
 * Answers derived from what never changes under its key, made once: two who ask at once wait for one, the longest
 * unused is forgotten first, a failure is not kept. Whatever decides what somebody may see belongs into the key.
 */
export function createMemory<Answer>(most: number) {
  const kept = new Map<string, Promise<Answer>>();
  const remember = (key: string, make: () => Promise<Answer>): Promise<Answer> => {
    const answer = kept.get(key) ?? make();
    const isNew = !kept.has(key);
    kept.delete(key);
    kept.set(key, answer);
    if (!isNew) return answer;
    answer.catch(() => {
      if (kept.get(key) === answer) kept.delete(key);
    });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
  /** What is remembered under a key; undefined: nothing. */
  return Object.assign(remember, { known: (key: string) => kept.get(key) });
}
