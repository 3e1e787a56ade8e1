import { expect, it } from 'vitest';
import { DECISIONS, decideWhileTyping } from './late-edits';

it.each(DECISIONS)(
  'SY10 SY14 PR6 %s while fifty sockets type: each edit is in the text and acknowledged, or refused and absent',
  async (decision) => {
    const { figures, findings } = await decideWhileTyping({ decision, writers: 50, rounds: 1, seed: 1 });
    expect(findings).toEqual([]);
    expect(figures.acknowledgements).toBeGreaterThan(100);
  },
  60_000,
);
