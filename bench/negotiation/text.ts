import { Random } from '../../domain/redline/testing/random';
import { withPath } from '../../domain/text/brackets/inline';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { DELEGATIONS, type Size } from './size';

const WORDS =
  'members agree that civil services of the region strengthen cooperation training exchange and mutual learning among officials with due regard to national laws policies programmes capacity integrity digital government public service delivery resilience inclusive sustainable development review progress report annual work plan priority areas resource centres partners dialogue support financial technical assistance'.split(
    ' ',
  );
/** 48 words a clause make 12,000 of 250. */
const WORDS_A_CLAUSE = 48;

export function clauseIdAt(index: number): string {
  return `c_bench${String(index).padStart(4, '0')}`;
}

/** A text of clauses with brackets of two alternatives each, spread evenly. `edition` changes some words. */
export function communique({ clauses, brackets }: Size, edition: number): DocumentJson {
  const random = new Random(5);
  const each = brackets / clauses;
  const content = Array.from({ length: clauses }, (_, index): NodeJson => {
    const words = sentence(random, WORDS_A_CLAUSE);
    // Every edition rewrites three words in one clause of ten, others each time.
    if (edition > 0 && index % 10 === edition % 10) {
      for (const place of [7, 19, 33]) words[place] = `${words[place]}-${edition}`;
    }
    return {
      type: 'operative',
      attrs: { id: clauseIdAt(index), level: 1 },
      content: inBrackets(words, index, each),
    };
  });
  return { type: 'doc', content };
}

/** As many brackets as there shall be, one after another in the line, each with the wording of one delegation. */
function inBrackets(words: readonly string[], clause: number, brackets: number): NodeJson[] {
  const stretch = Math.floor(words.length / Math.max(1, brackets));
  const line: NodeJson[] = [];
  for (let at = 0, bracket = 0; at < words.length; at += stretch, bracket += 1) {
    const part = words.slice(at, at + stretch);
    if (bracket >= brackets) {
      line.push({ type: 'text', text: `${part.join(' ')} ` });
      continue;
    }
    const id = `b_c${clause}n${bracket}`;
    const owner = DELEGATIONS[(clause + bracket) % DELEGATIONS.length] ?? 'TH';
    const held = (text: string, alternative: number, owners: readonly string[]) =>
      withPath({ type: 'text', text }, [{ id, alternative, owners, kind: 'words' }]);
    line.push({ type: 'text', text: `${part.slice(0, -3).join(' ')} ` });
    line.push(
      held(part.slice(-3).join(' '), 0, []),
      held(`${part.slice(-3, -1).join(' ')} ${owner}`, 1, [owner]),
    );
    line.push({ type: 'text', text: ' ' });
  }
  return line;
}

export function sentence(random: Random, length: number): string[] {
  return Array.from({ length }, () => WORDS[random.below(WORDS.length)] ?? 'members');
}
